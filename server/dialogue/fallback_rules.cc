#include <algorithm>
#include <string_view>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/slot_answers.h"
#include "dialogue/suggestions.h"

namespace quiver {
namespace {

constexpr uint32_t kHandoverAfter = 3;

// "Every evening", "he stops when I hold his hand", in the middle of a talk:
// nothing was asked that an answer could be missing for.
bool TellsInTalk(const Turn& turn) {
  return !turn.state.topic.empty() && !turn.understanding().Asks() &&
         !turn.understanding().utterance.corrected.tokens.empty();
}

std::string_view FallbackMessage(const Turn& turn, uint32_t times) {
  if (TellsInTalk(turn)) return "fallback_detail";
  return times == 1 ? "fallback" : "fallback_again";
}

// A question that was not understood is no bad answer to another one.
bool AsksBack(const Turn& turn) { return turn.understanding().Asks(); }

// Whether a detail was told that visitors would expect to be remembered.
bool LearntSomething(const Turn& turn) {
  return std::any_of(turn.learnt.begin(), turn.learnt.end(),
                     [&](const RememberedSlot& slot) {
                       return WorthTelling(turn.catalog(), slot.name);
                     });
}

// "Yes" to several meanings says nothing: which of them?
bool OfferAgain(Turn& turn) {
  SayMessage(turn, MessageKind::kQuestion, "clarify");
  turn.reply.options = turn.state.last_reply.options;
  turn.reply.outcome = Outcome::kClarify;
  return true;
}

}  // namespace

bool TakeUpOffer(Turn& turn) {
  const Reply& last = turn.state.last_reply;
  if (last.outcome != Outcome::kClarify || last.options.empty() ||
      !turn.state.topic.empty() || turn.state.urgent ||
      turn.understanding().Asks()) {
    return false;
  }
  const Document* likeliest =
      turn.catalog().FindDocument(last.options.front().document_id);
  if (likeliest == nullptr) return false;
  const bool told = ThankForTelling(turn);
  if (!told && !LearntSomething(turn)) return false;
  GiveAnswer(turn, InquiryOf(*likeliest));
  GoOnAsking(turn);
  return true;
}

bool Reprompt(Turn& turn) {
  if (!turn.state.pending || turn.state.pending->interrupted ||
      turn.understanding().other_language || AsksBack(turn)) {
    return false;
  }
  const Slot& slot = *turn.catalog().FindSlot(turn.state.pending->slot);
  const bool told = ThankForTelling(turn);
  if (turn.state.TimesAsked(slot.name) < kMostTimesAsked) {
    AskSlot(turn, slot, /*rephrased=*/true);
    return true;
  }
  Decline(turn, told ? "" : "skipped");
  if (!told && turn.reply.outcome != Outcome::kAsked &&
      turn.reply.citations.empty()) {
    turn.reply.outcome = Outcome::kFallback;
  }
  return true;
}

bool TakeIdleAnswer(Turn& turn) {
  const auto& acts = turn.understanding().acts;
  const bool answers =
      std::any_of(acts.begin(), acts.end(), [](const Candidate& act) {
        return act.intent->kind == IntentKind::kAnswer;
      });
  if (!answers) return false;
  if (turn.state.last_reply.outcome == Outcome::kClarify) {
    return OfferAgain(turn);
  }
  SayMessage(turn, MessageKind::kAnswer, "nothing_asked");
  turn.reply.outcome = Outcome::kSocial;
  turn.state.misunderstood = 0;
  return true;
}

bool TakeStatement(Turn& turn) {
  if (turn.state.topic.empty() || turn.state.urgent ||
      turn.understanding().other_language || !ThankForTelling(turn)) {
    return false;
  }
  turn.reply.outcome = Outcome::kSocial;
  turn.state.misunderstood = 0;
  GoOnAsking(turn);
  if (turn.reply.pending_slot.empty() && !Advise(turn)) {
    SayMessage(turn, MessageKind::kAnswer, "nothing_asked");
  }
  return true;
}

bool FallBack(Turn& turn) {
  if (turn.state.urgent && !turn.understanding().other_language) {
    // "I already called them": nothing matters more.
    SayMessage(turn, MessageKind::kAnswer, "urgent_stands");
    turn.reply.outcome = Outcome::kFallback;
    return true;
  }
  const uint32_t times = ++turn.state.misunderstood;
  turn.reply.outcome = Outcome::kFallback;
  turn.reply.handover = times >= kHandoverAfter;
  if (turn.understanding().other_language) {
    SayMessage(turn, MessageKind::kAnswer, "other_language");
  } else if (turn.reply.handover) {
    SayMessage(turn, MessageKind::kAnswer, "handover",
               {{"contact", turn.catalog().profile.contact}});
  } else {
    SayMessage(turn, MessageKind::kAnswer, FallbackMessage(turn, times));
    if (times == 2) SuggestDocuments(turn);
  }
  return true;
}

}  // namespace quiver
