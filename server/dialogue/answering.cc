#include "dialogue/answering.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/document_choice.h"
#include "dialogue/established_finding.h"

namespace quiver {
namespace {

bool WasTold(const Turn& turn, const PassageChoice& choice) {
  return turn.state.WasTold(choice.document->id, choice.passage);
}

bool ToldNow(const Turn& turn, const PassageChoice& choice) {
  return std::find(turn.told.begin(), turn.told.end(), choice) !=
         turn.told.end();
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

// Whether the clauses at `span` are put as a question.
bool Asks(const Turn& turn, const Span& span) {
  const auto& clauses = turn.understanding().utterance.corrected.clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.question && span.Overlaps(clause.span);
  });
}

// Whether the message says itself what it is about.
bool NamesMatter(const Turn& turn) {
  return turn.understanding().names_subject || GivesChoosingDetail(turn) ||
         !turn.input.visitor.option_ids.empty();
}

// The document that `intent` gives, or null.
const Document* AnswerOf(const Catalog& catalog, const Intent* intent) {
  return intent == nullptr ? nullptr : catalog.FindDocument(intent->answer);
}

// The document about the danger that the talk is about; null when there is
// none.
const Document* DangerOf(const Turn& turn) {
  if (!turn.state.urgent) return nullptr;
  const std::vector<const Document*> topic = TopicDocuments(turn);
  return topic.empty() ? nullptr : topic.front();
}

// What the intent's own document says about an aspect that is asked again.  It
// is about the subject in general, so it adds nothing on a matter of its own:
// a danger, or a condition.
std::vector<PassageChoice> MoreOfAspect(const Turn& turn,
                                        const Inquiry& inquiry,
                                        const Document& lead) {
  const Catalog& catalog = turn.catalog();
  const Document* document = AnswerOf(catalog, inquiry.intent);
  const bool own_matter =
      inquiry.reach == Inquiry::Reach::kDocument || IsOwnMatter(catalog, lead);
  if (document == nullptr || own_matter ||
      IsMainAspect(catalog, inquiry.aspect)) {
    return {};
  }
  const auto section = NewSection(turn, *document, inquiry.aspect);
  if (section) return {{document, *section}};
  if (!WasTold(turn, {document, 0})) return {{document, 0}};
  return {};
}

// "Her arm jumps", of a baby: tells only what makes no difference.
bool TellsNothingElse(const Turn& turn) {
  bool tells = false;
  for (const Mention& mention : turn.understanding().mentions) {
    if (mention.entity->specificity == 0 || mention.assertion.negated) continue;
    if (!MakesNoDifference(turn, mention.entity->name)) return false;
    tells = true;
  }
  return tells;
}

}  // namespace

bool IsMainAspect(const Catalog& catalog, const std::string& aspect) {
  const auto& aspects = catalog.profile.aspects;
  return aspect.empty() || (!aspects.empty() && aspects.front() == aspect);
}

Topic TopicOf(const Inquiry& inquiry,
              const std::vector<const Document*>& about) {
  Topic topic;
  if (inquiry.intent != nullptr) topic.intent = inquiry.intent->name;
  topic.aspect = inquiry.aspect;
  for (const Document* document : about)
    topic.documents.push_back(document->id);
  return topic;
}

std::optional<size_t> NewSection(const Turn& turn, const Document& document,
                                 const std::string& aspect) {
  const int section = document.FindAspect(aspect);
  if (section < 0) return std::nullopt;
  const auto index = static_cast<size_t>(section);
  if (turn.state.WasTold(document.id, index)) return std::nullopt;
  return index;
}

Inquiry InquiryOf(const Turn& turn, const Question& question) {
  const Candidate& candidate = question.candidates.front();
  const bool only_details =
      candidate.method == Method::kDetails || TellsNothingElse(turn);
  if (only_details && !turn.state.topic.empty()) return InquiryOfDetails(turn);
  Inquiry inquiry;
  inquiry.question = &question;
  inquiry.intent = candidate.intent;
  inquiry.document = candidate.document;
  inquiry.advise = candidate.method == Method::kDetails ||
                   (candidate.intent == nullptr && !Asks(turn, candidate.span));
  // Nothing tells which side of it is meant: the short answer comes first.
  if (candidate.intent == nullptr) return inquiry;
  inquiry.aspect = candidate.intent->aspect;
  if (const Document* danger = DangerOf(turn)) {
    // It is the danger that is asked about.
    inquiry.document = danger;
    inquiry.reach = Inquiry::Reach::kDocument;
  } else if (candidate.method == Method::kDetails) {
    inquiry.reach = Inquiry::Reach::kDetails;
  } else if (inquiry.aspect.empty()) {
    inquiry.reach = Inquiry::Reach::kDocument;
  } else if (candidate.document->id == candidate.intent->answer) {
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
  inquiry.advise = IsMainAspect(catalog, topic.aspect);
  inquiry.intent = catalog.FindIntent(topic.intent);
  inquiry.document = topic.documents.empty()
                         ? AnswerOf(catalog, inquiry.intent)
                         : catalog.FindDocument(topic.documents.front());
  if (inquiry.document != nullptr) return inquiry;
  inquiry.intent = catalog.FindIntent(catalog.profile.default_intent);
  inquiry.document = AnswerOf(catalog, inquiry.intent);
  if (inquiry.intent != nullptr) inquiry.aspect = inquiry.intent->aspect;
  return inquiry;
}

void GiveAnswer(Turn& turn, const Inquiry& inquiry) {
  AnswerChoice answer = ChooseAnswer(turn, inquiry);
  turn.state.topic = TopicOf(inquiry, answer.about);
  std::vector<PassageChoice>& choices = answer.passages;
  std::erase_if(choices, [&](const PassageChoice& choice) {
    return ToldNow(turn, choice);
  });
  if (choices.empty()) return;
  if (!AllTold(turn, choices)) {
    std::erase_if(choices, [&](const PassageChoice& choice) {
      return WasTold(turn, choice);
    });
    return Tell(turn, choices);
  }
  // Who only told more did not ask again.
  const bool told_more = inquiry.question == nullptr &&
                         turn.input.visitor.option_ids.empty() &&
                         !turn.understanding().Asks();
  if (!inquiry.advise && !told_more && !std::exchange(turn.said_again, true)) {
    SayMessage(turn, MessageKind::kRemark, "again");
  }
  std::vector<PassageChoice> fresh =
      MoreOfAspect(turn, inquiry, *answer.about.front());
  if (fresh.empty()) fresh = SomethingNew(turn, choices);
  if (!fresh.empty()) return Tell(turn, fresh);
  TellInShort(turn, choices);
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
}

bool Advise(Turn& turn) {
  Inquiry inquiry = KeepToFinding(turn, InquiryOfDetails(turn));
  if (inquiry.document == nullptr) return false;
  if (OnlyDenies(turn)) {
    // What was asked last is not asked again: what to do is what is left.
    inquiry.aspect.clear();
    inquiry.advise = true;
    inquiry.reach = Inquiry::Reach::kDocument;
  }
  AnswerChoice answer = ChooseAnswer(turn, inquiry);
  if (AllTold(turn, answer.passages)) return false;
  std::erase_if(answer.passages, [&](const PassageChoice& choice) {
    return WasTold(turn, choice);
  });
  turn.state.topic = TopicOf(inquiry, answer.about);
  Tell(turn, answer.passages);
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
  turn.state.urgent = !NamesMatter(turn);
  SayMessage(turn, MessageKind::kRemark, "after_urgent");
  return true;
}

bool TellSectionOfDetail(Turn& turn) {
  const auto& aspects = turn.catalog().profile.aspects;
  for (const RememberedSlot& slot : turn.learnt) {
    if (slot.negated ||
        std::find(aspects.begin(), aspects.end(), slot.name) == aspects.end()) {
      continue;
    }
    for (const std::string& id : turn.state.topic.documents) {
      const Document* document = turn.catalog().FindDocument(id);
      if (document == nullptr) continue;
      const auto section = NewSection(turn, *document, slot.name);
      if (!section) continue;
      TellPassage(turn, *document, *section);
      return true;
    }
  }
  return false;
}

}  // namespace quiver
