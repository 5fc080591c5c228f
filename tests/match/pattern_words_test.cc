#include "match/pattern_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quiver {
namespace {

using Words = std::vector<std::string>;

struct Case {
  std::string regex;
  Words words;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.regex; }

class PatternWordsTest : public ::testing::TestWithParam<Case> {};

TEST_P(PatternWordsTest, ListsTheWordsThatThePatternSpells) {
  EXPECT_EQ(PatternWords(GetParam().regex), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    All, PatternWordsTest,
    ::testing::Values(
        Case{"twitch(?:es|ed|ing)?",
             {"twitch", "twitched", "twitches", "twitching"}},
        Case{"\\b(?:eye)?lids?\\b", {"eyelid", "eyelids", "lid", "lids"}},
        Case{"analy[sz]e", {"analyse", "analyze"}},
        Case{"colou?r", {"color", "colour"}},
        Case{"why.*(?:leg|arm) \\w+", {"arm", "leg", "why"}},
        Case{"Lyme disease", {"disease", "lyme"}},
        Case{"(?:my )?(?:very )*sore", {"sore", "very"}},
        Case{"(?:leg.*pain|arm.*ache)", {"ache", "arm", "leg", "pain"}},
        Case{"pain\\w* now", {"now", "pain"}}, Case{"\\w+able pre\\w+", {}},
        Case{"noo+kies", {}}, Case{"i'm at an e-r", {}},
        Case{"don'?t", {"don", "dont"}}, Case{"b12 covid19", {"covid"}},
        Case{"", {}}, Case{".*", {}}, Case{"(", {}}));

TEST(PatternWordsTest, LeavesOutWordsOfTooManyVariants) {
  const std::string endings =
      "(?:aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk|ll|mm|nn|oo|pp|qq|rr|ss|tt)";

  EXPECT_EQ(PatternWords("stem" + endings + endings + " leg"), Words{"leg"});
}

}  // namespace
}  // namespace quiver
