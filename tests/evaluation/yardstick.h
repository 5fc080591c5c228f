#ifndef QUIVER_TESTS_EVALUATION_YARDSTICK_H_
#define QUIVER_TESTS_EVALUATION_YARDSTICK_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace quiver {

// A slot that labelled questions tell the values of.
struct MeasuredSlot {
  std::string name;              // As the assistant calls it.
  std::string field;             // As the labelled files do.
  std::set<std::string> values;  // The only ones that count.
};

// How the replies of one assistant are measured.
struct Yardstick {
  std::vector<MeasuredSlot> slots;
  // Topics that even people find hard to tell apart.
  std::vector<std::set<std::string>> families;

  // Whether two topics are the same or of one family.
  bool SameFamily(const std::string& left, const std::string& right) const;
};

// Reads a yardstick from JSON: "slots", each with "name", "field" and
// "values"; and "families", a list of lists of topics.
//
// NotFound: the file cannot be opened.  InvalidArgument: it is not that.
absl::StatusOr<Yardstick> ReadYardstick(const std::string& path);

}  // namespace quiver

#endif  // QUIVER_TESTS_EVALUATION_YARDSTICK_H_
