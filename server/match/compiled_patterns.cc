#include "match/compiled_patterns.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/status_macros.h"
#include "fmt/core.h"
#include "match/regex_syntax.h"
#include "re2/set.h"

namespace quiver {
namespace {

using re2::RE2;

// What RE2 may use for a pattern, in bytes.  A candidate's pattern is mostly
// run rarely, so its lazy DFA would be cold: this leaves no room for one, and
// RE2 runs its bit-state matcher, which needs no cache, no lock and no warming
// up.  docs/benchmarks.md has the figures.
constexpr int64_t kCandidateMemory = 16 << 10;
// The few that turn out to be run again and again have a DFA after all: the
// first so many to have been run so often, with so much room.
constexpr uint32_t kMostWarm = 128;
constexpr uint32_t kRunsUntilWarm = 100;
constexpr int64_t kWarmMemory = 1 << 20;
// A thread is worth its start from about this many patterns on.
constexpr size_t kPatternsPerThread = 64;
// A pattern that is run on every text keeps its DFA warm.
constexpr int64_t kAlwaysMemory = 256 << 10;
// What a pattern that does not fit is given at most.
constexpr int64_t kMostMemory = 8 << 20;

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
std::unique_ptr<const RE2> Compile(const std::string& regex,
                                   bool case_sensitive, int64_t memory) {
  while (true) {
    auto compiled =
        std::make_unique<const RE2>(regex, OptionsFor(case_sensitive, memory));
    if (compiled->error_code() != RE2::ErrorPatternTooLarge ||
        memory >= kMostMemory) {
      return compiled;
    }
    memory = std::min(memory * 4, kMostMemory);
  }
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

}  // namespace

PatternSource SourceOf(const Pattern& pattern, RequiredLiterals& required) {
  const std::optional<RegexSyntax> syntax = ParseRegex(pattern.regex);
  if (!syntax.has_value()) {
    return {pattern.regex, false, kAlwaysMemory, pattern.compilation};
  }
  required = FindRequiredLiterals(syntax->root);
  // RE2 runs a pattern without regard to case more slowly: only where it makes
  // a difference.
  return {pattern.regex, syntax->lower_case,
          required.groups.empty() ? kAlwaysMemory : kCandidateMemory,
          pattern.compilation};
}

struct CompiledPatterns::Entry {
  std::once_flag once;
  std::unique_ptr<const RE2> cold;
  std::unique_ptr<const RE2> warm;
  std::atomic<const RE2*> running = nullptr;  // One of them, once it is made.
  std::atomic<uint32_t> runs = 0;             // Up to kRunsUntilWarm, or so.
};

CompiledPatterns::CompiledPatterns(std::vector<PatternSource> sources)
    : sources_(std::move(sources)),
      size_(sources_.size()),
      entries_(std::make_unique<Entry[]>(size_)),
      warm_(std::make_unique<std::atomic<uint32_t>>(0)) {}

CompiledPatterns::CompiledPatterns(CompiledPatterns&&) noexcept = default;
CompiledPatterns::~CompiledPatterns() = default;

absl::Status CompiledPatterns::Check() {
  std::vector<absl::Status> errors(size_);
  ParallelFor(size_, kPatternsPerThread, [&](size_t i) {
    const bool later = sources_[i].compilation == Compilation::kAtFirstUse &&
                       IsParsed(sources_[i]);
    if (later) return;
    if (!Get(i).ok()) errors[i] = CompileError(i, Get(i));
    sources_[i] = PatternSource();
  });
  for (const absl::Status& error : errors) QUIVER_RETURN_IF_ERROR(error);
  return absl::OkStatus();
}

const RE2& CompiledPatterns::Get(size_t pattern) const {
  Entry& entry = entries_[pattern];
  if (const RE2* running = entry.running.load(std::memory_order_acquire)) {
    return *running;
  }
  std::call_once(entry.once, [&] {
    const PatternSource& source = sources_[pattern];
    entry.cold = Compile(source.regex, source.case_sensitive, source.memory);
    entry.running.store(entry.cold.get(), std::memory_order_release);
  });
  return *entry.running.load(std::memory_order_acquire);
}

const RE2& CompiledPatterns::ToRun(size_t pattern) const {
  Entry& entry = entries_[pattern];
  const RE2& running = Get(pattern);
  // One thread alone counts the last run, and makes the warm form.
  if (entry.runs.load(std::memory_order_relaxed) <= kRunsUntilWarm &&
      warm_->load(std::memory_order_relaxed) < kMostWarm &&
      entry.runs.fetch_add(1, std::memory_order_relaxed) == kRunsUntilWarm &&
      warm_->fetch_add(1, std::memory_order_relaxed) < kMostWarm) {
    entry.warm = Compile(running.pattern(), running.options().case_sensitive(),
                         std::max(running.options().max_mem(), kWarmMemory));
    entry.running.store(entry.warm.get(), std::memory_order_release);
  }
  return running;
}

}  // namespace quiver
