#ifndef QUIVER_MATCH_PATTERN_LINT_H_
#define QUIVER_MATCH_PATTERN_LINT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// What the author of `regex` should know about it: that it does not compile,
// or why it is slow or finds less than it seems to.  Each a phrase in lower
// case without a full stop.  Empty for a good pattern.
//
// For patterns with macros already expanded, as in pattern_matcher.h.
std::vector<std::string> LintPattern(std::string_view regex);

// Whether `regex` matches a text without any characters.  False for one that
// does not compile.
bool MatchesEmpty(std::string_view regex);

// Whether `regex` matches every text, as far as a few unlikely ones can tell.
bool MatchesEverything(std::string_view regex);

// How many groups of literals a text must hold, one of each, for `regex` to
// match.  With none the pattern is run on every text.
size_t RequiredLiteralGroups(std::string_view regex);

}  // namespace quiver

#endif  // QUIVER_MATCH_PATTERN_LINT_H_
