#ifndef QUIVER_TESTS_CONVERSATION_RANDOM_VISITOR_H_
#define QUIVER_TESTS_CONVERSATION_RANDOM_VISITOR_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "dialogue/decision.h"

namespace quiver {

// Someone who says anything that visitors say, in any order: questions, details
// in many forms, answers, taps, requests about the talk, small talk, nonsense,
// and now and then that there is danger.  The words come from the content.
class RandomVisitor {
 public:
  // The same seed, catalog and replies give the same inputs.  `emergencies`
  // are messages that must raise an alarm.  `catalog` must outlive it.
  RandomVisitor(const Catalog& catalog, std::vector<std::string> emergencies,
                uint32_t seed);

  // What is done next, the last reply being `reply`.
  VisitorInput Next(const Reply& reply);

  // Whether the input last given was one of the emergencies.
  bool in_danger() const { return in_danger_; }

 private:
  size_t Below(size_t bound);
  template <typename Items>
  const auto& Any(const Items& items) {
    return items[Below(items.size())];
  }

  std::string Detail();
  std::string Question();
  std::string Request();
  std::string Nonsense();
  std::string Text();
  VisitorInput Tap(const Reply& reply);

  const Catalog& catalog_;
  const std::vector<std::string> emergencies_;
  std::mt19937 random_;
  bool in_danger_ = false;
};

// `input` as a line of a conversation file.
std::string Transcribed(const VisitorInput& input);

}  // namespace quiver

#endif  // QUIVER_TESTS_CONVERSATION_RANDOM_VISITOR_H_
