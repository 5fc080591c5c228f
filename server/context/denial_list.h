#ifndef QUIVER_CONTEXT_DENIAL_LIST_H_
#define QUIVER_CONTEXT_DENIAL_LIST_H_

#include <cstdint>

#include "context/clause_view.h"

namespace quiver {

// Follows, clause by clause, lists of what is denied: those that go on over
// commas ("no pain, weakness or numbness"), also when what they begin with is
// no mention ("no falls, fits or faints"), and those under a heading ("none of
// these: pain, fits").
class DenialList {
 public:
  // Whether there is a list that may go on.
  bool IsOpen() const { return is_headed_ || is_open_; }

  // Whether the mentions of `view`, the next clause, belong to the list.
  // `or_follows`: an "or" stands in the sentence from `view` on.
  bool Continues(const ClauseView& view, bool or_follows) const;

  // Takes note of `view`, the next clause.  `is_denied`: its last mention is.
  // `opens`: it has none, and ends in a denial of something else ("no falls").
  void Note(const ClauseView& view, bool is_denied, bool opens);

 private:
  bool GoesOn(const ClauseView& view, bool or_follows) const;

  bool is_headed_ = false;
  bool is_open_ = false;
  bool needs_or_ = false;  // What began it was no mention.
  uint32_t sentence_ = 0;  // Where it is open.
};

}  // namespace quiver

#endif  // QUIVER_CONTEXT_DENIAL_LIST_H_
