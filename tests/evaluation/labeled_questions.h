#ifndef QUIVER_TESTS_EVALUATION_LABELED_QUESTIONS_H_
#define QUIVER_TESTS_EVALUATION_LABELED_QUESTIONS_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "evaluation/yardstick.h"

namespace quiver {

// A question of a real person, and what a good reply to it has.
struct LabeledQuestion {
  std::string id;
  std::string text;
  std::string source;
  std::string topic;  // Empty when it is out of scope.
  std::string kind;   // Of what is out of scope: "off_topic", ...
  // The values that it names, by slot of the yardstick.
  std::vector<std::set<std::string>> slots;
  bool red_flag = false;
};

// Reads a file with one JSON object a line: "id", "text", "source"; of
// questions in scope "topic", "red_flag" and the fields of the slots of
// `yardstick`, of others "kind".
//
// NotFound: the file cannot be opened.  InvalidArgument: a line is not that.
absl::StatusOr<std::vector<LabeledQuestion>> ReadLabeledQuestions(
    const std::string& path, const Yardstick& yardstick);

}  // namespace quiver

#endif  // QUIVER_TESTS_EVALUATION_LABELED_QUESTIONS_H_
