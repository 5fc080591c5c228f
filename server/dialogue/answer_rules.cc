#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/established_finding.h"
#include "dialogue/known_details.h"
#include "dialogue/rules.h"

namespace quiver {
namespace {

constexpr size_t kMaxChoices = 3;
// Offered beside an answer.
constexpr size_t kMaxRelated = 2;

// Whether each is about details of this message that the other is not about:
// "coffee, and my thumb twitches".  Then both are told.
bool Complete(const KnownDetails& details, const Document& one,
              const Document& other) {
  const auto adds = [&](const Document& document, const Document& lead) {
    return details.Fits(document) &&
           details.Adds(document, lead, /*now_only=*/true);
  };
  return adds(one, other) && adds(other, one);
}

// Whether two documents resemble the question about as much, and no pattern
// says which is meant.
bool IsTie(const Turn& turn, const Question& question) {
  const std::vector<Candidate>& candidates = question.candidates;
  return candidates.size() > 1 && candidates[0].intent == nullptr &&
         candidates[0].document->topic != candidates[1].document->topic &&
         candidates[0].confidence - candidates[1].confidence <
             turn.input.thresholds.tie &&
         !Complete(KnownDetails(turn), *candidates[0].document,
                   *candidates[1].document);
}

// What else the question may have meant, should the answer miss the point.
void KeepAlternatives(Turn& turn, const Question& question) {
  Topic& topic = turn.state.topic;
  for (const Candidate& candidate : question.candidates) {
    const std::string& id = candidate.document->id;
    const auto told =
        std::find(topic.documents.begin(), topic.documents.end(), id);
    const auto kept =
        std::find(topic.alternatives.begin(), topic.alternatives.end(), id);
    if (told == topic.documents.end() && kept == topic.alternatives.end() &&
        topic.alternatives.size() < kMaxAlternatives) {
      topic.alternatives.push_back(id);
    }
  }
}

// Offers documents of other topics that the questions may have meant as well,
// unless the reply asks something of its own.
void OfferRelated(Turn& turn) {
  if (turn.reply.outcome != Outcome::kAnswered || !turn.reply.options.empty()) {
    return;
  }
  const auto is_told = [&](const Document& document) {
    return std::any_of(
        turn.reply.citations.begin(), turn.reply.citations.end(),
        [&](const Citation& citation) {
          return citation.document_id == document.id ||
                 (!document.topic.empty() && citation.topic == document.topic);
        });
  };
  for (const Question& question : turn.understanding().questions) {
    for (const Candidate& candidate : question.candidates) {
      if (candidate.confidence < turn.input.thresholds.clarify ||
          is_told(*candidate.document)) {
        continue;
      }
      if (turn.reply.options.size() == kMaxRelated) return;
      OfferDocument(turn, *candidate.document);
    }
  }
}

bool IsClear(const Turn& turn, const Question& question) {
  if (question.needs_topic && turn.state.topic.empty()) return false;
  return question.candidates.front().confidence >=
             turn.input.thresholds.answer &&
         !IsTie(turn, question);
}

// The questions that are clear, each document and aspect once: "is it
// dangerous" and "how do I stop it" may have the same document.
std::vector<const Question*> ClearQuestions(const Turn& turn) {
  std::set<std::pair<std::string_view, std::string_view>> meanings;
  std::vector<const Question*> clear;
  for (const Question& question : turn.understanding().questions) {
    if (!IsClear(turn, question)) continue;
    const Candidate& best = question.candidates.front();
    const std::string_view aspect =
        best.intent == nullptr ? std::string_view() : best.intent->aspect;
    if (meanings.emplace(best.Name(), aspect).second) {
      clear.push_back(&question);
    }
  }
  return clear;
}

// Answers each of `questions` in its turn; they share the room.
void AnswerEach(Turn& turn, const std::vector<const Question*>& questions) {
  for (const Question* question : questions) {
    Inquiry inquiry = KeepToFinding(turn, InquiryOf(turn, *question));
    inquiry.most_words = kMostWords / questions.size();
    GiveAnswer(turn, inquiry);
    KeepAlternatives(turn, *question);
  }
}

bool IsWorthClarifying(const Turn& turn, const Question& question) {
  if (question.needs_topic && turn.state.topic.empty()) return false;
  return question.candidates.front().confidence >=
         turn.input.thresholds.clarify;
}

// "No coffee" resembles questions about coffee, but asks nothing.
bool MerelyDenies(const Turn& turn) {
  const auto& questions = turn.understanding().questions;
  return OnlyDenies(turn) &&
         std::none_of(
             questions.begin(), questions.end(), [](const Question& question) {
               const Candidate& best = question.candidates.front();
               return best.intent != nullptr && best.method != Method::kDetails;
             });
}

// "He is three", after an urgent sign: nothing else is spoken of yet.
bool TellsOfDanger(const Turn& turn) {
  const auto& questions = turn.understanding().questions;
  return turn.state.urgent && !turn.understanding().Asks() &&
         !turn.understanding().names_subject &&
         std::all_of(
             questions.begin(), questions.end(), [](const Question& question) {
               return question.candidates.front().method == Method::kDetails;
             });
}

}  // namespace

bool AnswerQuestions(Turn& turn) {
  const std::vector<const Question*> questions = ClearQuestions(turn);
  if (questions.empty() || MerelyDenies(turn) || TellsOfDanger(turn)) {
    return false;
  }
  const bool urgent = LeaveUrgencyBehind(turn);
  AcknowledgeDenials(turn);
  AnswerEach(turn, questions);
  if (urgent) return true;
  GoOnAsking(turn);
  OfferRelated(turn);
  return true;
}

bool Clarify(Turn& turn) {
  const std::vector<Question>& questions = turn.understanding().questions;
  if (questions.empty() || !IsWorthClarifying(turn, questions.front()) ||
      OnlyDenies(turn) || TellsOfDanger(turn)) {
    return false;
  }
  SayMessage(turn, MessageKind::kQuestion, "clarify");
  std::set<std::string_view> offered;
  for (const Candidate& candidate : questions.front().candidates) {
    if (offered.size() == kMaxChoices) break;
    const Document& document = *candidate.document;
    if (offered.insert(document.id).second) OfferDocument(turn, document);
  }
  OfferNone(turn);
  turn.reply.outcome = Outcome::kClarify;
  turn.state.misunderstood = 0;
  return true;
}

}  // namespace quiver
