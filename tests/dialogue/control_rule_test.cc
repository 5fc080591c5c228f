// Steering the conversation.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// A talk about the brakes, in which the cause was asked for.
Talk AboutBrakes() {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  return talk;
}

struct ControlCase {
  const char* name;
  const char* intent;
  const char* in_talk;   // What is said while the cause is asked for.
  const char* at_first;  // As the first message.
};

class ControlTest : public testing::TestWithParam<ControlCase> {};

TEST_P(ControlTest, IsDone) {
  Talk talk = AboutBrakes();
  talk.Say(Meaning().Does(GetParam().intent));

  EXPECT_EQ(TextOf(talk.reply()), GetParam().in_talk);
  EXPECT_EQ(talk.reply().outcome, Outcome::kControl);
}

TEST_P(ControlTest, SaysWhenThereIsNothingYet) {
  Talk talk;
  talk.Say(Meaning().Does(GetParam().intent));

  EXPECT_EQ(TextOf(talk.reply()), GetParam().at_first);
  EXPECT_EQ(talk.reply().outcome, Outcome::kControl);
}

constexpr char kHelp[] =
    "You could ask:\n\n- Why does my bicycle squeak?\n- How do I stop a "
    "rattle?";

INSTANTIATE_TEST_SUITE_P(
    Control, ControlTest,
    testing::Values(
        ControlCase{"Help", "help_me",
                    "You could ask:\n\n- Why does my bicycle squeak?\n- How do "
                    "I stop a rattle? | What happened before it began?",
                    kHelp},
        ControlCase{"StartOver", "start_over", "We start afresh.",
                    "We start afresh."},
        ControlCase{"GoBack", "go_back", "One step back.",
                    "There is nothing yet."},
        ControlCase{"Repeat", "repeat",
                    "Brakes squeal when their pads are dirty. | Dust and oil "
                    "on the rim make pads slip and grip by turns. | What "
                    "happened before it began?",
                    "There is nothing yet."},
        ControlCase{"Recall", "recall",
                    "You told me:\n\n- brake | What happened before it began?",
                    "I know nothing about you."},
        ControlCase{"Summarize", "summarize",
                    "Show this to a mechanic:\n\n- brake | What happened "
                    "before it began?",
                    "I know nothing about you."},
        ControlCase{"Forget", "forget", "All is forgotten.",
                    "All is forgotten."},
        ControlCase{"ExplainQuestion", "explain_question",
                    "What to do depends on what came before. | What happened "
                    "before it began?",
                    "There is nothing yet."},
        ControlCase{"Why", "why",
                    "What to do depends on what came before. | What happened "
                    "before it began?",
                    "There is nothing yet."},
        ControlCase{"Simpler", "simpler",
                    "Brakes squeal when their pads are dirty. | What happened "
                    "before it began?",
                    "There is nothing yet."},
        ControlCase{"More", "more",
                    "- wipe the rim\n- roughen the pads | What happened "
                    "before it began?",
                    "There is nothing yet."},
        ControlCase{"Reject", "reject", "Sorry. Perhaps one of these?",
                    "Sorry. Perhaps one of these?"}),
    [](const auto& tested) { return tested.param.name; });

TEST(ControlRuleTest, RepeatGivesCitationsAndOptionsToo) {
  Talk talk = AboutBrakes();
  const Reply before = talk.reply();
  talk.Say(Meaning().Does("repeat"));

  EXPECT_EQ(talk.reply().citations, before.citations);
  EXPECT_EQ(talk.reply().options, before.options);
  EXPECT_EQ(talk.reply().pending_slot, "cause");
}

TEST(ControlRuleTest, StartOverForgetsTheTalkAndKeepsCounting) {
  Talk talk = AboutBrakes();
  talk.Say(Meaning().Event(VisitorEvent::kRestart));

  EXPECT_EQ(TextOf(talk.reply()), "We start afresh.");
  EXPECT_EQ(SlotsOf(talk.state()), "");
  EXPECT_TRUE(talk.state().topic.empty());
  EXPECT_FALSE(talk.state().pending.has_value());
  EXPECT_EQ(talk.state().turn, 2u);
  EXPECT_FALSE(talk.last().forget);
}

TEST(ControlRuleTest, ForgetAsksForTheSessionToBeDeleted) {
  Talk talk = AboutBrakes();
  talk.Say(Meaning().Does("forget"));

  EXPECT_TRUE(talk.last().forget);
}

TEST(ControlRuleTest, GoBackUndoesTheLastAnswerAndAsksAgain) {
  Talk talk = AboutBrakes();
  talk.Say(Meaning().Detail("cause=rain").DetailsOnly());
  ASSERT_EQ(SlotsOf(talk.state()), "part=brake cause=rain");
  talk.Say(Meaning().Does("go_back"));

  EXPECT_EQ(SlotsOf(talk.state()), "part=brake");
  EXPECT_EQ(talk.reply().pending_slot, "cause");
  EXPECT_THAT(TextOf(talk.reply()), StartsWith("One step back. | "));
}

TEST(ControlRuleTest, MoreGoesThroughTheDocumentAndEnds) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));
  talk.Say(Meaning().Does("more"));

  EXPECT_EQ(TextOf(talk.reply()), "That is all that I know.");
}

TEST(ControlRuleTest, SimplerUsesTheAuthorsPlainWords) {
  Talk talk;
  talk.Say(Meaning().Detail("part=tyre").Asks("causes"));
  talk.Say(Meaning().Does("simpler"));

  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Something rubs."));
  EXPECT_EQ(CitedBy(talk.reply()), "why-bicycles-make-noise");
}

TEST(ControlRuleTest, DeniedDetailsAreRecalledAsDenied) {
  Talk talk;
  talk.Say(Meaning().Denies("sign=wobble").Asks("seriousness"));
  talk.Say(Meaning().Does("recall"));

  EXPECT_EQ(TextOf(talk.reply()), "You told me:\n\n- No: wobble");
}

TEST(ControlRuleTest, GoBackUndoesWhatWasHeldNotWhatWasAskedInBetween) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  talk.Say(Meaning().Detail("part=brake").DetailsOnly());
  talk.Say(Meaning().Does("help"));
  talk.Say(Meaning().Does("go_back"));

  EXPECT_EQ(SlotsOf(talk.state()), "");
}

TEST(ControlRuleTest, RepeatsWordForWordWhateverTheDay) {
  Talk talk;
  talk.SetToday(absl::CivilDay(2027, 1, 2));
  const std::string first = TextOf(talk.Say(Meaning().Asks("seriousness")));

  EXPECT_EQ(TextOf(talk.Say(Meaning().Does("repeat"))), first);
}

TEST(ControlRuleTest, GoingBackTwiceDoesNotGoForwardAgain) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  talk.Say(Meaning().Does("go_back"));
  talk.Say(Meaning().Does("go_back"));

  EXPECT_EQ(SlotsOf(talk.state()), "");
}

TEST(ControlRuleTest, RejectionOffersOtherDocuments) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));
  talk.Say(Meaning().Does("reject"));

  EXPECT_EQ(OptionsOf(talk.reply()),
            "doc.why-bicycles-make-noise doc.how-to-stop-noises "
            "doc.kinds-of-brakes none");
}

}  // namespace
}  // namespace quiver
