#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "match/regex_syntax.h"

namespace quiver {
namespace {

using Kind = RegexNode::Kind;

TEST(ParseRegexTest, GivesUpOnSyntaxItDoesNotUnderstand) {
  for (const char* regex :
       {"(?m)^why", "(why", "why)", "[abc", "*why", "a**", "(?=why)",
        "(?P<name", "\\", "why\\k", "(?", "\\x{41"}) {
    EXPECT_FALSE(ParseRegex(regex).has_value()) << regex;
  }
}

TEST(ParseRegexTest, GivesUpOnDeepNesting) {
  const std::string open(1000, '(');
  const std::string close(1000, ')');

  EXPECT_FALSE(ParseRegex(open + "a" + close).has_value());
}

TEST(ParseRegexTest, ReadsCountsOfRepetition) {
  struct Case {
    const char* regex;
    int min;
    int max;
  };
  for (const Case& test : std::vector<Case>{
           {"a?", 0, 1},
           {"a*", 0, RegexNode::kUnbounded},
           {"a+?", 1, RegexNode::kUnbounded},
           {"a{3}", 3, 3},
           {"a{2,}?", 2, RegexNode::kUnbounded},
           {"a{0,14}", 0, 14},
       }) {
    const auto syntax = ParseRegex(test.regex);

    ASSERT_TRUE(syntax.has_value()) << test.regex;
    EXPECT_TRUE(syntax->root.Is(Kind::kRepetition)) << test.regex;
    EXPECT_EQ(syntax->root.min, test.min) << test.regex;
    EXPECT_EQ(syntax->root.max, test.max) << test.regex;
  }
}

TEST(ParseRegexTest, TakesABraceWithoutCountsForItself) {
  for (const char* regex : {"a{", "a{x}", "a{,5}", "a{-1}", "a{1", "{"}) {
    const auto syntax = ParseRegex(regex);

    ASSERT_TRUE(syntax.has_value()) << regex;
    EXPECT_FALSE(syntax->root.Is(Kind::kRepetition)) << regex;
  }
}

TEST(ParseRegexTest, KnowsWhichPatternsAskForUpperCase) {
  for (const char* regex : {"lyme", "\\bwhy\\B \\S+\\W\\D", "[a-z']{2,}",
                            "(?P<Name>as)", "what\\?", "[^a]", "[ -~]"}) {
    const auto syntax = ParseRegex(regex);
    ASSERT_TRUE(syntax.has_value()) << regex;
    EXPECT_TRUE(syntax->lower_case) << regex;
  }
  for (const char* regex :
       {"Lyme", "[A-Z]", "[@-\\[]", "\\x41", "\\101", "\\p{Lu}", "[[:upper:]]",
        "\\QLyme\\E", "(?i)a", "(?-i:a)", "caf\xC3\x89"}) {
    const auto syntax = ParseRegex(regex);
    ASSERT_TRUE(syntax.has_value()) << regex;
    EXPECT_FALSE(syntax->lower_case) << regex;
  }
}

TEST(ParseRegexTest, ReadsClasses) {
  struct Case {
    const char* regex;
    const char* members;
    const char* others;
  };
  for (const Case& test : std::vector<Case>{
           {"[sz]", "sz", "ay"},
           {"[^sz]", "ay \n", "sz"},
           {"[]a]", "]a", "b"},
           {"[^]a]", "b", "]a"},
           {"[a-c-]", "abc-", "d"},
           {"[A-C]", "abc", "dA"},
           {"[^A-C]", "d", "abc"},
           {"[\\d.]", "05.", "a"},
           {"[\\--/]", "-./", "a,"},
           {"[^\\x41-\\x5A]", "abc", ""},
           {"\\s", " \t\n", "a"},
           {"\\W", " '-", "a_0"},
       }) {
    const auto syntax = ParseRegex(test.regex);

    ASSERT_TRUE(syntax.has_value()) << test.regex;
    ASSERT_TRUE(syntax->root.Is(Kind::kCharacter)) << test.regex;
    for (char c : std::string(test.members)) {
      EXPECT_TRUE(syntax->root.characters.ascii[c]) << test.regex << " " << c;
    }
    for (char c : std::string(test.others)) {
      EXPECT_FALSE(syntax->root.characters.ascii[c]) << test.regex << " " << c;
    }
  }
}

}  // namespace
}  // namespace quiver
