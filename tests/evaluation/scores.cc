#include "evaluation/scores.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace quiver {
namespace {

double Ratio(size_t part, size_t whole) {
  return whole == 0 ? 0
                    : static_cast<double>(part) / static_cast<double>(whole);
}

std::set<std::string> Difference(const std::set<std::string>& left,
                                 const std::set<std::string>& right) {
  std::set<std::string> difference;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                      std::inserter(difference, difference.end()));
  return difference;
}

// The topic of the first citation; empty when nothing is cited.
std::string FirstTopic(const AnsweredQuestion& question) {
  const std::vector<Citation>& citations = question.record.reply.citations;
  return citations.empty() ? "" : citations.front().topic;
}

bool IsAmongThree(const AnsweredQuestion& question) {
  const auto end = question.topics.begin() +
                   std::min<ptrdiff_t>(3, std::ssize(question.topics));
  return std::find(question.topics.begin(), end, question.question.topic) !=
         end;
}

bool IsAlarm(Urgency urgency) { return urgency >= Urgency::kSameDay; }

bool IsAnswered(const AnsweredQuestion& question) {
  const Outcome outcome = question.record.reply.outcome;
  return outcome == Outcome::kAnswered || outcome == Outcome::kAsked;
}

void CountUrgency(const AnsweredQuestion& question, InScopeScore& score) {
  const Urgency urgency = question.record.reply.urgency;
  if (question.question.red_flag) {
    score.red_flags.Count(urgency > Urgency::kNone);
  } else {
    score.false_alarms.Count(IsAlarm(urgency));
    score.see_doctor.Count(urgency == Urgency::kSeeDoctor);
  }
}

void CountSlots(const AnsweredQuestion& question, InScopeScore& score) {
  for (size_t i = 0; i < score.slots.size(); ++i) {
    const std::set<std::string>& found = question.slots[i];
    const std::set<std::string>& named = question.question.slots[i];
    score.slots[i].found += found.size();
    score.slots[i].named += named.size();
    score.slots[i].right += found.size() - Difference(found, named).size();
  }
}

}  // namespace

AnsweredQuestion Answered(LabeledQuestion question, TurnRecord record,
                          const Yardstick& yardstick) {
  AnsweredQuestion answered{std::move(question), std::move(record), {}, {}};
  for (const Citation& citation : answered.record.reply.citations) {
    answered.topics.push_back(citation.topic);
  }
  for (const Option& option : answered.record.reply.options) {
    if (!option.topic.empty()) answered.topics.push_back(option.topic);
  }
  for (const MeasuredSlot& slot : yardstick.slots) {
    std::set<std::string> found;
    for (const DetailSummary& detail : answered.record.understanding.details) {
      if (detail.entity == slot.name && !detail.negated &&
          slot.values.contains(detail.value)) {
        found.insert(detail.value);
      }
    }
    answered.slots.push_back(std::move(found));
  }
  return answered;
}

double SlotScore::Precision() const { return Ratio(right, found); }
double SlotScore::Recall() const { return Ratio(right, named); }
double SlotScore::F1() const { return Ratio(2 * right, found + named); }

InScopeScore ScoreInScope(const std::vector<AnsweredQuestion>& questions,
                          const Yardstick& yardstick) {
  InScopeScore score;
  score.slots.resize(yardstick.slots.size());
  for (const AnsweredQuestion& question : questions) {
    const std::string& topic = question.question.topic;
    const std::string first = FirstTopic(question);
    const Outcome outcome = question.record.reply.outcome;
    score.topic_first.Count(first == topic);
    score.family_first.Count(yardstick.SameFamily(first, topic));
    score.topic_among_three.Count(IsAmongThree(question));
    score.wrongly_refused.Count(outcome == Outcome::kFallback);
    score.clarified.Count(outcome == Outcome::kClarify);
    CountUrgency(question, score);
    CountSlots(question, score);
  }
  return score;
}

OutOfScopeScore ScoreOutOfScope(
    const std::vector<AnsweredQuestion>& questions) {
  OutOfScopeScore score;
  for (const AnsweredQuestion& question : questions) {
    score.refused.Count(!IsAnswered(question));
    score.clarified.Count(question.record.reply.outcome == Outcome::kClarify);
  }
  return score;
}

std::vector<std::string> Failures(const AnsweredQuestion& answered,
                                  const Yardstick& yardstick) {
  const LabeledQuestion& question = answered.question;
  const Reply& reply = answered.record.reply;
  std::vector<std::string> failures;
  if (question.topic.empty()) {
    if (IsAnswered(answered)) failures.push_back("answered: " + question.kind);
    return failures;
  }
  const std::string first = FirstTopic(answered);
  if (first != question.topic) {
    failures.push_back(fmt::format(
        "topic: expected {}, got {}{}{}", question.topic,
        first.empty() ? "none" : first,
        yardstick.SameFamily(first, question.topic) ? ", same family" : "",
        IsAmongThree(answered) ? ", among the first three" : ""));
  }
  if (reply.outcome == Outcome::kFallback) failures.push_back("refused");
  if (reply.outcome == Outcome::kClarify) failures.push_back("clarified");
  if (question.red_flag && reply.urgency == Urgency::kNone) {
    failures.push_back("missed: a red flag");
  }
  if (!question.red_flag && IsAlarm(reply.urgency)) {
    failures.push_back("alarm: no red flag");
  }
  for (size_t i = 0; i < yardstick.slots.size(); ++i) {
    const auto missing = Difference(question.slots[i], answered.slots[i]);
    const auto extra = Difference(answered.slots[i], question.slots[i]);
    if (missing.empty() && extra.empty()) continue;
    failures.push_back(fmt::format("slot: {} missing {}, extra {}",
                                   yardstick.slots[i].name, missing, extra));
  }
  return failures;
}

}  // namespace quiver
