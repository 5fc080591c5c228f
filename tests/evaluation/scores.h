#ifndef QUIVER_TESTS_EVALUATION_SCORES_H_
#define QUIVER_TESTS_EVALUATION_SCORES_H_

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "conversation/turn_record.h"
#include "evaluation/labeled_questions.h"
#include "evaluation/yardstick.h"

namespace quiver {

// A labelled question and how it was answered, as the first message of a
// conversation.
struct AnsweredQuestion {
  LabeledQuestion question;
  TurnRecord record;
  // Topics of the citations, then of the options, in order.
  std::vector<std::string> topics;
  // The values found, by slot of the yardstick; only those that count.
  std::vector<std::set<std::string>> slots;
};

AnsweredQuestion Answered(LabeledQuestion question, TurnRecord record,
                          const Yardstick& yardstick);

// A share of something.
struct Share {
  size_t part = 0;
  size_t whole = 0;

  void Count(bool holds) {
    ++whole;
    part += holds ? 1 : 0;
  }
};

// Values found, against those that were named.
struct SlotScore {
  size_t right = 0;
  size_t found = 0;
  size_t named = 0;

  double Precision() const;
  double Recall() const;
  double F1() const;
};

// How questions in scope were answered.
struct InScopeScore {
  Share topic_first;             // The first citation has the topic,
  Share family_first;            // or one of its family.
  Share topic_among_three;       // Among the first three citations and options.
  Share wrongly_refused;         // Not understood.
  Share clarified;               // Asked which is meant.
  Share red_flags;               // Of red flags: any urgency.
  Share false_alarms;            // Of the others: same day or emergency.
  Share see_doctor;              // Of the others: "see a doctor".
  std::vector<SlotScore> slots;  // By slot of the yardstick.
};

InScopeScore ScoreInScope(const std::vector<AnsweredQuestion>& questions,
                          const Yardstick& yardstick);

// How messages were refused that must not be answered.
struct OutOfScopeScore {
  Share refused;    // No answer about the subject.
  Share clarified;  // Of all: asked which is meant.
};

OutOfScopeScore ScoreOutOfScope(const std::vector<AnsweredQuestion>& questions);

// What is wrong with a reply, in words; empty when nothing is.  The first word
// of each is its kind: "topic", "refused", "clarified", "missed", "alarm",
// "slot", "answered".
std::vector<std::string> Failures(const AnsweredQuestion& question,
                                  const Yardstick& yardstick);

}  // namespace quiver

#endif  // QUIVER_TESTS_EVALUATION_SCORES_H_
