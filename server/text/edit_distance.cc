#include "text/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace quiver {
namespace {

using Row = std::array<uint8_t, kMaxComparedWord + 1>;

// The last three rows of the table of distances between prefixes.
struct Rows {
  Row before_last{};
  Row last{};
  Row current{};
};

// Fills the row of the first `i` letters of `from`; returns its minimum.
size_t FillRow(std::string_view from, std::string_view to, size_t i,
               Rows& rows) {
  rows.current[0] = static_cast<uint8_t>(i);
  size_t least = i;
  for (size_t j = 1; j <= to.size(); ++j) {
    const bool is_same = from[i - 1] == to[j - 1];
    size_t cost = std::min({rows.last[j] + 1, rows.current[j - 1] + 1,
                            rows.last[j - 1] + (is_same ? 0 : 1)});
    if (i > 1 && j > 1 && from[i - 1] == to[j - 2] &&
        from[i - 2] == to[j - 1]) {
      cost = std::min<size_t>(cost, rows.before_last[j - 2] + 1);
    }
    rows.current[j] = static_cast<uint8_t>(cost);
    least = std::min(least, cost);
  }
  return least;
}

}  // namespace

size_t EditDistance(std::string_view from, std::string_view to, size_t limit) {
  const auto [shorter, longer] = std::minmax({from.size(), to.size()});
  if (longer - shorter > limit) return limit + 1;
  Rows rows;
  for (size_t j = 0; j <= to.size(); ++j) {
    rows.last[j] = static_cast<uint8_t>(j);
  }
  size_t least_before = 0;
  for (size_t i = 1; i <= from.size(); ++i) {
    const size_t least = FillRow(from, to, i, rows);
    // A transposition reaches back two rows, so both must be too far.
    if (least > limit && least_before > limit) return limit + 1;
    least_before = least;
    rows.before_last = rows.last;
    rows.last = rows.current;
  }
  return std::min<size_t>(rows.last[to.size()], limit + 1);
}

}  // namespace quiver
