#ifndef QUIVER_MATCH_PATTERN_MATCHER_H_
#define QUIVER_MATCH_PATTERN_MATCHER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "match/pattern_candidate.h"
#include "text/utterance.h"

namespace quiver {

enum class Compilation {
  kAtOnce,
  // Each pattern when a text first has all that it requires: some 20 us then,
  // and no time and memory before.  For patterns that are rarely tried.
  kAtFirstUse,
};

// A pattern to look for.
struct Pattern {
  std::string regex;   // RE2 syntax, macros already expanded.
  uint32_t label = 0;  // The caller's; several patterns may share one.
  Compilation compilation = Compilation::kAtOnce;
};

// A pattern that was found in a text.
struct PatternMatch {
  uint32_t pattern = 0;  // Index into the patterns the matcher was made of.
  uint32_t label = 0;    // That pattern's label.
  Span span;             // The leftmost match, into the text.
};

// Tells labels whose patterns are looked for.
using LabelFilter = std::function<bool(uint32_t label)>;

// Finds which of many patterns a text holds.
//
// Matching is unanchored and by leftmost-first semantics (as Perl).  Text and
// patterns are expected to be normalized (text/reader.h): the text is in lower
// case, and upper case in a pattern is read as lower case.
//
// A matcher is immutable: any number of threads may use one.
class PatternMatcher {
 public:
  virtual ~PatternMatcher() = default;

  // Returns every pattern that `text` holds, by index of the pattern.  The
  // order is total, so equal input gives equal output.  An empty result is an
  // ordinary answer.
  //
  // Takes time linear in the size of `text` and, nearly, independent of the
  // number of patterns: docs/benchmarks.md has the figures.  A text of more
  // than some hundred bytes is matched faster in parts (match/text_parts.h).
  std::vector<PatternMatch> Match(std::string_view text) const {
    return Judge(text, FindCandidates(text), nullptr);
  }

  // The two halves of it, for who asks more than once: what `text` may match,
  // by index of the pattern, ...
  virtual std::vector<PatternCandidate> FindCandidates(
      std::string_view text) const = 0;
  // ... and which of `candidates`, found in `text`, with labels that `wanted`
  // tells (null: all) it does match.  Others cost next to nothing.
  virtual std::vector<PatternMatch> Judge(
      std::string_view text, const std::vector<PatternCandidate>& candidates,
      const LabelFilter& wanted) const = 0;

  // The leftmost match of `pattern` that begins at byte `begin` of `text` or
  // after it; nothing when there is none.
  virtual std::optional<Span> FindNext(uint32_t pattern, std::string_view text,
                                       uint32_t begin) const = 0;
};

// Makes a matcher of `patterns`.
//
// InvalidArgument: a pattern does not compile.  The message is RE2's, with
//   the offending fragment, after the pattern's index.  A pattern of correct
//   syntax that is too large for RE2 is only found out when it is compiled; at
//   first use it then matches nothing.
absl::StatusOr<std::unique_ptr<PatternMatcher>> MakePatternMatcher(
    const std::vector<Pattern>& patterns);

}  // namespace quiver

#endif  // QUIVER_MATCH_PATTERN_MATCHER_H_
