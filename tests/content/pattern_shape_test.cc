#include "content/pattern_shape.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

namespace quiver {
namespace {

TEST(PatternShapeTest, TellsWhetherNothingMayMatch) {
  struct Case {
    const char* regex;
    bool may_be_empty;
  };
  for (const Case& c : std::vector<Case>{
           {"", true},           {"a", false},         {"a?", true},
           {"a*?", true},        {"a+", false},        {"ab*", false},
           {"é*", true},         {".*", true},         {".", false},
           {"\\b", true},        {"^$", true},         {"\\bcat\\b", false},
           {"\\.*", true},       {"\\d{2}", false},    {"\\d{0,2}", true},
           {"\\d{0}", true},     {"\\d{1,}?", false},  {"a{x}*", false},
           {"a|b", false},       {"a||b", true},       {"a|b*", true},
           {"(?:a|b)c?", false}, {"(?:a?|b)c?", true}, {"(?:ab){0,3}", true},
           {"(?i)", true},       {"(?i:a)", false},    {"(?P<name>a)?", true},
           {"()", true},         {"[abc]", false},     {"[]a]*", true},
           {"[^]]", false},      {"[\\]*]", false},    {"(?:[(|)]x)", false},
       }) {
    const auto shape = ShapeOf(c.regex);
    ASSERT_TRUE(shape.has_value()) << c.regex;
    EXPECT_EQ(shape->may_be_empty, c.may_be_empty) << c.regex;
    if (RE2::FullMatch("", RE2(c.regex))) {
      EXPECT_TRUE(c.may_be_empty) << c.regex;
    }
  }
}

TEST(PatternShapeTest, BoundsTheProgramOfRe2) {
  for (const char* regex :
       {"a", "k", "é", ".", ".*", "\\W+", "\\S{9}", "[^a]", "[^a-z0-9é]",
        "(?i:kiss)", "a{100}", "(?:a{10}|[^b]){20}", ".{3,1000}", "x{500,}",
        "(?:a{2,5}b?){0,9}", "\\bfoo\\b.*(?:bar|baz)", "a|b|c|[d-fk]"}) {
    RE2::Options options;
    options.set_case_sensitive(false);
    const RE2 compiled(regex, options);
    ASSERT_TRUE(compiled.ok()) << regex;
    const auto shape = ShapeOf(regex);
    ASSERT_TRUE(shape.has_value()) << regex;
    EXPECT_GE(shape->most_instructions,
              static_cast<size_t>(compiled.ProgramSize()))
        << regex;
  }
}

TEST(PatternShapeTest, KnowsWhatItDoesNotKnow) {
  for (const char* regex :
       {"\\x41", "\\x{41}*", "\\01*", "\\pL", "\\p{Greek}", "\\Qa*\\E",
        "[[:alpha:]]*", "[\\x41]*", "a)", "(a"}) {
    EXPECT_FALSE(ShapeOf(regex).has_value()) << regex;
  }
  EXPECT_FALSE(
      ShapeOf(std::string(300, '(') + "a" + std::string(300, ')')).has_value());
}

}  // namespace
}  // namespace quiver
