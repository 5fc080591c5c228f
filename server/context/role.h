#ifndef QUIVER_CONTEXT_ROLE_H_
#define QUIVER_CONTEXT_ROLE_H_

#include <vector>

#include "context/clause_view.h"

namespace quiver {

// What part a mention plays in what is told.
struct Role {
  bool taken = false;   // Assertion::taken.
  bool remedy = false;  // Assertion::remedy.
  bool tied = false;    // Assertion::tied.
};

// The same for every mention: result[c][m] for mention `m` of `views[c]`.
// `is_matter`, by MentionView::index: those that name what the message is
// about; may be empty.
//
// - "Tried", "recommended" and their like make a remedy of what follows, and
//   so do "helps", "works" and "for my ache" behind it; not where something
//   began with it or after it ("tried it and since then").
// - A mention is tied by "when", "after", "because of", "too much" before it,
//   by "makes", "causes" behind it, by the matter in its clause or in one
//   beside it of the same sentence, by a question right behind that points back
//   ("is that to do with it"), or in a message of at most ten words.
std::vector<std::vector<Role>> FindRoles(const std::vector<ClauseView>& views,
                                         const std::vector<bool>& is_matter);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_ROLE_H_
