#include "match/pattern_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::unique_ptr<PatternMatcher> Make(const std::vector<std::string>& regexes) {
  std::vector<Pattern> patterns;
  for (const std::string& regex : regexes) {
    patterns.push_back({regex, static_cast<uint32_t>(patterns.size()) + 100});
  }
  auto matcher = MakePatternMatcher(patterns);
  EXPECT_THAT(matcher, IsOk());
  return matcher.ok() ? *std::move(matcher) : nullptr;
}

// What matches, as "pattern:matched text".
std::vector<std::string> Found(const PatternMatcher& matcher,
                               std::string_view text) {
  std::vector<std::string> found;
  for (const PatternMatch& match : matcher.Match(text)) {
    found.push_back(
        std::to_string(match.pattern) + ":" +
        std::string(text.substr(match.span.begin, match.span.size())));
  }
  return found;
}

TEST(PatternMatcherTest, FindsTheLeftmostMatch) {
  const auto matcher = Make({"leg|arm"});

  const std::vector<PatternMatch> matches = matcher->Match("my arm and leg");

  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].pattern, 0u);
  EXPECT_EQ(matches[0].label, 100u);
  EXPECT_EQ(matches[0].span, (Span{3, 6}));
}

TEST(PatternMatcherTest, PrefersTheFirstBranchAsPerlDoes) {
  EXPECT_THAT(Found(*Make({"leg|legs", "legs|leg"}), "legs"),
              ElementsAre("0:leg", "1:legs"));
}

TEST(PatternMatcherTest, OrdersMatchesByPattern) {
  EXPECT_THAT(Found(*Make({"pain", "\\w+", "my", "leg"}), "my leg pain"),
              ElementsAre("0:pain", "1:my", "2:my", "3:leg"));
}

TEST(PatternMatcherTest, FindsNothingWithoutPatterns) {
  EXPECT_THAT(Found(*Make({}), "my leg"), IsEmpty());
}

TEST(PatternMatcherTest, MatchesAnEmptyText) {
  EXPECT_THAT(Found(*Make({"", "leg", "^$", "(?:leg)?"}), ""),
              ElementsAre("0:", "2:", "3:"));
}

TEST(PatternMatcherTest, ReadsUpperCaseOfAPatternAsLowerCase) {
  const auto matcher =
      Make({"Lyme", "[A-C]at", "\\x4Cyme", "(?:\\bLY)me", "\\W\\S+ me"});

  EXPECT_THAT(Found(*matcher, "is it lyme"),
              ElementsAre("0:lyme", "2:lyme", "3:lyme"));
  EXPECT_THAT(Found(*matcher, "cat"), ElementsAre("1:cat"));
}

TEST(PatternMatcherTest, FindsPatternsBeyondAscii) {
  const auto matcher = Make({"caf\xC3\xA9", "caf\xC3\x89\\b|x",
                             "\xE7\x97\x9B\xE3\x81\x84", "[\xC3\xA9\xC3\xA8]"});

  EXPECT_THAT(Found(*matcher, "caf\xC3\xA9"),
              ElementsAre("0:caf\xC3\xA9", "3:\xC3\xA9"));
  EXPECT_THAT(Found(*matcher, "\xE7\x97\x9B\xE3\x81\x84"),
              ElementsAre("2:\xE7\x97\x9B\xE3\x81\x84"));
}

TEST(PatternMatcherTest, FindsPatternsWhoseSyntaxTheIndexCannotRead) {
  EXPECT_THAT(Found(*Make({"(?m)^leg$"}), "arm\nleg\narm"),
              ElementsAre("0:leg"));
}

TEST(PatternMatcherTest, FindsLargePatterns) {
  std::string words = "zero";
  for (int i = 0; i < 2000; ++i) words += "|word" + std::to_string(i) + "\\b";

  EXPECT_THAT(Found(*Make({"(?:" + words + ") pain"}), "my word1999 pain"),
              ElementsAre("0:word1999 pain"));
}

TEST(PatternMatcherTest, FindsMatchesInLongTexts) {
  const std::string text =
      std::string(20000, 'x') + " my leg " + std::string(20000, 'y') + " hurts";

  const auto matches = Make({"\\bleg\\b.*\\bhurts$"})->Match(text);

  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].span, (Span{20004, static_cast<uint32_t>(text.size())}));
}

TEST(PatternMatcherTest, HoldsAnchorsToTheWholeText) {
  const auto matcher = Make({"^leg", "leg$", "\\bleg", "leg\\b", "\\Bleg"});

  EXPECT_THAT(Found(*matcher, "legs"), ElementsAre("0:leg", "2:leg"));
  EXPECT_THAT(Found(*matcher, "my proleg"),
              ElementsAre("1:leg", "3:leg", "4:leg"));
}

TEST(MakePatternMatcherTest, SaysWhichPatternDoesNotCompile) {
  EXPECT_THAT(MakePatternMatcher({{"leg", 0}, {"arm[", 0}}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("pattern 1: missing ]: [")));
  EXPECT_THAT(
      MakePatternMatcher({{"(?=leg)", 0}}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("pattern 0: ")));
  EXPECT_THAT(
      MakePatternMatcher({{"(?:a{1000}){1000}", 0}}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("pattern 0: ")));
}

TEST(MakePatternMatcherTest, SaysSoOfPatternsThatAreCompiledLater) {
  EXPECT_THAT(MakePatternMatcher({{"leg", 0, Compilation::kAtFirstUse},
                                  {"arm[", 0, Compilation::kAtFirstUse}}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("pattern 1: missing ]: [")));
}

TEST(PatternMatcherTest, CompilesAtFirstUseForAnyThread) {
  std::vector<Pattern> patterns;
  std::vector<std::string> expected;
  std::string text;
  for (uint32_t i = 0; i < 100; ++i) {
    const std::string word = "leg" + std::to_string(i);
    patterns.push_back({word + "\\b", i, Compilation::kAtFirstUse});
    expected.push_back(std::to_string(i) + ":" + word);
    text += word + " ";
  }
  const auto matcher = MakePatternMatcher(patterns);
  ASSERT_THAT(matcher, IsOk());

  std::vector<std::vector<std::string>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& own : found) {
      threads.emplace_back([&] { own = Found(**matcher, text); });
    }
  }
  for (const auto& own : found) EXPECT_EQ(own, expected);
  EXPECT_EQ((*matcher)->FindNext(7, "a leg7", 0), (Span{2, 6}));
}

TEST(PatternMatcherTest, FindsTheSameHoweverOftenItIsAsked) {
  const auto matcher = Make({"leg .{1,20} hurts", "my.*(?:leg|arm)", "legs?$"});
  const std::string_view text = "my leg often hurts, not my arm";
  const std::vector<std::string> first = Found(*matcher, text);
  ASSERT_THAT(first, ElementsAre("0:leg often hurts",
                                 "1:my leg often hurts, not my arm"));

  for (int i = 0; i < 300; ++i) ASSERT_EQ(Found(*matcher, text), first) << i;
}

TEST(PatternMatcherTest, GivesEveryThreadTheSame) {
  const auto matcher = Make({"leg.*pain", "\\bmy\\b", "arm|leg", "\\d+"});
  const std::vector<std::string> texts = {"my leg pain", "arm 12", "nothing",
                                          "pain in my leg", ""};
  std::vector<std::vector<std::string>> expected;
  for (const std::string& text : texts) {
    expected.push_back(Found(*matcher, text));
  }
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;

  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (size_t i = 0; i < 5000; ++i) {
        const size_t text = i % texts.size();
        if (Found(*matcher, texts[text]) != expected[text]) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_THAT(wrong, ElementsAre(0, 0, 0, 0));
}

}  // namespace
}  // namespace quiver
