#include "dialogue/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quiver {
namespace {

// A supposed symptom, or a relative's, is not the visitor's; a body part is
// told by naming it.
bool WorthRemembering(const Catalog& catalog, const Mention& mention) {
  const Assertion& assertion = mention.assertion;
  if (assertion.hypothetical ||
      assertion.experiencer == Experiencer::kFamilyHistory) {
    return false;
  }
  return catalog.FindSlot(mention.entity->name) != nullptr ||
         assertion.negated || assertion.Present();
}

bool AlreadyHeld(const SessionState& state, const RememberedSlot& slot) {
  return std::any_of(
      state.slots.begin(), state.slots.end(), [&](const RememberedSlot& held) {
        return held.name == slot.name && held.value == slot.value &&
               held.side == slot.side && held.negated == slot.negated &&
               !held.declined;
      });
}

// Doctor-level signs raise the urgency of an answer; urgent ones never get
// here.
void AdviseDoctor(Turn& turn) {
  const auto& findings = turn.understanding().safety;
  if (findings.empty()) return;
  const SafetyRule& rule = *findings.front().rule;
  turn.reply.urgency = Urgency::kSeeDoctor;
  SayBlocks(turn, MessageKind::kSafety, rule.message);
  const Document* document = turn.catalog().FindDocument(rule.document);
  if (document != nullptr) {
    Cite(turn, *document, document->passages.front().sources);
  }
  turn.Note(
      fmt::format("safety rule {}: {}", rule.name, findings.front().evidence));
}

bool AllTold(const Turn& turn, const std::vector<PassageChoice>& choices) {
  return std::all_of(
      choices.begin(), choices.end(), [&](const PassageChoice& choice) {
        return turn.state.WasTold(choice.document->id, choice.passage);
      });
}

// The first passage of the documents in `choices` that was not given yet, or
// `choices` themselves when all was.
std::vector<PassageChoice> SomethingNew(
    const Turn& turn, const std::vector<PassageChoice>& choices) {
  for (const PassageChoice& choice : choices) {
    for (size_t i = 0; i < choice.document->passages.size(); ++i) {
      if (!turn.state.WasTold(choice.document->id, i)) {
        return {{choice.document, i}};
      }
    }
  }
  return choices;
}

void KeepTopic(Turn& turn, const Inquiry& inquiry,
               const std::vector<PassageChoice>& choices) {
  Topic topic;
  if (inquiry.intent != nullptr) topic.intent = inquiry.intent->name;
  topic.aspect = inquiry.aspect;
  for (const PassageChoice& choice : choices) {
    const std::string& id = choice.document->id;
    if (std::find(topic.documents.begin(), topic.documents.end(), id) ==
        topic.documents.end()) {
      topic.documents.push_back(id);
    }
  }
  turn.state.topic = std::move(topic);
}

}  // namespace

Inquiry InquiryOf(const Candidate& candidate) {
  Inquiry inquiry;
  inquiry.intent = candidate.intent;
  inquiry.document = candidate.document;
  if (candidate.intent != nullptr) {
    inquiry.aspect = candidate.intent->aspect;
  } else {
    inquiry.passage = candidate.passage;
    inquiry.aspect = candidate.document->passages[candidate.passage].aspect;
  }
  return inquiry;
}

Inquiry InquiryOf(const Catalog& catalog, const Topic& topic) {
  Inquiry inquiry;
  inquiry.intent = catalog.FindIntent(topic.intent);
  inquiry.aspect = topic.aspect;
  if (inquiry.intent != nullptr) {
    inquiry.document = catalog.FindDocument(inquiry.intent->answer);
  } else if (!topic.documents.empty()) {
    inquiry.document = catalog.FindDocument(topic.documents.front());
  }
  return inquiry;
}

bool RememberDetails(Turn& turn) {
  bool news = false;
  for (const Mention& mention : turn.understanding().mentions) {
    if (!WorthRemembering(turn.catalog(), mention)) continue;
    RememberedSlot slot{mention.entity->name,
                        std::string(mention.value),
                        std::string(mention.side),
                        mention.assertion.negated,
                        false,
                        turn.state.turn};
    if (AlreadyHeld(turn.state, slot)) continue;
    news = true;
    Remember(turn.state, std::move(slot));
  }
  return news;
}

void GiveAnswer(Turn& turn, const Inquiry& inquiry) {
  std::vector<PassageChoice> choices = SelectPassages(turn, inquiry);
  KeepTopic(turn, inquiry, choices);
  if (turn.reply.messages.empty()) AdviseDoctor(turn);
  if (AllTold(turn, choices)) {
    SayMessage(turn, MessageKind::kRemark, "again");
    choices = SomethingNew(turn, choices);
  }
  for (const PassageChoice& choice : choices) {
    TellPassage(turn, *choice.document, choice.passage);
  }
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
}

std::vector<std::string> FollowUpsOf(const Turn& turn, const Topic& topic) {
  const Intent* intent = turn.catalog().FindIntent(topic.intent);
  if (intent != nullptr && !intent->follow_ups.empty()) {
    return intent->follow_ups;
  }
  if (topic.documents.empty()) return {};
  const Document* document =
      turn.catalog().FindDocument(topic.documents.front());
  return document == nullptr ? std::vector<std::string>{}
                             : document->follow_ups;
}

void GoOnAsking(Turn& turn) {
  std::optional<PendingQuestion>& pending = turn.state.pending;
  if (pending && (pending->interrupted || turn.state.Settled(pending->slot))) {
    pending.reset();
  }
  if (pending) {
    const Slot& slot = *turn.catalog().FindSlot(pending->slot);
    SayMessage(turn, MessageKind::kRemark, "resume");
    AskSlot(turn, slot, /*rephrased=*/false);
    pending->interrupted = true;
    return;
  }
  AskFirstOpenSlot(turn, FollowUpsOf(turn, turn.state.topic));
}

}  // namespace quiver
