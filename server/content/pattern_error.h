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

// What is wrong with `regex`, which is `written` with its macros expanded: what
// RE2 says against it, or that it is found in every text, as far as a few
// unlikely ones can tell.
std::optional<PatternError> FindPatternError(std::string_view written,
                                             std::string_view regex);

// The same for a macro, which may be found everywhere.
std::optional<PatternError> FindMacroError(std::string_view written,
                                           std::string_view regex);

}  // namespace quiver

#endif  // QUIVER_CONTENT_PATTERN_ERROR_H_
