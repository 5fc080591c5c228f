#ifndef QUIVER_DIALOGUE_ASKING_H_
#define QUIVER_DIALOGUE_ASKING_H_

#include <cstdint>
#include <string_view>

#include "dialogue/turn.h"

namespace quiver {

// The questions of the assistant.
//
// One rule says what is worth asking for: the follow-ups of what the talk is
// about, that is of its intent, or else of its first document; each once, while
// it is not settled and nothing makes it pointless (Slot::unless).

// A slot is asked for so often at most: rephrased, taken up again, or after "go
// back".
inline constexpr uint32_t kMostTimesAsked = 2;

// Whether it makes no difference which value of `entity` this message tells,
// since the talk is about what makes asking for it pointless: where a baby
// jerks.  What is asked about it does make one.
bool MakesNoDifference(const Turn& turn, std::string_view entity);

// Whether something would be asked, once the talk is about `topic`: the
// question that waits, or another.
bool HasOpenQuestion(const Turn& turn, const Topic& topic);

// Asks for `slot`, with its options; the question then waits for an answer.
void AskSlot(Turn& turn, const Slot& slot, bool rephrased);
// Asks for the first slot that is worth it.  Says whether there was one.
bool AskNext(Turn& turn);
// Asks what is open: the question that was interrupted, once more, or the next.
void GoOnAsking(Turn& turn);

// Whether a question waits that was not interrupted nor answered meanwhile.
bool QuestionWaits(const Turn& turn);
// Says the question that waits once more, with its options.  It does not count
// as asking again, and the outcome stays.
void RestatePending(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_ASKING_H_
