#include "match/pattern_matcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <utility>

#include "absl/base/call_once.h"
#include "absl/status/status.h"
#include "base/parallel.h"
#include "base/status_macros.h"
#include "fmt/core.h"
#include "match/literal_index.h"
#include "match/regex_syntax.h"
#include "match/required_literals.h"
#include "re2/re2.h"
#include "re2/set.h"

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

RE2::Options OptionsFor(bool case_sensitive, int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(case_sensitive);
  options.set_never_capture(true);  // Only the whole match is asked for.
  options.set_max_mem(memory);
  return options;
}

// Compiles `regex` with about the least memory that it fits into, from
// `memory` up: each step costs another compilation.
std::unique_ptr<const RE2> Compile(std::string_view regex, bool case_sensitive,
                                   int64_t memory) {
  while (true) {
    auto compiled = std::make_unique<const RE2>(
        ToPiece(regex), OptionsFor(case_sensitive, memory));
    if (compiled->error_code() != RE2::ErrorPatternTooLarge ||
        memory >= kMostMemory) {
      return compiled;
    }
    memory = std::min(memory * 4, kMostMemory);
  }
}

// What a pattern is compiled from.
struct PatternSource {
  std::string regex;
  bool case_sensitive = false;
  int64_t memory = kCandidateMemory;  // To begin with.
};

PatternSource SourceOf(const std::string& regex, RequiredLiterals& required) {
  const std::optional<RegexSyntax> syntax = ParseRegex(regex);
  if (!syntax.has_value()) return {regex, false, kAlwaysMemory};
  required = FindRequiredLiterals(syntax->root);
  // RE2 runs a pattern without regard to case more slowly: only where it makes
  // a difference.
  return {regex, syntax->lower_case,
          required.groups.empty() ? kAlwaysMemory : kCandidateMemory};
}

// Whether RE2 understands `source`: a tenth of the work of compiling it.
bool IsParsed(const PatternSource& source) {
  RE2::Set set(OptionsFor(source.case_sensitive, source.memory),
               RE2::UNANCHORED);
  return set.Add(source.regex, nullptr) >= 0;
}

absl::Status CompileError(size_t pattern, const RE2& regex) {
  return absl::InvalidArgumentError(fmt::format(
      "pattern {}: {}: {}", pattern, regex.error(), regex.error_arg()));
}

// Compiled patterns, and those that will be.  Any number of threads may ask.
class PatternSet {
 public:
  explicit PatternSet(std::vector<PatternSource> sources)
      : sources_(std::move(sources)), compiled_(sources_.size()) {}

  // Compiles `pattern` unless that was done.
  const RE2& Get(size_t pattern) const {
    const Compiled& entry = compiled_[pattern];
    absl::call_once(entry.once, [&] {
      const PatternSource& source = sources_[pattern];
      entry.regex = Compile(source.regex, source.case_sensitive, source.memory);
    });
    return *entry.regex;
  }

  // Compiles all, or finds out that all can be.  Once, before anything else.
  absl::Status Check(Compilation compilation) {
    std::vector<absl::Status> errors(sources_.size());
    ParallelFor(sources_.size(), kPatternsPerThread, [&](size_t i) {
      const bool later =
          compilation == Compilation::kAtFirstUse && IsParsed(sources_[i]);
      if (!later && !Get(i).ok()) errors[i] = CompileError(i, Get(i));
    });
    if (compilation == Compilation::kAtOnce) {
      std::vector<PatternSource>().swap(sources_);
    }
    for (const absl::Status& error : errors) QUIVER_RETURN_IF_ERROR(error);
    return absl::OkStatus();
  }

 private:
  struct Compiled {
    mutable absl::once_flag once;
    mutable std::unique_ptr<const RE2> regex;
  };

  std::vector<PatternSource> sources_;
  std::vector<Compiled> compiled_;
};

// Finds candidates through an index of literals and has RE2 judge them.
class IndexedPatternMatcher : public PatternMatcher {
 public:
  IndexedPatternMatcher(std::vector<uint32_t> labels, PatternSet regexes,
                        LiteralIndex index)
      : labels_(std::move(labels)),
        regexes_(std::move(regexes)),
        index_(std::move(index)) {}

  std::vector<PatternMatch> MatchIf(std::string_view text,
                                    const LabelFilter& wanted) const override {
    const StringPiece piece = ToPiece(text);
    std::vector<PatternMatch> matches;
    for (const PatternCandidate& candidate : index_.Find(text)) {
      const uint32_t label = labels_[candidate.pattern];
      if (wanted && !wanted(label)) continue;
      StringPiece found;
      if (regexes_.Get(candidate.pattern)
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
        !regexes_.Get(pattern).Match(piece, begin, piece.size(),
                                     RE2::UNANCHORED, &found, 1)) {
      return std::nullopt;
    }
    return SpanIn(piece, found);
  }

 private:
  std::vector<uint32_t> labels_;
  PatternSet regexes_;
  LiteralIndex index_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<PatternMatcher>> MakePatternMatcher(
    const std::vector<Pattern>& patterns, Compilation compilation) {
  std::vector<uint32_t> labels;
  labels.reserve(patterns.size());
  for (const Pattern& pattern : patterns) labels.push_back(pattern.label);
  std::vector<RequiredLiterals> required(patterns.size());
  std::vector<PatternSource> sources(patterns.size());
  ParallelFor(patterns.size(), kPatternsPerThread, [&](size_t i) {
    sources[i] = SourceOf(patterns[i].regex, required[i]);
  });
  // The index is made in one piece: it must not be what all wait for.
  PatternSet regexes(std::move(sources));
  auto checked = std::async([&] { return regexes.Check(compilation); });
  LiteralIndex index(required);
  QUIVER_RETURN_IF_ERROR(checked.get());
  return std::make_unique<IndexedPatternMatcher>(
      std::move(labels), std::move(regexes), std::move(index));
}

}  // namespace quiver
