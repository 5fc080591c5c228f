#ifndef QUIVER_TESTS_EVALUATION_LABELED_TEXTS_H_
#define QUIVER_TESTS_EVALUATION_LABELED_TEXTS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace quiver {

// An utterance and the intent that people gave it.
struct LabeledText {
  std::string label;
  std::string text;
};

// Reads a file with one utterance a line: label, tab, text.
//
// NotFound: it cannot be opened.  InvalidArgument: a line has no tab.
absl::StatusOr<std::vector<LabeledText>> ReadLabeledTexts(
    const std::string& path);

}  // namespace quiver

#endif  // QUIVER_TESTS_EVALUATION_LABELED_TEXTS_H_
