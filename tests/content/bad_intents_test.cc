#include <gtest/gtest.h>

#include "content/bad_case.h"

namespace quiver {
namespace {

constexpr char kPath[] = "intents/small/x.yaml";

class BadIntentsTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadIntentsTest, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(ProblemsOfFile(kPath, GetParam().text), GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    , BadIntentsTest,
    ::testing::ValuesIn(std::vector<BadCase>{
        {"SlotMistakes",
         R"(slots:
  prat:
    questions: []
  sign:
    questions: ['Is it {value}?']
    rephrased: Which?
    reason: Because.
    options: [weak, weak, strong]
    multiple: 1
    picker: Body map
    acknowledge: 'Noted: {valu}.'
    unless: part=eye
)",
         {"2:3: there is no entity \"prat\" | did you mean \"part\"?",
          "2:3: slot \"prat\" has no `rephrased`",
          "2:3: slot \"prat\" has no `reason`",
          "3:16: `questions` is empty | fill it in, or leave the key out",
          "5:24: unknown field {value} | nothing is filled in here: write it "
          "out",
          "8:21: \"weak\" stands twice in `options` | leave one out",
          "8:27: sign has no value \"strong\"",
          "9:15: `multiple` must be true or false",
          "10:13: \"Body map\" is no name of a picker | use lower-case "
          "letters, digits and _, at most 40",
          "11:26: unknown field {valu} | it may hold {value}",
          "12:13: `unless` must be a list, this is a text | write [...], or "
          "one item a line after -"}},
        {"SlotOfADuration",
         R"(slots:
  time:
    questions: [How long?]
    rephrased: How long?
    reason: Because.
    options: [week]
)",
         {"6:15: values of time cannot be named | it finds them by itself: "
          "name the entity alone"}},
        {"IntentWithoutKeys",
         R"(intents:
  empty: {}
  text: why
)",
         {"2:3: intent \"empty\" has no `title`",
          "2:3: intent \"empty\" has no `answer` | name the document for "
          "visitors who give no detail",
          "2:3: intent \"empty\" has no `patterns` | nothing leads to it: give "
          "patterns or examples",
          "3:9: intent \"text\" must be a map of keys, this is a text"}},
        {"QuestionMistakes",
         R"(intents:
  ask:
    title: Ask
    aspect: cause
    answer: twiching
    examples: [why]
    action: help
    replies: [Hello.]
    requires: [part=eye + sign=week]
    refuses: ['part=', '+ part', '']
    follow_ups: [part, part, time]
    priority: 101
)",
         {"4:13: there is no aspect \"cause\" | did you mean \"causes\"?",
          "5:13: there is no document \"twiching\" | did you mean "
          "\"twitching\"?",
          "7:13: intent \"ask\" may not have `action` | only intents of kind "
          "control and answer have an action",
          "8:14: intent \"ask\" may not have `replies` | only intents of kind "
          "social have replies",
          "9:32: sign has no value \"week\" | did you mean \"weak\"?",
          "10:20: a value is missing after = | write entity=value",
          "10:25: a reference is missing here | write entity or entity=value",
          "10:34: an item of `refuses` is empty",
          "11:24: \"part\" stands twice in `follow_ups` | leave one out",
          "11:30: there is no slot \"time\"",
          "12:15: `priority` must be a whole number from -100 to 100"}},
        {"SocialMistakes",
         R"(intents:
  greet:
    title: Hello
    kind: social
    patterns: ['hello']
    answer: twitching
    aspect: causes
    examples: [hi]
    follow_ups: [part]
)",
         {"2:3: intent \"greet\" has no `replies`",
          "6:13: intent \"greet\" may not have `answer` | only intents of kind "
          "question have an answer",
          "7:13: intent \"greet\" may not have `aspect` | only intents of kind "
          "question have an aspect",
          "8:15: intent \"greet\" may not have `examples` | only intents of "
          "kind question have examples: give patterns",
          "9:17: intent \"greet\" may not have `follow_ups` | only intents of "
          "kind question have follow-ups"}},
        {"ControlMistakes",
         R"(intents:
  helps:
    title: Help
    kind: control
    patterns: ['help']
    action: yes
  agree:
    title: Yes
    kind: answer
    patterns: ['yes']
  odd:
    title: Odd
    kind: odd
    answer: twitching
    patterns: ['odd']
)",
         {"6:13: `action` must be help, start_over, go_back, repeat, recall, "
          "forget, reject, explain_question, simpler, more, summarize, why or "
          "correct",
          "7:3: intent \"agree\" has no `action`",
          "13:11: `kind` must be question, social, control or answer"}},
        {"SafetyMistakes",
         R"(safety:
  stroke:
    title: Stroke
    level: urgent
    when: [sign=week]
    message: Call now.
    document: strok
  fit:
    when: []
    message: |
      Call now.[^book]

      ## Now

      *Do* it.
)",
         {"4:12: `level` must be emergency, same_day or doctor",
          "5:17: sign has no value \"week\" | did you mean \"weak\"?",
          "7:15: there is no document \"strok\"",
          "8:3: safety rule \"fit\" has no `title`",
          "8:3: safety rule \"fit\" has no `level`",
          "9:11: `when` is empty | fill it in, or leave the key out",
          "11:16: source marks are not supported here | leave it out",
          "13:7: headings are not supported here | write a paragraph",
          "15:7: emphasis is not supported | write plain text"}},
        {"SafetyRuleWithoutGround",
         R"(safety:
  bare: {title: Bare, level: doctor, message: Ask.}
  both:
    title: Both
    level: doctor
    when: [sign=weak]
    suspected: true
    message: Ask.
  second: {title: Second, level: doctor, suspected: true, message: Ask.}
)",
         {"2:3: safety rule \"bare\" has no `when`",
          "6:11: a rule that is `suspected` has no `when` | leave one of the "
          "two out",
          "9:3: only one rule may be `suspected` | give this one a `when`"}},
        {"SafetyExamples",
         R"(safety:
  stroke: {title: Stroke, level: emergency, when: [sign=weak], message: Call.}
safety_examples:
  stroke: [my arm is weak, '', [weak]]
  strok: [my leg is weak]
  harmless: not weak
)",
         {"4:28: an example is empty",
          "4:32: an example must be a text, this is a list | quote a text that "
          "begins with a sign, or that has \": \" in it",
          "5:3: there is no safety rule \"strok\" | did you mean \"stroke\"?",
          "6:13: examples must be a list, this is a text | write [...], or one "
          "item a line after -"}},
    }),
    NameOf);

}  // namespace
}  // namespace quiver
