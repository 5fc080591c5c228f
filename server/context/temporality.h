#ifndef QUIVER_CONTEXT_TEMPORALITY_H_
#define QUIVER_CONTEXT_TEMPORALITY_H_

#include <vector>

#include "context/clause_view.h"
#include "context/context.h"

namespace quiver {

// Sets Assertion::temporality and weeks_ago of each mention.
//
// What dates a mention is looked for right behind it ("the attack two years
// ago"), then in its statement, where the present outweighs the past, then in
// what that goes on from ("fell years ago and couldn't move"), then at the head
// of the sentence, if it tells of the past all along ("years ago i fell and my
// arm hurt"), then in a clause beside it that is nothing but a date ("as a kid,
// ..."), then in a sentence behind that points back ("that was years ago"),
// then at the head of a story of several sentences (story.h).
//
// What was begun is dated by when: "put on a pill last month" goes on.
void NoteDates(const std::vector<ClauseView>& views,
               std::vector<Assertion>& assertions);

// Whether a phrase in the statement of `mention` says that it is happening, or
// happened within days.
bool IsHappening(const ClauseView& view, const MentionView& mention);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_TEMPORALITY_H_
