#ifndef QUIVER_MATCH_NUMBER_LISTS_H_
#define QUIVER_MATCH_NUMBER_LISTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quiver {

// Lists of numbers, one behind the other in one array: compact, and read in
// order.  Immutable.
class NumberLists {
 public:
  explicit NumberLists(const std::vector<std::vector<uint32_t>>& lists) {
    offsets_.reserve(lists.size() + 1);
    offsets_.push_back(0);
    for (const std::vector<uint32_t>& list : lists) {
      numbers_.insert(numbers_.end(), list.begin(), list.end());
      offsets_.push_back(static_cast<uint32_t>(numbers_.size()));
    }
    numbers_.shrink_to_fit();
  }

  size_t size() const { return offsets_.size() - 1; }

  std::span<const uint32_t> operator[](size_t list) const {
    return {numbers_.data() + offsets_[list],
            numbers_.data() + offsets_[list + 1]};
  }

 private:
  std::vector<uint32_t> offsets_;  // One more than there are lists.
  std::vector<uint32_t> numbers_;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_NUMBER_LISTS_H_
