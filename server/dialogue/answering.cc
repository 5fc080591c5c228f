#include "dialogue/answering.h"

#include <algorithm>
#include <utility>

#include "dialogue/details.h"

namespace quiver {
namespace {

bool WasTold(const Turn& turn, const PassageChoice& choice) {
  return turn.state.WasTold(choice.document->id, choice.passage);
}

bool AllTold(const Turn& turn, const std::vector<PassageChoice>& choices) {
  return std::all_of(
      choices.begin(), choices.end(),
      [&](const PassageChoice& choice) { return WasTold(turn, choice); });
}

// The first passage of the documents in `choices` that was not given yet, if
// there is one.
std::vector<PassageChoice> SomethingNew(
    const Turn& turn, const std::vector<PassageChoice>& choices) {
  for (const PassageChoice& choice : choices) {
    for (size_t i = 0; i < choice.document->passages.size(); ++i) {
      const PassageChoice other{choice.document, i};
      if (!WasTold(turn, other)) return {other};
    }
  }
  return {};
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

void Tell(Turn& turn, const std::vector<PassageChoice>& choices) {
  for (const PassageChoice& choice : choices) {
    TellPassage(turn, *choice.document, choice.passage);
  }
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
}

// A question that was answered in full before: once more, in short.
void TellInShort(Turn& turn, const std::vector<PassageChoice>& choices) {
  const Document& document = *choices.front().document;
  if (document.plain.empty()) return Tell(turn, choices);
  SayText(turn, MessageKind::kAnswer, document.plain);
  Cite(turn, document, document.passages.front().sources);
}

// The document that `intent` gives, or null.
const Document* AnswerOf(const Catalog& catalog, const Intent* intent) {
  return intent == nullptr ? nullptr : catalog.FindDocument(intent->answer);
}

}  // namespace

Inquiry InquiryOf(const Turn& turn, const Candidate& candidate) {
  if (candidate.method == Method::kDetails && !turn.state.topic.empty()) {
    return InquiryOfDetails(turn);
  }
  Inquiry inquiry;
  inquiry.intent = candidate.intent;
  inquiry.document = candidate.document;
  if (candidate.intent == nullptr) {
    // Nothing tells which side of it is meant: the short answer comes first.
    return inquiry;
  }
  inquiry.aspect = candidate.intent->aspect;
  if (candidate.method == Method::kDetails) {
    inquiry.reach = Inquiry::Reach::kDetails;
  } else if (inquiry.aspect.empty()) {
    inquiry.reach = Inquiry::Reach::kDocument;
  } else if (candidate.document == AnswerOf(turn.catalog(), candidate.intent)) {
    inquiry.reach = Inquiry::Reach::kAll;
  }
  return inquiry;
}

Inquiry InquiryOf(const Document& document) {
  Inquiry inquiry;
  inquiry.document = &document;
  inquiry.reach = Inquiry::Reach::kDocument;
  return inquiry;
}

Inquiry InquiryOfDetails(const Turn& turn) {
  const Catalog& catalog = turn.catalog();
  const Topic& topic = turn.state.topic;
  Inquiry inquiry;
  inquiry.reach = GivesChoosingDetail(turn) ? Inquiry::Reach::kDetails
                                            : Inquiry::Reach::kAll;
  inquiry.aspect = topic.aspect;
  inquiry.intent = catalog.FindIntent(topic.intent);
  inquiry.document = AnswerOf(catalog, inquiry.intent);
  if (!topic.documents.empty()) {
    inquiry.document = catalog.FindDocument(topic.documents.front());
  }
  if (inquiry.document != nullptr) return inquiry;
  inquiry.intent = catalog.FindIntent(catalog.profile.default_intent);
  inquiry.document = AnswerOf(catalog, inquiry.intent);
  if (inquiry.intent != nullptr) inquiry.aspect = inquiry.intent->aspect;
  return inquiry;
}

void GiveAnswer(Turn& turn, const Inquiry& inquiry) {
  const std::vector<PassageChoice> choices = SelectPassages(turn, inquiry);
  KeepTopic(turn, inquiry, choices);
  if (!AllTold(turn, choices)) return Tell(turn, choices);
  if (!std::exchange(turn.said_again, true)) {
    SayMessage(turn, MessageKind::kRemark, "again");
  }
  const std::vector<PassageChoice> fresh = SomethingNew(turn, choices);
  if (!fresh.empty()) return Tell(turn, fresh);
  TellInShort(turn, choices);
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
}

bool Advise(Turn& turn) {
  const Inquiry inquiry = InquiryOfDetails(turn);
  if (inquiry.document == nullptr) return false;
  const std::vector<PassageChoice> choices = SelectPassages(turn, inquiry);
  if (AllTold(turn, choices)) return false;
  KeepTopic(turn, inquiry, choices);
  Tell(turn, choices);
  return true;
}

bool TellSomethingNew(Turn& turn) {
  const Inquiry inquiry = InquiryOfDetails(turn);
  if (inquiry.document == nullptr) return false;
  const std::vector<PassageChoice> fresh =
      SomethingNew(turn, {{inquiry.document, 0}});
  if (fresh.empty()) return false;
  Tell(turn, fresh);
  return true;
}

bool LeaveUrgencyBehind(Turn& turn) {
  if (!turn.state.urgent) return false;
  turn.state.urgent = false;
  SayMessage(turn, MessageKind::kRemark, "after_urgent");
  return true;
}

std::vector<std::string> FollowUps(const Turn& turn) {
  const Topic& topic = turn.state.topic;
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
  if (!pending) {
    AskFirstOpenSlot(turn, FollowUps(turn));
    return;
  }
  SayMessage(turn, MessageKind::kRemark, "resume");
  AskSlot(turn, *turn.catalog().FindSlot(pending->slot), /*rephrased=*/false);
  pending->interrupted = true;
}

}  // namespace quiver
