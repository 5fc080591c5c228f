#include "match/pattern_matcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "base/parallel.h"
#include "base/status_macros.h"
#include "match/compiled_patterns.h"
#include "match/literal_index.h"
#include "match/required_literals.h"
#include "re2/re2.h"

namespace quiver {
namespace {

using re2::RE2;
using re2::StringPiece;

// A thread is worth its start from about this many patterns on.
constexpr size_t kPatternsPerThread = 64;

Span SpanIn(const StringPiece& text, const StringPiece& part) {
  const auto begin = static_cast<uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

// RE2 marks a group that took no part by a null pointer: a text, even an empty
// one, must not have one.
StringPiece ToPiece(std::string_view text) {
  return StringPiece(text.data() == nullptr ? "" : text.data(), text.size());
}

// Finds candidates through an index of literals and has RE2 judge them.
class IndexedPatternMatcher : public PatternMatcher {
 public:
  IndexedPatternMatcher(std::vector<uint32_t> labels, CompiledPatterns regexes,
                        LiteralIndex index)
      : labels_(std::move(labels)),
        regexes_(std::move(regexes)),
        index_(std::move(index)) {}

  std::vector<PatternCandidate> FindCandidates(
      std::string_view text) const override {
    return index_.Find(text);
  }

  std::vector<PatternMatch> Judge(
      std::string_view text, const std::vector<PatternCandidate>& candidates,
      const LabelFilter& wanted) const override {
    const StringPiece piece = ToPiece(text);
    std::vector<PatternMatch> matches;
    for (const PatternCandidate& candidate : candidates) {
      const uint32_t label = labels_[candidate.pattern];
      if (wanted && !wanted(label)) continue;
      StringPiece found;
      if (regexes_.ToRun(candidate.pattern)
              .Match(piece, candidate.range.begin, candidate.range.end,
                     RE2::UNANCHORED, &found, 1)) {
        matches.push_back({candidate.pattern, label, SpanIn(piece, found)});
      }
    }
    return matches;
  }

  std::optional<Span> FindNext(uint32_t pattern, std::string_view text,
                               uint32_t begin) const override {
    const StringPiece piece = ToPiece(text);
    StringPiece found;
    if (begin > text.size() ||
        !regexes_.ToRun(pattern).Match(piece, begin, piece.size(),
                                       RE2::UNANCHORED, &found, 1)) {
      return std::nullopt;
    }
    return SpanIn(piece, found);
  }

 private:
  std::vector<uint32_t> labels_;
  CompiledPatterns regexes_;
  LiteralIndex index_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<PatternMatcher>> MakePatternMatcher(
    const std::vector<Pattern>& patterns) {
  std::vector<uint32_t> labels;
  labels.reserve(patterns.size());
  for (const Pattern& pattern : patterns) labels.push_back(pattern.label);
  std::vector<RequiredLiterals> required(patterns.size());
  std::vector<PatternSource> sources(patterns.size());
  ParallelFor(patterns.size(), kPatternsPerThread, [&](size_t i) {
    sources[i] = SourceOf(patterns[i], required[i]);
  });
  // The index is made in one piece: it must not be what all wait for.
  CompiledPatterns regexes(std::move(sources));
  auto checked = std::async([&] { return regexes.Check(); });
  LiteralIndex index(required);
  QUIVER_RETURN_IF_ERROR(checked.get());
  return std::make_unique<IndexedPatternMatcher>(
      std::move(labels), std::move(regexes), std::move(index));
}

}  // namespace quiver
