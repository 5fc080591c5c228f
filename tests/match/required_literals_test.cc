#include "match/required_literals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "match/regex_syntax.h"

namespace quiver {
namespace {

using Groups = std::vector<std::vector<std::string>>;

RequiredLiterals Find(const std::string& regex) {
  const std::optional<RegexSyntax> syntax = ParseRegex(regex);
  EXPECT_TRUE(syntax.has_value()) << regex;
  return syntax.has_value() ? FindRequiredLiterals(syntax->root)
                            : RequiredLiterals();
}

// The groups that `regex` requires, with | for a boundary and ^ for the
// beginning of the text.
Groups GroupsOf(const std::string& regex) {
  Groups groups;
  for (const LiteralGroup& group : Find(regex).groups) {
    groups.push_back(group.literals);
    for (std::string& literal : groups.back()) {
      for (char& c : literal) {
        c = c == kBoundarySymbol ? '|' : c == kBeginSymbol ? '^' : c;
      }
    }
  }
  return groups;
}

struct Case {
  std::string regex;
  Groups groups;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.regex; }

class RequiredLiteralsTest : public ::testing::TestWithParam<Case> {};

TEST_P(RequiredLiteralsTest, FindsWhatThePatternRequires) {
  EXPECT_EQ(GroupsOf(GetParam().regex), GetParam().groups) << GetParam().regex;
}

INSTANTIATE_TEST_SUITE_P(
    Words, RequiredLiteralsTest,
    ::testing::Values(
        Case{"als", {{"als"}}}, Case{"\\bals\\b", {{"|als|"}}},
        Case{"^als$", {{"^|als|"}}}, Case{"\\Aals\\z", {{"^|als|"}}},
        Case{"why do", {{"why| |do"}}},
        Case{"\\bwhy\\s+do", {{"|why|"}, {"|do"}}},
        Case{"what\\?", {{"what|?"}}}, Case{"don't", {{"don|'|t"}}},
        Case{"\\bdon'?t", {{"|don|'|t", "|dont"}}}, Case{"Lyme", {{"lyme"}}},
        Case{"\\QWhat?\\E now", {{"what|? |now"}}},
        Case{"\\b'tis", {{"|'|tis"}}}, Case{"(?i)als", {{"als"}}}));

INSTANTIATE_TEST_SUITE_P(
    Chains, RequiredLiteralsTest,
    ::testing::Values(Case{"why.*twitch", {{"why"}, {"twitch"}}},
                      Case{"(?:why|how)\\b.*\\bleg",
                           {{"how|", "why|"}, {"|leg"}}},
                      Case{"why (?:\\w+\\s+){0,4}leg", {{"why| "}, {"leg"}}},
                      Case{"why(?:\\s+\\w+){1,3}\\s+leg", {{"why|"}, {"|leg"}}},
                      Case{"why[ ,]+do", {{"why| ", "why|,"}, {"|do"}}},
                      Case{"(?P<part>eyelid|lid).*pain", {{"lid"}, {"pain"}}},
                      Case{"leg.{0,20}arm", {{"leg"}, {"arm"}}},
                      Case{"(?:a.*pain|my.*ache)", {{"ache", "pain"}}}));

INSTANTIATE_TEST_SUITE_P(
    Parts, RequiredLiteralsTest,
    ::testing::Values(
        Case{"twitch(?:es|ed|ing)?", {{"twitch"}}},
        Case{"twitch(?:es|ed)?\\b", {{"twitch|", "twitched|", "twitches|"}}},
        Case{"(?:my )?leg", {{"leg"}}},
        Case{"analy[sz]e", {{"analyse", "analyze"}}},
        Case{"(?:ha){2}", {{"haha"}}}, Case{"twitch{0,5}x", {{"twitc"}}},
        Case{"(?:ha){2,3}", {{"haha"}}}, Case{"(?:ha){2,}", {{"haha"}}},
        Case{"so+ sad", {{"so"}, {"| |sad"}}},
        Case{"(?:very )+tired", {{"very| "}, {"tired"}}},
        Case{"pain[a-z]* now", {{"pain"}, {" |now"}}},
        Case{"\\w+ing\\b", {{"ing|"}}}, Case{"\\bi\\b", {{"|i|"}}},
        Case{"\xE7\x97\x9B\xE3\x81\x84", {{"\xE7\x97\x9B\xE3\x81\x84"}}}));

INSTANTIATE_TEST_SUITE_P(
    Nothing, RequiredLiteralsTest,
    ::testing::Values(Case{"", {}}, Case{".*", {}}, Case{"\\w+", {}},
                      Case{"(?:twitch)?", {}}, Case{"(?:twitch)*", {}},
                      Case{"twitch|", {}}, Case{"twitch|\\w+ing|\\d+", {}},
                      Case{"(?:twitch){0}", {}}, Case{"a", {}}, Case{"^$", {}},
                      Case{" ", {}}, Case{"\\?", {}}, Case{"[[:alpha:]]+", {}},
                      Case{"\\pL+", {}}, Case{"\\x{41}", {}},
                      Case{"\xC3\x89", {}}));

TEST(FindRequiredLiteralsTest, KeepsEveryWordOfALongAlternation) {
  std::string regex = "word0";
  for (int i = 1; i < 200; ++i) regex += "|word" + std::to_string(i) + "x";

  const Groups groups = GroupsOf("(?:" + regex + ") here");

  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].size(), 200u);
}

TEST(FindRequiredLiteralsTest, BoundsWhatItHolds) {
  std::string product;
  for (int i = 0; i < 12; ++i) product += "(?:aa|bb|cc|dd|ee|ff|gg)";
  std::string alternation = "word0";
  for (int i = 1; i < 5000; ++i) alternation += "|word" + std::to_string(i);

  for (const LiteralGroup& group : Find(product).groups) {
    EXPECT_LE(group.literals.size(), 256u);
  }
  EXPECT_EQ(GroupsOf(alternation), Groups{});
  EXPECT_LE(GroupsOf(std::string(5000, 'a')).front().front().size(), 64u);
}

TEST(FindRequiredLiteralsTest, TellsWhereAMatchMayBegin) {
  EXPECT_EQ(Find("twitch.*leg").head, 6u);
  EXPECT_EQ(Find("(?:my )?leg").head, 6u);
  EXPECT_EQ(Find("\\b(?:why|how) do").head, 6u);
  EXPECT_EQ(Find(".*leg").head, std::nullopt);
  EXPECT_EQ(Find("a\\w* leg").head, std::nullopt);
  EXPECT_EQ(Find("(?:why .*do|how .*are) leg").head, std::nullopt);
}

TEST(FindRequiredLiteralsTest, TellsWhereAMatchMayEnd) {
  EXPECT_EQ(Find("twitch.*leg").tail, 3u);
  EXPECT_EQ(Find("leg(?:s|gings)?\\b").tail, 8u);
  EXPECT_EQ(Find("leg.*").tail, std::nullopt);
  EXPECT_EQ(Find("leg \\w").tail, std::nullopt);
  EXPECT_EQ(Find("leg.*a").tail, std::nullopt);
  EXPECT_EQ(Find("leg (?:why .*do|how .*are)").tail, std::nullopt);
}

}  // namespace
}  // namespace quiver
