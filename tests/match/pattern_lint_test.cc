#include "match/pattern_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(LintPatternTest, HasNothingAgainstGoodPatterns) {
  for (const char* regex :
       {"\\bwhy\\b.*\\btwitch(?:es|ed|ing)?\\b", "^(?:please )?stop$",
        "how (?:\\w+\\s+){0,4}sleep", "(?P<part>leg|arm) hurts", "\\bals\\b",
        "leg.*pain|pain.*leg", "back.{0,20}pain", "\\bit\\b"}) {
    EXPECT_THAT(LintPattern(regex), IsEmpty()) << regex;
  }
}

TEST(LintPatternTest, SaysOnlyThatAPatternDoesNotCompile) {
  EXPECT_THAT(LintPattern("leg[.*"),
              ::testing::ElementsAre(HasSubstr("does not compile: missing ]")));
}

TEST(LintPatternTest, WarnsOfWhatIsSlowOrUseless) {
  struct Case {
    std::string regex;
    const char* warning;
  };
  const auto words = [](char first, char last) {
    std::string alternation = "word";
    for (char a = first; a <= last; ++a) {
      for (char b = 'a'; b <= 'z'; ++b) {
        alternation.append("|").append(3, a).append(3, b);
      }
    }
    return alternation;
  };
  for (const Case& test : std::vector<Case>{
           {words('a', 'h'), "is large"},
           {words('a', 'z'), "is too large"},
           {"leg (?:\\w+\\s+){0,9}pain", "more than 8 words"},
           {"leg.{0,21}pain", "more than 20 characters"},
           {"leg(?:(?:\\w ){2,3}x ){0,4}", "inside a repetition by count"},
           {"\\w+ing|\\d+", "no word that must be there"},
           {"(?m)^leg", "no word that must be there"},
           {"it|to", "fragments of one or two letters"},
           {".*leg", ".* at an end"},
           {"leg.*", ".* at an end"},
           {"leg \\p{L}+", "a class \\p"},
           {"leg.*arm.*toe|arm.*leg.*toe|toe.*leg.*arm", "lists orders"},
           {"my (.*) hurts", "without bound"},
           {"my (?P<part>the .+) hurts", "without bound"},
           {"x*", "matches every message"},
       }) {
    EXPECT_THAT(LintPattern(test.regex), Contains(HasSubstr(test.warning)))
        << test.regex;
  }
}

TEST(LintPatternTest, TakesAnEscapedBackslashForItself) {
  EXPECT_THAT(LintPattern("\\\\pain"), Not(Contains(HasSubstr("a class \\p"))));
}

TEST(MatchesEmptyTest, TellsPatternsThatNeedNoText) {
  EXPECT_TRUE(MatchesEmpty(""));
  EXPECT_TRUE(MatchesEmpty("(?:leg)?"));
  EXPECT_TRUE(MatchesEmpty("^$"));
  EXPECT_FALSE(MatchesEmpty("leg"));
  EXPECT_FALSE(MatchesEmpty("\\b"));
  EXPECT_FALSE(MatchesEmpty("("));
}

TEST(MatchesEverythingTest, TellsPatternsThatAskForNothing) {
  EXPECT_TRUE(MatchesEverything(".*"));
  EXPECT_TRUE(MatchesEverything("leg|"));
  EXPECT_FALSE(MatchesEverything("^$"));
  EXPECT_FALSE(MatchesEverything("^\\W*$"));
  EXPECT_FALSE(MatchesEverything("leg"));
}

TEST(RequiredLiteralGroupsTest, CountsGroups) {
  EXPECT_EQ(RequiredLiteralGroups("why.*leg.*pain"), 3u);
  EXPECT_EQ(RequiredLiteralGroups("\\w+"), 0u);
  EXPECT_EQ(RequiredLiteralGroups("(?m)leg"), 0u);
}

}  // namespace
}  // namespace quiver
