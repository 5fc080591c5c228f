#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "dialogue/answering.h"
#include "dialogue/rules.h"

namespace quiver {
namespace {

constexpr size_t kMaxChoices = 3;

bool IsClear(const Turn& turn, const Question& question) {
  return question.candidates.front().confidence >= turn.input.thresholds.answer;
}

bool IsWorthClarifying(const Turn& turn, const Question& question) {
  return question.candidates.front().confidence >=
         turn.input.thresholds.clarify;
}

}  // namespace

bool AnswerQuestions(Turn& turn) {
  const std::vector<Question>& questions = turn.understanding().questions;
  const bool any_clear = std::any_of(
      questions.begin(), questions.end(),
      [&](const Question& question) { return IsClear(turn, question); });
  if (!any_clear) return false;
  RememberDetails(turn);
  // Document and aspect: "is it dangerous" and "how do I stop it" may have
  // the same document.
  std::set<std::pair<std::string_view, std::string>> answered;
  for (const Question& question : questions) {
    if (!IsClear(turn, question)) continue;
    const Candidate& best = question.candidates.front();
    const Inquiry inquiry = InquiryOf(best);
    if (!answered.emplace(best.Name(), inquiry.aspect).second) continue;
    GiveAnswer(turn, inquiry);
  }
  GoOnAsking(turn);
  return true;
}

bool Clarify(Turn& turn) {
  const std::vector<Question>& questions = turn.understanding().questions;
  if (questions.empty() || !IsWorthClarifying(turn, questions.front())) {
    return false;
  }
  RememberDetails(turn);
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
  if (turn.state.pending) turn.state.pending->interrupted = true;
  return true;
}

}  // namespace quiver
