#ifndef QUIVER_CONTEXT_NEGATION_H_
#define QUIVER_CONTEXT_NEGATION_H_

#include <vector>

#include "context/clause_view.h"
#include "context/context.h"

namespace quiver {

// Sets Assertion::negated of each mention.
//
// - A denial reaches the mentions after it, kDenialReach words apart from
//   those inside mentions; "just" and its like, "but" and a new statement end
//   it, and a preposition when it has a mention already ("no pain in my leg"),
//   up to the next "or".  So do the few denials that stand behind.
// - A list goes on over commas and under a heading (denial_list.h).
// - Mentions that are asked for and answered are denied: "numbness? no".
// - "I have none of that" and "i don't get those any more" deny what was told
//   before.
// - "No" as an answer ("no my arm"), "not only" and "never like this" deny
//   nothing.
void NoteDenials(const std::vector<ClauseView>& views,
                 std::vector<Assertion>& assertions);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_NEGATION_H_
