#ifndef QUIVER_DIALOGUE_SLOT_ANSWERS_H_
#define QUIVER_DIALOGUE_SLOT_ANSWERS_H_

#include <string_view>

#include "dialogue/turn.h"

namespace quiver {

// Whether the message does what an answer or control intent says: "not sure".
bool Does(const Turn& turn, Action action);

// Details that answer a question were learnt: says so, advises anew and asks
// what is open.
void AcceptAnswer(Turn& turn);

// The social intent of who tells something, be it an answer or not
// (docs/authoring.md).
inline constexpr std::string_view kTold = "told";

// Says the thanks of kTold where the message tells something and asks nothing.
// Returns whether it does; says nothing otherwise.
bool ThankForTelling(Turn& turn);

// The pending question is declined: says `message`, if any, and goes on without
// it.
void Decline(Turn& turn, std::string_view message);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_SLOT_ANSWERS_H_
