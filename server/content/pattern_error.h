#ifndef QUIVER_CONTENT_PATTERN_ERROR_H_
#define QUIVER_CONTENT_PATTERN_ERROR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quiver {

// What is wrong with a pattern.
struct PatternError {
  std::string message;  // RE2's, with the offending part.
  std::string advice;   // May be empty.
  size_t offset = 0;    // In the pattern as the author wrote it.
};

// What RE2 says against `regex`, which is `written` with its macros expanded;
// nothing when it compiles.
std::optional<PatternError> FindPatternError(std::string_view written,
                                             std::string_view regex);

// Whether `regex`, which compiles, is found in every text, as far as a few
// unlikely ones can tell.
bool IsFoundEverywhere(std::string_view regex);

}  // namespace quiver

#endif  // QUIVER_CONTENT_PATTERN_ERROR_H_
