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
// Something said before was corrected: "no, I meant my left arm".
bool TakeCorrection(Turn& turn);
// The pending question is answered, or declined.
bool TakeAnswer(Turn& turn);
// Nothing but a social act: thanks, hello.
bool Socialize(Turn& turn);
// Something was asked that documents answer.
bool AnswerQuestions(Turn& turn);
// Several meanings are about as likely.
bool Clarify(Turn& turn);
// Nothing was asked, but details were given that matter: "no weakness".
bool TakeDetails(Turn& turn);
// More was told, where one of several meanings was to be chosen: the likeliest
// is taken.
bool TakeUpOffer(Turn& turn);
// The answer to the pending question was not understood.
bool Reprompt(Turn& turn);
// "Yes", "no" or "not sure", though nothing was asked.
bool TakeIdleAnswer(Turn& turn);
// Nothing was understood, but a passage of what the talk is about holds the
// words.
bool LookUpInTalk(Turn& turn);
// Something was told in the middle of a talk that no document speaks of.
bool TakeStatement(Turn& turn);
// Nothing was understood; always applies.
bool FallBack(Turn& turn);

// Not a rule: a sign at the doctor level raises the urgency of any reply, and
// comes first in it.
void AdviseDoctor(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_RULES_H_
