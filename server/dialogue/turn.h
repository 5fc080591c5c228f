#ifndef QUIVER_DIALOGUE_TURN_H_
#define QUIVER_DIALOGUE_TURN_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/decision.h"

namespace quiver {

// A decision in the making: what rules read and write.
struct Turn {
  explicit Turn(const DecisionInput& decision_input);

  const DecisionInput& input;
  SessionState state;  // As it will be remembered; starts as it was.
  Reply reply;
  std::vector<TraceStep> trace;
  bool forget = false;

  const Catalog& catalog() const { return input.catalog; }
  const Understanding& understanding() const { return input.understanding; }

  // Notes a reason for the trace.
  void Note(std::string reason);
};

// Values for the {fields} of an authored sentence.
using Fields = std::vector<std::pair<std::string_view, std::string>>;
std::string FillFields(std::string text, const Fields& fields);

// --- What a reply is built of. ---

void SayBlocks(Turn& turn, MessageKind kind, std::vector<Block> blocks);
void SayText(Turn& turn, MessageKind kind, std::string text);
// Says the authored message `key` (content/message_keys.h).
void SayMessage(Turn& turn, MessageKind kind, std::string_view key,
                const Fields& fields = {});
void SayList(Turn& turn, MessageKind kind, std::string_view key,
             std::vector<std::string> items);

// Gives passage `index` of `document`, cites it and notes that it was told.
void TellPassage(Turn& turn, const Document& document, size_t index);
// Adds `document` to the citations, with `sources` of it.
void Cite(Turn& turn, const Document& document,
          const std::vector<std::string>& sources);

void OfferDocument(Turn& turn, const Document& document);
void OfferNone(Turn& turn);

// Asks for `slot`, with its options; the question then waits for an answer.
void AskSlot(Turn& turn, const Slot& slot, bool rephrased);
// Asks for the first of `slots` whose answer is not settled and that was not
// asked twice.  Says whether it asked.
bool AskFirstOpenSlot(Turn& turn, const std::vector<std::string>& slots);

// How a visitor would call a remembered detail: "left eyelid".
std::string SlotLabel(const Catalog& catalog, const RememberedSlot& slot);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_TURN_H_
