#ifndef QUIVER_BASE_LARGEST_H_
#define QUIVER_BASE_LARGEST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace quiver {

// The indices of the `limit` largest of `values`, the largest first; equal ones
// by index.
//
// Made for few out of hundreds: takes time linear in the values, and up to
// `limit` more for each that is larger than most before it.
template <typename Value>
std::vector<uint32_t> IndicesOfLargest(const std::vector<Value>& values,
                                       size_t limit) {
  std::vector<uint32_t> largest;
  if (limit == 0) return largest;
  largest.reserve(std::min(limit, values.size()) + 1);
  for (uint32_t i = 0; i < values.size(); ++i) {
    if (largest.size() == limit && !(values[largest.back()] < values[i])) {
      continue;
    }
    const auto place = std::upper_bound(
        largest.begin(), largest.end(), values[i],
        [&](Value value, uint32_t other) { return values[other] < value; });
    largest.insert(place, i);
    if (largest.size() > limit) largest.pop_back();
  }
  return largest;
}

}  // namespace quiver

#endif  // QUIVER_BASE_LARGEST_H_
