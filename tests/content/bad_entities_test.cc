#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "intents/small/x.yaml";

class BadEntitiesTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadEntitiesTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadEntitiesTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"EntityWithoutValues",
         R"(entities:
  limb:
    sides: true
)",
         {"2:3: entity \"limb\" has no `values`"}},
        {"EntityKeys",
         R"(entities:
  limb:
    kind: dictionry
    specificity: 200
    subject: maybe
    sidez: true
    values: [arm]
)",
         {"3:11: `kind` must be dictionary or duration | did you mean "
          "\"dictionary\"?",
          "4:18: `specificity` must be a whole number from 0 to 100",
          "5:14: `subject` must be true or false",
          "6:5: unknown key `sidez` in entity \"limb\" | did you mean "
          "\"sides\"?",
          "7:13: `values` must be a map of keys, this is a list"}},
        {"EntityName",
         R"(entities:
  Body Part:
    values:
      Left-Arm: {label: arm}
)",
         {"2:3: \"Body Part\" is no name of an entity | use lower-case "
          "letters, digits and _, at most 40",
          "4:7: \"Left-Arm\" is no name of a value | use lower-case letters, "
          "digits and _, at most 40"}},
        {"ValueKeys",
         R"(entities:
  limb:
    values:
      arm:
        label: ''
        synonyms: arm
        match_name: no
      hand:
        synonim: [hands]
      finger:
)",
         {"5:16: `label` is empty",
          "6:19: `synonyms` must be a list, this is a text | write [...], or "
          "one item a line after -",
          "7:21: `match_name` must be true or false",
          "8:7: value \"hand\" has no `label`",
          "9:9: unknown key `synonim` in value \"hand\" | did you mean "
          "\"synonyms\"?",
          "10:7: value \"finger\" must be a map of keys, this is nothing | "
          "fill it in, or leave the key out"}},
        {"SynonymWithoutWords",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        synonyms: ['?!', [a]]
)",
         {"6:20: \"?!\" has no words | use `patterns` for signs",
          "6:26: an item of `synonyms` must be a text, this is a list | quote "
          "a text that begins with a sign, or that has \": \" in it"}},
        {"ValueThatNothingFinds",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        match_name: false
)",
         {"4:7: nothing finds value \"arm\" | give it synonyms or patterns, or "
          "have another value imply it"}},
        {"ValueOnlyFoundByABrokenPattern",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        match_name: false
        patterns: ['{limp}']
)",
         {"7:21: there is no macro {limp}"}},
        {"Implies",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        implies: [part, prat=eye, part=ear, 'part=eye+part=leg', time=week]
)",
         {"6:19: `implies` names one value of an entity | write entity=value",
          "6:25: there is no entity \"prat\" | did you mean \"part\"?",
          "6:40: part has no value \"ear\"",
          "6:45: `implies` names one value of an entity | write entity=value",
          "6:71: values of time cannot be named | it finds them by itself: "
          "name the entity alone"}},
        {"LinkedWords",
         R"(entities:
  limb:
    values:
      arm:
        label: arm
        synonyms: [branch]
        linked: [Branch, '!']
)",
         {"7:18: \"Branch\" stands here twice | leave it in `synonyms` or in "
          "`linked`",
          "7:26: \"!\" has no words | use `patterns` for signs"}},
        {"RemedyThatIsNoCause",
         R"(entities:
  limb:
    values:
      arm: {label: arm, remedy: true}
)",
         {"4:7: `remedy` means nothing: limb names no causes | leave it out, "
          "or "
          "give the entity `causes: true`"}},
        {"SeveralOfUnknownValue",
         R"(entities:
  limb:
    several: body
    values:
      arm: {label: arm}
)",
         {"3:14: limb has no value \"body\" | name one of its values"}},
        {"DurationHasNoValues",
         R"(entities:
  lasting:
    kind: duration
    sides: true
    values: {}
)",
         {"2:3: only one entity may be of kind duration | use the other one "
          "here too",
          "4:12: an entity of kind duration has no `sides` | leave it out",
          "5:13: an entity of kind duration has no `values` | leave it out"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
