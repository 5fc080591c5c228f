#ifndef QUIVER_DIALOGUE_TURN_H_
#define QUIVER_DIALOGUE_TURN_H_

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/decision.h"

namespace quiver {

// A passage of a document.
struct PassageChoice {
  const Document* document = nullptr;
  size_t passage = 0;

  friend bool operator==(const PassageChoice&, const PassageChoice&) = default;
};

// What of the session a turn can be undone to.
struct Memory {
  std::vector<RememberedSlot> slots;
  Topic topic;
};

// A decision in the making: what rules read and write.
struct Turn {
  // The state starts as it was, without what the catalog no longer has.
  Turn(const DecisionInput& decision_input, SessionState before);

  const DecisionInput& input;
  SessionState state;  // As it will be remembered.
  Reply reply;
  std::vector<TraceStep> trace;
  bool forget = false;
  bool repeats = false;     // The reply is the last one, word for word.
  bool said_again = false;  // That something was asked before; once is enough.
  std::vector<PassageChoice> told;  // For the first time, by this reply.

  Memory before_last;  // Before the last turn that changed what is held.
  std::vector<RememberedSlot> learnt;      // New with this turn.
  std::vector<RememberedSlot> taken_back;  // Held as true until this turn.

  const Catalog& catalog() const { return input.catalog; }
  const Understanding& understanding() const { return input.understanding; }

  // Notes a reason, written as by fmt::format(), where a trace is wanted.
  template <typename... Parts>
  void Note(fmt::format_string<Parts...> format, Parts&&... parts) {
    if (!input.include_trace) return;
    trace.push_back(
        {"dialogue", fmt::format(format, std::forward<Parts>(parts)...)});
  }
};

// Values for the {fields} of an authored sentence.
using Fields = std::vector<std::pair<std::string_view, std::string>>;
std::string FillFields(std::string text, const Fields& fields);

// --- What a reply is built of. ---

void SayBlocks(Turn& turn, MessageKind kind, std::vector<Block> blocks);
// Says `text`, a paragraph for each part between empty lines.
void SayText(Turn& turn, MessageKind kind, std::string_view text);
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
// Remarks behind the answer that cited documents are past their review date.
void FlagOutdated(Turn& turn);

// Offers `document`, once.
void OfferDocument(Turn& turn, const Document& document);
void OfferNone(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_TURN_H_
