#ifndef QUIVER_CONTEXT_SUPPOSITION_H_
#define QUIVER_CONTEXT_SUPPOSITION_H_

#include <vector>

#include "context/clause_view.h"
#include "context/context.h"

namespace quiver {

// Sets Assertion::hypothetical (supposed, feared, read, made up) and asked of
// each mention.
//
// - "If" supposes the rest of its statement and what "and" adds to it; not
//   what happens anyway when the condition holds ("if i stand my leg hurts"),
//   nor what is dated within days ("if my arm is numb since yesterday"), nor
//   what somebody has already ("if my arm is going numb"), unless it is advice
//   ("she said to call if my arm is going numb").
// - "Would" and "will" at the head of a question suppose all of it.
// - Fear, reading and the like suppose what follows at once, unless it is
//   somebody's ("worried about my arm").
// - A mention is asked about when it is the topic of a question or of a
//   phrase like "symptoms of", and is nobody's: "is an ache dangerous", not
//   "is my ache dangerous", nor "why do i have an ache".
void NoteSuppositions(const std::vector<ClauseView>& views,
                      std::vector<Assertion>& assertions);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_SUPPOSITION_H_
