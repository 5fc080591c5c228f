#include "match/text_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::unique_ptr<PatternMatcher> Make(const std::vector<std::string>& regexes) {
  std::vector<Pattern> patterns;
  for (const std::string& regex : regexes) patterns.push_back({regex, 0});
  auto matcher = MakePatternMatcher(patterns);
  EXPECT_THAT(matcher, IsOk());
  return matcher.ok() ? *std::move(matcher) : nullptr;
}

// What matches, as "pattern:matched text".
std::vector<std::string> Describe(const std::vector<PatternMatch>& matches,
                                  std::string_view text) {
  std::vector<std::string> found;
  for (const PatternMatch& match : matches) {
    found.push_back(
        std::to_string(match.pattern) + ":" +
        std::string(text.substr(match.span.begin, match.span.size())));
  }
  return found;
}

std::string Repeat(std::string_view part, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::vector<PatternMatch> FindAllMatches(const PatternMatcher& matcher,
                                         std::string_view text) {
  return SearchedText(matcher, text).FindAll(nullptr);
}

TEST(TextPartsTest, FindsEveryMatchOfAPattern) {
  const std::string text = "no leg pain, but arm pain and back pain";
  const auto matcher = Make({"\\w+ pain", "arm"});

  EXPECT_THAT(Describe(FindAllMatches(*matcher, text), text),
              ElementsAre("0:leg pain", "0:arm pain", "0:back pain", "1:arm"));
  EXPECT_THAT(Describe(MatchInParts(*matcher, text), text),
              ElementsAre("0:leg pain", "1:arm"));
}

TEST(TextPartsTest, MatchesTheNextOneInItsSurroundings) {
  const std::string text = "legs leg";

  EXPECT_THAT(Describe(FindAllMatches(*Make({"^leg"}), text), text),
              ElementsAre("0:leg"));
  EXPECT_THAT(Describe(FindAllMatches(*Make({"\\bleg\\b"}), text), text),
              ElementsAre("0:leg"));
  EXPECT_THAT(FindAllMatches(*Make({"s?"}), text), SizeIs(1));
}

TEST(TextPartsTest, FindsMatchesAnywhereInALongText) {
  for (const std::string_view filler :
       {"it goes on. ", "it goes on, ", "it goes on ", "on "}) {
    const std::string text = Repeat(filler, 100) + "my leg hurts " +
                             Repeat(filler, 100) + "my leg hurts";
    const auto matcher = Make({"\\bleg hurts\\b"});

    const auto matches = FindAllMatches(*matcher, text);

    ASSERT_THAT(matches, SizeIs(2)) << filler;
    EXPECT_EQ(matches[0].span.begin, text.find("leg hurts"));
    EXPECT_EQ(matches[1].span.begin, text.rfind("leg hurts"));
  }
}

TEST(TextPartsTest, KeepsSentencesTogether) {
  const std::string sentence =
      "my leg hurts when i run but it is fine when i rest in the evening. ";
  const std::string text = Repeat(sentence, 50);

  EXPECT_THAT(FindAllMatches(*Make({"leg hurts .* evening"}), text),
              SizeIs(::testing::Ge(10)));
}

TEST(TextPartsTest, CutsBehindEachSentenceThatIsLongEnough) {
  const std::string sentence =
      "my leg hurts when i run but it is fine when i rest in the evening. ";
  const std::string text = Repeat(sentence, 4);

  EXPECT_THAT(FindAllMatches(*Make({"evening.* leg hurts"}), text), IsEmpty());
}

TEST(TextPartsTest, ReadsABeginningOnlyWhereTheTextBegins) {
  const std::string text = Repeat("leg on, ", 200);
  const auto matcher = Make({"^leg", "^ ?leg", "leg on,$"});

  EXPECT_THAT(
      Describe(FindAllMatches(*matcher, text.substr(0, 799)), text),
      ElementsAre("0:leg", "1:leg", "1: leg", "1: leg", "1: leg", "2:leg on,"));
}

TEST(TextPartsTest, CopesWithTextsWithoutSpaces) {
  const std::string text = Repeat("x", 2000) + " leg";

  EXPECT_THAT(Describe(MatchInParts(*Make({"leg"}), text), text),
              ElementsAre("0:leg"));
  EXPECT_THAT(MatchInParts(*Make({"leg"}), ""), IsEmpty());
  EXPECT_THAT(FindAllMatches(*Make({"leg"}), Repeat("\xC3\xA9", 2000)),
              IsEmpty());
}

}  // namespace
}  // namespace quiver
