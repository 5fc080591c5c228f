#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "dialogue/answering.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"

namespace quiver {
namespace {

constexpr size_t kMaxChoices = 3;

// Whether two documents resemble the question about as much, and no pattern
// says which is meant.
bool IsTie(const Turn& turn, const Question& question) {
  const std::vector<Candidate>& candidates = question.candidates;
  return candidates.size() > 1 && candidates[0].intent == nullptr &&
         candidates[0].document->topic != candidates[1].document->topic &&
         candidates[0].confidence - candidates[1].confidence <
             turn.input.thresholds.tie;
}

bool IsClear(const Turn& turn, const Question& question) {
  if (question.needs_topic && turn.state.topic.empty()) return false;
  return question.candidates.front().confidence >=
             turn.input.thresholds.answer &&
         !IsTie(turn, question);
}

bool IsWorthClarifying(const Turn& turn, const Question& question) {
  if (question.needs_topic && turn.state.topic.empty()) return false;
  return question.candidates.front().confidence >=
         turn.input.thresholds.clarify;
}

// "No weakness, no numbness" is not a question about weakness.
bool OnlyDenies(const Turn& turn) {
  return !turn.learnt.empty() &&
         std::all_of(turn.learnt.begin(), turn.learnt.end(),
                     [](const RememberedSlot& slot) { return slot.negated; });
}

}  // namespace

bool AnswerQuestions(Turn& turn) {
  const std::vector<Question>& questions = turn.understanding().questions;
  const bool any_clear = std::any_of(
      questions.begin(), questions.end(),
      [&](const Question& question) { return IsClear(turn, question); });
  if (!any_clear) return false;
  const bool urgent = LeaveUrgencyBehind(turn);
  AcknowledgeDenials(turn);
  // Document and aspect: "is it dangerous" and "how do I stop it" may have
  // the same document.
  std::set<std::pair<std::string_view, std::string>> answered;
  for (const Question& question : questions) {
    if (!IsClear(turn, question)) continue;
    const Candidate& best = question.candidates.front();
    const Inquiry inquiry = InquiryOf(turn, best);
    if (!answered.emplace(best.Name(), inquiry.aspect).second) continue;
    GiveAnswer(turn, inquiry);
  }
  if (!urgent) GoOnAsking(turn);
  return true;
}

bool Clarify(Turn& turn) {
  const std::vector<Question>& questions = turn.understanding().questions;
  if (questions.empty() || !IsWorthClarifying(turn, questions.front()) ||
      OnlyDenies(turn)) {
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
