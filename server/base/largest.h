#ifndef QUIVER_BASE_LARGEST_H_
#define QUIVER_BASE_LARGEST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
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
  largest.reserve(std::min(limit, values.size()));
  Value least = Value();  // Of `largest`, once there are `limit`.
  for (uint32_t i = 0; i < values.size(); ++i) {
    const Value value = values[i];
    if (largest.size() == limit) {
      if (!(least < value)) continue;
      largest.pop_back();
    }
    largest.push_back(i);
    for (size_t place = largest.size() - 1;
         place > 0 && values[largest[place - 1]] < value; --place) {
      std::swap(largest[place - 1], largest[place]);
    }
    least = values[largest.back()];
  }
  return largest;
}

}  // namespace quiver

#endif  // QUIVER_BASE_LARGEST_H_
