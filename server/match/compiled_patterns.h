#ifndef QUIVER_MATCH_COMPILED_PATTERNS_H_
#define QUIVER_MATCH_COMPILED_PATTERNS_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "match/pattern_matcher.h"
#include "match/required_literals.h"
#include "re2/re2.h"

namespace quiver {

// What a pattern is compiled from.
struct PatternSource {
  std::string regex;
  bool case_sensitive = false;
  int64_t memory = 0;  // What RE2 may use, in bytes; more if it must.
  Compilation compilation = Compilation::kAtOnce;
};

// The source of `pattern`, and in `required` the literals that it requires;
// none when its syntax is unknown.
PatternSource SourceOf(const Pattern& pattern, RequiredLiterals& required);

// Patterns as RE2 runs them, compiled or to be compiled.
//
// What is run rarely runs without a cache.  The first patterns to have been run
// often are compiled once more, with room for one: some tenths of a
// millisecond, once, in the thread that comes to it, and at most 128 MB.
//
// Any number of threads may ask.
class CompiledPatterns {
 public:
  explicit CompiledPatterns(std::vector<PatternSource> sources);
  CompiledPatterns(CompiledPatterns&&) noexcept;
  ~CompiledPatterns();

  // Compiles all, or finds out that all can be.  To be called once, before
  // anything else.
  //
  // InvalidArgument: see MakePatternMatcher().
  absl::Status Check();

  // `pattern` to be run once; it need not be the same every time.
  const re2::RE2& ToRun(size_t pattern) const;

 private:
  struct Entry;

  // Compiles `pattern` unless that was done.
  const re2::RE2& Get(size_t pattern) const;

  std::vector<PatternSource> sources_;  // Of what is still to be compiled.
  size_t size_;
  std::unique_ptr<Entry[]> entries_;
  // How many have or will have a warm form.  Apart, so that this moves.
  std::unique_ptr<std::atomic<uint32_t>> warm_;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_COMPILED_PATTERNS_H_
