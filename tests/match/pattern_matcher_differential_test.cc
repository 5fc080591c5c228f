// Random patterns on random texts: the matcher must find what a plain loop
// over RE2 finds.

#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "match/pattern_matcher.h"
#include "re2/re2.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

class Generator {
 public:
  explicit Generator(uint32_t seed) : random_(seed) {}

  // A pattern of nested parts.  Few words and letters, so that texts match.
  std::string Regex(int depth = 3) {
    std::string regex;
    for (size_t parts = 1 + Below(4); parts > 0; --parts) {
      regex += depth == 0 ? Atom() : Part(depth);
    }
    return regex;
  }

  std::string Text() {
    std::string text;
    for (size_t words = Below(9); words > 0; --words) {
      text += Pick({"", " ", " ", " ", "-", ", ", "\t", "\xC3\xA9", "\1"});
      text += Below(4) == 0 ? Letters() : Word();
    }
    return text;
  }

 private:
  size_t Below(size_t limit) { return random_() % limit; }

  std::string Pick(const std::vector<std::string>& choices) {
    return choices[Below(choices.size())];
  }

  std::string Word() {
    return Pick({"leg", "legs", "arm", "why", "do", "my", "i", "pain", "don't",
                 "\xE7\x97\x9B", "caf\xC3\xA9", "a1"});
  }

  std::string Letters() {
    std::string letters;
    for (size_t i = 1 + Below(3); i > 0; --i) {
      letters += Pick({"a", "b", "s", "k", "1", "_", "'", "?"});
    }
    return letters;
  }

  std::string Atom() {
    switch (Below(8)) {
      case 0:
        return Pick({"\\b", "\\B", "^", "$", "\\A", "\\z", ""});
      case 1:
        return Pick({".", ".*", ".*?", "\\s+", "\\s*", "\\w+", "\\W", "\\S*",
                     "\\d", "(?:\\w+\\s+){0,3}", ".{0,6}"});
      case 2:
        return Pick({"[sk]", "[^s]", "[a-c]", "[A-C]", "[^A-C]", "[\\s,]",
                     "[[:alpha:]]", "[^\\W\\d]", "\\pL", "\\x41", "[@-\\[]",
                     "[\xC3\xA9s]", "[\\w\xE7\x97\x9B]+",
                     "[a-z\xE7\x97\x9B\xE8\x84\x9A]+", "[^\xE7\x97\x9B]",
                     "\\Qs?\\E", "\\?"});
      case 3:
        return Pick({"s", "k", "S", "Leg", "(?i)", "-", "\\t", " ?"});
      default:
        return Word() + Pick({"", "", " ", "\\b", "\\s+"});
    }
  }

  std::string Part(int depth) {
    const std::string body = Regex(depth - 1);
    switch (Below(8)) {
      case 0:
        return "(?:" + body + "|" + Regex(depth - 1) + ")";
      case 1:
        return "(?P<n" + std::to_string(++names_) + ">" + body + ")";
      case 2:
        return "(" + body + "|" + Word() + "|" + Atom() + ")";
      case 3:
        return "(?:" + body + ")" +
               Pick({"?", "*", "+", "{2}", "{0,2}", "{1,3}", "??", "+?"});
      case 4:
        return "(?:s|ed|ing)?";
      default:
        return body;
    }
  }

  std::mt19937 random_;
  int names_ = 0;
};

std::unique_ptr<RE2> Reference(const std::string& regex) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  return std::make_unique<RE2>(regex, options);
}

struct Sample {
  std::vector<Pattern> patterns;
  std::vector<std::unique_ptr<RE2>> references;
};

Sample MakeSample(Generator& generator, size_t size) {
  Sample sample;
  while (sample.patterns.size() < size) {
    const std::string regex = generator.Regex();
    std::unique_ptr<RE2> reference = Reference(regex);
    if (!reference->ok()) continue;
    const auto label = static_cast<uint32_t>(sample.patterns.size() % 7);
    sample.patterns.push_back({regex, label});
    sample.references.push_back(std::move(reference));
  }
  return sample;
}

std::vector<PatternMatch> MatchByLoop(const Sample& sample,
                                      const std::string& text) {
  std::vector<PatternMatch> matches;
  for (uint32_t i = 0; i < sample.patterns.size(); ++i) {
    re2::StringPiece found;
    if (!sample.references[i]->Match(text, 0, text.size(), RE2::UNANCHORED,
                                     &found, 1)) {
      continue;
    }
    const auto begin = static_cast<uint32_t>(found.data() - text.data());
    const auto size = static_cast<uint32_t>(found.size());
    matches.push_back({i, sample.patterns[i].label, {begin, begin + size}});
  }
  return matches;
}

std::string Describe(const Sample& sample,
                     const std::vector<PatternMatch>& matches) {
  std::string description;
  for (const PatternMatch& match : matches) {
    description += std::to_string(match.pattern) + " " +
                   sample.patterns[match.pattern].regex + " at " +
                   std::to_string(match.span.begin) + "-" +
                   std::to_string(match.span.end) + " label " +
                   std::to_string(match.label) + "\n";
  }
  return description;
}

class DifferentialTest : public ::testing::TestWithParam<uint32_t> {};

TEST_P(DifferentialTest, FindsWhatALoopOverTheRegexesFinds) {
  Generator generator(GetParam());
  const Sample sample = MakeSample(generator, 300);
  ASSERT_OK_AND_ASSIGN(const auto matcher, MakePatternMatcher(sample.patterns));

  size_t found = 0;
  for (int i = 0; i < 150; ++i) {
    const std::string text = generator.Text();
    const std::vector<PatternMatch> expected = MatchByLoop(sample, text);
    const std::vector<PatternMatch> actual = matcher->Match(text);

    ASSERT_EQ(Describe(sample, actual), Describe(sample, expected)) << text;
    found += expected.size();
  }
  EXPECT_GT(found, 2000u) << "the sample hardly tests anything";
}

INSTANTIATE_TEST_SUITE_P(Seeds, DifferentialTest,
                         ::testing::Range(uint32_t{1}, uint32_t{9}));

}  // namespace
}  // namespace quiver
