#ifndef QUIVER_DIALOGUE_RULES_H_
#define QUIVER_DIALOGUE_RULES_H_

#include "dialogue/turn.h"

namespace quiver {

// The rules of a conversation, one for each kind of situation.  A rule that
// applies writes the reply and the state into `turn` and returns true; one
// that does not leaves `turn` as it was and returns false.  decide.cc has
// their order; docs/architecture.md the table.

// The conversation was opened: the greeting.
bool Greet(Turn& turn);
// An urgent sign was named: what to do now, and nothing else.
bool WarnOfDanger(Turn& turn);
// The visitor steers the conversation: help, start over, repeat, forget me.
bool Control(Turn& turn);
// An option was tapped, or typed by its number or label.
bool TakeOption(Turn& turn);
// The pending question is answered, or declined.
bool TakeAnswer(Turn& turn);
// Nothing but a social act: thanks, hello.
bool Socialize(Turn& turn);
// Something was asked that documents answer.
bool AnswerQuestions(Turn& turn);
// Several meanings are about as likely.
bool Clarify(Turn& turn);
// The answer to the pending question was not understood.
bool Reprompt(Turn& turn);
// Nothing was understood; always applies.
bool FallBack(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_RULES_H_
