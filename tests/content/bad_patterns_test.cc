#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "intents/small/x.yaml";

class BadPatternsTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadPatternsTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadPatternsTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"Patterns",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        patterns: ['(arm', 'arm)', '[arm', '*arm', 'arm\q', '(?=arm)', 'a{2000}', 'it''s (arm']
)",
         {"6:21: bad pattern: missing ): (arm | close the group, or write \\( "
          "for a bracket",
          "6:32: bad pattern: unexpected ): arm) | open the group, or write "
          "\\) for a bracket",
          "6:37: bad pattern: missing ]: [arm | close the class, or write \\[ "
          "for a bracket",
          "6:45: bad pattern: no argument for repetition operator: * | put "
          "what repeats before it, or write \\ before the sign",
          "6:56: bad pattern: invalid escape sequence: \\q | RE2 does not know "
          "this escape; \\\\ is a backslash",
          "6:62: bad pattern: invalid perl operator: (?= | RE2 has no "
          "look-around: say what is not meant in `except` or `refuses`",
          "6:74: bad pattern: invalid repetition size: {2000} | repetitions go "
          "up to 1000",
          "6:90: bad pattern: missing ): it's (arm | close the group, or write "
          "\\( for a bracket"}},
        {"PatternFoundEverywhere",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        patterns: ['(?:arm)*', '.*']
        except: ['']
)",
         {"6:21: the pattern is found in every message | name a word that must "
          "be there",
          "6:33: the pattern is found in every message | name a word that must "
          "be there",
          "7:18: an item of `except` is empty"}},
        {"PatternQuotes",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        patterns:
          - "\barm\b"
          - {twitch}
          - |
            arm
)",
         {"7:13: a pattern stands in single quotes | in double quotes \\b "
          "would be a backspace",
          "8:13: an item of `patterns` must be a text, this is a map of keys | "
          "quote a text that begins with a sign, or that has \": \" in it",
          "9:13: a pattern holds no end of a line | write it in one line, in "
          "single quotes"}},
        {"UnknownMacro",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        patterns: ['an {twich} arm', 'a{2}\x{61}\{x}']
)",
         {"6:24: there is no macro {twich} | did you mean \"twitch\"?"}},
        {"MacroCircle",
         R"(macros:
  a: 'x{b}'
  b: 'y{c}'
  c: 'z{a}'
)",
         {"4:8: macro {a} stands for itself | break the circle of macros"}},
        {"MacroMistakes",
         R"(macros:
  Upper: 'a'
  bad: '(a'
  user: '{bad}b'
  list: [a]
  odd: '{nothing}'
)",
         {"2:3: \"Upper\" is no name of a macro | use lower-case letters, "
          "digits and _, a letter first",
          "3:9: bad pattern: missing ): (a | close the group, or write \\( for "
          "a bracket",
          "warning: 4:3: no pattern uses macro \"user\"",
          "5:9: macro \"list\" must be a text, this is a list | quote a text "
          "that begins with a sign, or that has \": \" in it",
          "warning: 6:3: no pattern uses macro \"odd\"",
          "6:9: there is no macro {nothing}"}},
        {"MacroUnused",
         R"(macros:
  lonely: 'a'
)",
         {"warning: 2:3: no pattern uses macro \"lonely\""}},
        {"MacroTooLong",
         R"(macros:
  a: 'xxxxxxxxxxxxxxxx'
  b: '{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}'
  c: '{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}'
  d: '{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}'
)",
         {"warning: 5:3: no pattern uses macro \"d\"",
          "5:6: the pattern is longer than 32768 bytes with its macros | split "
          "it into several patterns"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
