#ifndef QUIVER_CONTEXT_TOPIC_H_
#define QUIVER_CONTEXT_TOPIC_H_

#include "context/clause_view.h"

namespace quiver {

// Whether the words at `mention` say that somebody has it: "my ache", "this
// ache", "an ache in my arm".
bool IsOwned(const ClauseView& view, const MentionView& mention);

// Whether `mention` is the topic of a question, or of a phrase that makes
// topics ("symptoms of"), rather than reported.  What somebody has is none:
// "why do i have an ache"; whoever merely asks has nothing: "should i worry
// about an ache", "can someone get an ache".
bool IsTopic(const ClauseView& view, const MentionView& mention);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_TOPIC_H_
