#include "dialogue/answering.h"
#include "dialogue/rules.h"
#include "dialogue/slot_answers.h"

namespace quiver {
namespace {

constexpr size_t kMaxSuggestions = 3;
constexpr uint32_t kHandoverAfter = 3;
// A slot is asked for so often at most.
constexpr uint32_t kMostTimesAsked = 2;

void SuggestDocuments(Turn& turn) {
  for (const Intent& intent : turn.catalog().intents) {
    if (turn.reply.options.size() == kMaxSuggestions) return;
    const Document* document = turn.catalog().FindDocument(intent.answer);
    if (document != nullptr) OfferDocument(turn, *document);
  }
}

}  // namespace

bool Reprompt(Turn& turn) {
  if (!turn.state.pending || turn.state.pending->interrupted ||
      turn.understanding().other_language) {
    return false;
  }
  const Slot& slot = *turn.catalog().FindSlot(turn.state.pending->slot);
  if (turn.state.TimesAsked(slot.name) < kMostTimesAsked) {
    AskSlot(turn, slot, /*rephrased=*/true);
    return true;
  }
  Decline(turn, "skipped");
  if (turn.reply.outcome != Outcome::kAsked) {
    turn.reply.outcome = Outcome::kFallback;
  }
  return true;
}

bool FallBack(Turn& turn) {
  const uint32_t times = ++turn.state.misunderstood;
  turn.reply.outcome = Outcome::kFallback;
  turn.reply.handover = times >= kHandoverAfter;
  if (turn.understanding().other_language) {
    SayMessage(turn, MessageKind::kAnswer, "other_language");
  } else if (turn.reply.handover) {
    SayMessage(turn, MessageKind::kAnswer, "handover",
               {{"contact", turn.catalog().profile.contact}});
  } else {
    SayMessage(turn, MessageKind::kAnswer,
               times == 1 ? "fallback" : "fallback_again");
    if (times == 2) SuggestDocuments(turn);
  }
  return true;
}

}  // namespace quiver
