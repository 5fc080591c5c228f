#ifndef QUIVER_TEXT_EDIT_DISTANCE_H_
#define QUIVER_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>

namespace quiver {

// The longest words that EditDistance() compares, in bytes.
inline constexpr size_t kMaxComparedWord = 32;

// The optimal string alignment distance (Damerau 1964; Boytsov 2011) of two
// words of at most kMaxComparedWord bytes: how many insertions, deletions,
// substitutions and transpositions of neighbours lead from one to the other,
// no letter being touched twice.  More than `limit` is told as `limit` + 1,
// and found out sooner.
size_t EditDistance(std::string_view from, std::string_view to, size_t limit);

}  // namespace quiver

#endif  // QUIVER_TEXT_EDIT_DISTANCE_H_
