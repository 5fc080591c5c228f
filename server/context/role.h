#ifndef QUIVER_CONTEXT_ROLE_H_
#define QUIVER_CONTEXT_ROLE_H_

#include <vector>

#include "context/clause_view.h"
#include "context/context.h"

namespace quiver {

// Sets Assertion::taken, remedy and tied of each mention: what part it plays in
// what is told.  `is_matter`, by MentionView::index: those that name what the
// message is about; may be empty.
//
// - "Tried", "recommended" and their like make a remedy of what follows, and
//   so do "helps", "works" and "for my ache" behind it; not where something
//   began with it or after it ("tried it and since then").
// - A mention is tied by "when", "after", "because of", "too much" before it,
//   by "makes", "causes" behind it, by the matter in its clause or in one
//   beside it of the same sentence, by a question right behind that points back
//   ("is that to do with it"), or in a message of at most ten words.
void NoteRoles(const std::vector<ClauseView>& views,
               const std::vector<bool>& is_matter,
               std::vector<Assertion>& assertions);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_ROLE_H_
