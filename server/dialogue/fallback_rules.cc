#include "dialogue/answering.h"
#include "dialogue/rules.h"

namespace quiver {
namespace {

constexpr size_t kMaxSuggestions = 3;

void SuggestDocuments(Turn& turn) {
  for (const Intent& intent : turn.catalog().intents) {
    if (turn.reply.options.size() == kMaxSuggestions) return;
    const Document* document = turn.catalog().FindDocument(intent.answer);
    if (document != nullptr) OfferDocument(turn, *document);
  }
}

}  // namespace

bool Reprompt(Turn& turn) {
  if (!turn.state.pending || turn.state.pending->interrupted) return false;
  const Slot* slot = turn.catalog().FindSlot(turn.state.pending->slot);
  if (turn.state.TimesAsked(slot->name) < 2) {
    AskSlot(turn, *slot, /*rephrased=*/true);
    return true;
  }
  // Asked twice in vain: go on without it.
  Remember(turn.state, {.name = slot->name,
                        .value = "",
                        .side = "",
                        .negated = false,
                        .declined = true,
                        .turn = turn.state.turn});
  turn.state.pending.reset();
  SayMessage(turn, MessageKind::kRemark, "skipped");
  turn.reply.outcome = Outcome::kFallback;
  AskFirstOpenSlot(turn, FollowUpsOf(turn, turn.state.topic));
  return true;
}

bool FallBack(Turn& turn) {
  ++turn.state.misunderstood;
  turn.reply.outcome = Outcome::kFallback;
  if (turn.state.misunderstood >= 3) {
    SayMessage(turn, MessageKind::kAnswer, "handover",
               {{"contact", turn.catalog().profile.contact}});
    turn.reply.handover = true;
    return true;
  }
  if (turn.understanding().other_language) {
    SayMessage(turn, MessageKind::kAnswer, "other_language");
    return true;
  }
  SayMessage(turn, MessageKind::kAnswer,
             turn.state.misunderstood == 1 ? "fallback" : "fallback_again");
  if (turn.state.misunderstood == 2) SuggestDocuments(turn);
  return true;
}

}  // namespace quiver
