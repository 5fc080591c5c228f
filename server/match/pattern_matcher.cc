#include "match/pattern_matcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "base/parallel.h"
#include "fmt/core.h"
#include "match/literal_index.h"
#include "match/regex_syntax.h"
#include "match/required_literals.h"
#include "re2/re2.h"

namespace quiver {
namespace {

using re2::RE2;
using re2::StringPiece;

// What RE2 may use for a pattern, in bytes.  A candidate's pattern is run
// rarely, so its lazy DFA would be cold: this leaves no room for one, and RE2
// runs its bit-state matcher, which needs no cache, no lock and no warming up.
// docs/benchmarks.md has the figures.
constexpr int64_t kCandidateMemory = 16 << 10;
// A pattern that is run on every text keeps its DFA warm.
constexpr int64_t kAlwaysMemory = 256 << 10;
// What a pattern that does not fit is given at most.
constexpr int64_t kMostMemory = 8 << 20;
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

// Compiles `regex` with about the least memory that it fits into, from
// `memory` up: each step costs another compilation.
std::unique_ptr<const RE2> Compile(std::string_view regex, bool case_sensitive,
                                   int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(case_sensitive);
  options.set_never_capture(true);  // Only the whole match is asked for.
  std::unique_ptr<const RE2> compiled;
  while (true) {
    options.set_max_mem(memory);
    compiled = std::make_unique<const RE2>(ToPiece(regex), options);
    if (compiled->error_code() != RE2::ErrorPatternTooLarge ||
        memory >= kMostMemory) {
      return compiled;
    }
    memory = std::min(memory * 4, kMostMemory);
  }
}

// Finds candidates through an index of literals and has RE2 judge them.
class IndexedPatternMatcher : public PatternMatcher {
 public:
  struct Entry {
    std::unique_ptr<const RE2> regex;
    uint32_t label = 0;
  };

  IndexedPatternMatcher(std::vector<Entry> entries, LiteralIndex index)
      : entries_(std::move(entries)), index_(std::move(index)) {}

  std::vector<PatternMatch> MatchIf(std::string_view text,
                                    const LabelFilter& wanted) const override {
    const StringPiece piece = ToPiece(text);
    std::vector<PatternMatch> matches;
    for (const PatternCandidate& candidate : index_.Find(text)) {
      const Entry& entry = entries_[candidate.pattern];
      if (wanted && !wanted(entry.label)) continue;
      StringPiece found;
      if (entry.regex->Match(piece, candidate.range.begin, candidate.range.end,
                             RE2::UNANCHORED, &found, 1)) {
        matches.push_back(
            {candidate.pattern, entry.label, SpanIn(piece, found)});
      }
    }
    return matches;
  }

  std::optional<Span> FindNext(uint32_t pattern, std::string_view text,
                               uint32_t begin) const override {
    const StringPiece piece = ToPiece(text);
    StringPiece found;
    if (begin > text.size() ||
        !entries_[pattern].regex->Match(piece, begin, piece.size(),
                                        RE2::UNANCHORED, &found, 1)) {
      return std::nullopt;
    }
    return SpanIn(piece, found);
  }

 private:
  std::vector<Entry> entries_;
  LiteralIndex index_;
};

absl::Status CompileError(size_t pattern, const RE2& regex) {
  return absl::InvalidArgumentError(fmt::format(
      "pattern {}: {}: {}", pattern, regex.error(), regex.error_arg()));
}

}  // namespace

absl::StatusOr<std::unique_ptr<PatternMatcher>> MakePatternMatcher(
    const std::vector<Pattern>& patterns) {
  std::vector<IndexedPatternMatcher::Entry> entries(patterns.size());
  std::vector<RequiredLiterals> required(patterns.size());
  // RE2 runs a pattern without regard to case more slowly: only where it makes
  // a difference.
  std::vector<char> case_sensitive(patterns.size(), false);
  ParallelFor(patterns.size(), kPatternsPerThread, [&](size_t i) {
    const std::optional<RegexSyntax> syntax = ParseRegex(patterns[i].regex);
    if (!syntax.has_value()) return;
    required[i] = FindRequiredLiterals(syntax->root);
    case_sensitive[i] = syntax->lower_case;
  });
  // The index is made in one piece: it must not be what all wait for.
  auto compiled = std::async([&] {
    ParallelFor(patterns.size(), kPatternsPerThread, [&](size_t i) {
      const bool is_rare = !required[i].groups.empty();
      entries[i] = {Compile(patterns[i].regex, case_sensitive[i] != 0,
                            is_rare ? kCandidateMemory : kAlwaysMemory),
                    patterns[i].label};
    });
  });
  LiteralIndex index(required);
  compiled.get();
  for (size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].regex->ok()) return CompileError(i, *entries[i].regex);
  }
  return std::make_unique<IndexedPatternMatcher>(std::move(entries),
                                                 std::move(index));
}

}  // namespace quiver
