#ifndef QUIVER_TESTS_BENCHMARKS_SYNTHETIC_PATTERNS_H_
#define QUIVER_TESTS_BENCHMARKS_SYNTHETIC_PATTERNS_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace quiver {

// Writes patterns as authors do, and messages for them.
//
// Patterns come from 12 templates over groups of synonyms; which groups an
// intent uses follows Zipf's law, so a few are in many patterns.  Equal seeds
// give equal output.
class SyntheticPatterns {
 public:
  // Takes the words of groups from the system's word list, which must exist.
  explicit SyntheticPatterns(uint32_t seed);

  // `size` patterns, in intents of 3 to 10.  Six of all patterns have no word
  // that must be there.
  std::vector<std::string> Patterns(size_t size);

  // Messages for the patterns made so far, median about 60 bytes.  Half of
  // them name the groups of an intent in order, as its visitors would; the
  // others take their words at random, popular groups first.
  std::vector<std::string> Messages(size_t size);

  // A text of at least `bytes` bytes of such messages.
  std::string Paste(size_t bytes);

 private:
  size_t Below(size_t limit);
  size_t PopularGroup();
  const std::string& Word(size_t group);
  const std::string& Filler();
  std::string Common();
  std::string Alternatives(size_t group) const;
  std::string Pattern(const std::vector<size_t>& groups);
  std::string Message();
  std::vector<std::string> RequestWords();
  std::vector<std::string> RandomWords();

  std::mt19937 random_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::string>> groups_;
  std::vector<double> popularity_;            // Cumulative, by group.
  std::vector<std::vector<size_t>> intents_;  // Each of four groups.
};

}  // namespace quiver

#endif  // QUIVER_TESTS_BENCHMARKS_SYNTHETIC_PATTERNS_H_
