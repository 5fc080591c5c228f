#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "intents/small/x.yaml";

class BadYamlTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadYamlTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadYamlTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"NotYaml",
         R"(slots: [a
)",
         {"2:1: did not find expected ',' or ']' while parsing a flow sequence "
          "that begins in line 1 | look at this line and those "
          "before it: a text stands in quotes when it holds \": \" or \" #\", "
          "or begins with a sign such as * & { [ ! %"}},
        {"TabIndent",
         "slots:\n\tpart: 1\n",
         {"2:1: found character that cannot start any token while scanning for "
          "the next token | indent with spaces, not with tabs"}},
        {"MissingQuote",
         R"(messages:
  help: ['Ask me]
)",
         {"3:1: found unexpected end of stream while scanning a quoted scalar "
          "that begins in line 2 | look at this line and those "
          "before it: a text stands in quotes when it holds \": \" or \" #\", "
          "or begins with a sign such as * & { [ ! %"}},
        {"RootIsAList",
         R"(- slots
)",
         {"1:1: the file must be a map of keys, this is a list"}},
        {"QuestionsStandWithoutQuotes",
         "messages:\n  helo: [Why?, \"Où?\", Really? Yes.]\n",
         {"2:3: there is no message `helo` | did you mean \"help\"?"}},
        {"PlacesAreInCharacters",
         "messages: {helo: [Où est l’œil?], helq: [x]}\n",
         {"1:12: there is no message `helo` | did you mean \"help\"?",
          "1:35: there is no message `helq` | did you mean \"help\"?"}},
        {"TwoDocuments",
         R"(macros: {}
---
macros: {}
)",
         {"2:1: only one document may stand in a file"}},
        {"AliasesAreRefused",
         R"(entities:
  limb: &limb
    values:
      arm: {label: arm}
  other: *limb
)",
         {"2:9: anchors (&name) are not supported | write it out, or use a "
          "macro",
          "5:10: aliases (*name) are not supported | write it out, or use a "
          "macro"}},
        {"TagsAreRefused",
         R"(spellings:
  wk: !!str week
)",
         {"2:7: tags (!name) are not supported | leave it out; quote a text "
          "that begins with !"}},
        {"DeepNesting",
         R"(x: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]
)",
         {"1:19: nested deeper than 16 levels"}},
        {"KeyIsAList",
         R"(? [a, b]
: c
)",
         {"1:3: a key must be a text, this is a list | put it in quotes"}},
        {"UnknownKey",
         R"(slotz: {}
)",
         {"1:1: unknown key `slotz` in the file | did you mean \"slots\"?"}},
        {"UnknownKeyWithoutLikeness",
         R"(conversation: {}
)",
         {"1:1: unknown key `conversation` in the file | it may have "
          "assistant, spellings, macros, messages, entities, slots, intents, "
          "safety or safety_examples"}},
        {"RepeatedKeyInAFile",
         R"(spellings: {wk: week}
spellings: {mth: month}
)",
         {"2:1: \"spellings\" stands here twice | it stands in line 1 already: "
          "join the two, or rename one"}},
        {"RepeatedNameInAFile",
         R"(spellings:
  wk: week
  wk: weeks
)",
         {"3:3: \"wk\" stands here twice | it stands in line 2 already: join "
          "the two, or rename one"}},
        {"RepeatedNameInTwoFiles",
         R"(entities:
  part:
    values:
      arm: {label: arm}
)",
         {"2:3: \"part\" stands twice under `entities` | it stands in "
          "intents/small/a.yaml:14 already: join the two, or rename one"}},
        {"AssistantTwice",
         R"(assistant: {}
)",
         {"1:1: `assistant` stands twice | it stands in intents/small/a.yaml:2 "
          "already"}},
        {"SectionIsAList",
         R"(intents:
  - why
)",
         {"2:3: `intents` must be a map of keys, this is a list"}},
        {"SpellingOfTwoWords",
         R"(spellings:
  a lot: many
)",
         {"2:3: spelling \"a lot\" is not one word | a synonym or a pattern "
          "may have several words"}},
        {"SpellingTwiceInOtherCapitals",
         R"(spellings:
  Wks: weeks
  wks: weeks
)",
         {"3:3: spelling \"wks\" stands twice | capitals and kinds of "
          "apostrophes make no difference"}},
        {"SpellingWithoutMeaning",
         R"(spellings:
  wk:
)",
         {"2:3: spelling \"wk\" must be a text, this is nothing | fill it in, "
          "or leave the key out"}},
        {"MessageMistakes",
         R"(messages:
  helo: [Hello.]
)",
         {"2:3: there is no message `helo` | did you mean \"help\"?"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
