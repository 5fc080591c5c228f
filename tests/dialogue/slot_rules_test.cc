// Answers to questions of the assistant, corrections and details.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// A talk in which the part was asked for.
Talk AskedForPart() {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  return talk;
}

// What is made of the answer to "Which part is it?".
struct AnswerCase {
  const char* name;
  Meaning answer;
  const char* said;  // The reply begins with it.
  const char* slots;
  const char* pending;  // Slot asked for next.
  Outcome outcome;
};

class AnswerTest : public testing::TestWithParam<AnswerCase> {};

TEST_P(AnswerTest, IsTaken) {
  Talk talk = AskedForPart();
  const Reply& reply = talk.Say(GetParam().answer);

  EXPECT_THAT(TextOf(reply), StartsWith(GetParam().said));
  EXPECT_EQ(SlotsOf(talk.state()), GetParam().slots);
  EXPECT_EQ(reply.pending_slot, GetParam().pending);
  EXPECT_EQ(reply.outcome, GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    Slots, AnswerTest,
    testing::Values(
        AnswerCase{"Value", Meaning().Detail("part=chain").DetailsOnly(),
                   "Noted: chain. | A dry chain rattles.", "part=chain",
                   "cause", Outcome::kAsked},
        AnswerCase{"ValueThatResemblesADocument",
                   Meaning().Detail("part=chain").Resembles("chain-noise"),
                   "Noted: chain. | A dry chain rattles.", "part=chain",
                   "cause", Outcome::kAsked},
        AnswerCase{"SeveralValues",
                   Meaning().Detail("part=chain").Detail("part=brake"),
                   "Noted: chain, brake. | ", "part=chain part=brake", "cause",
                   Outcome::kAsked},
        AnswerCase{"ValueWithSide", Meaning().Detail("part=pedal", "left"),
                   "Noted: left pedal.", "part=left pedal", "cause",
                   Outcome::kAsked},
        AnswerCase{"SupposedValue", Meaning().Supposes("part=chain"),
                   "Noted: chain.", "part=chain", "cause", Outcome::kAsked},
        AnswerCase{"NotSure", Meaning().Does("answer_unsure"), "That is fine.",
                   "part=?", "cause", Outcome::kAsked},
        AnswerCase{"Skip", Meaning().Does("answer_skip"), "We can leave that.",
                   "part=?", "cause", Outcome::kAsked},
        AnswerCase{"No", Meaning().Does("answer_no"), "We can leave that.",
                   "part=?", "cause", Outcome::kAsked},
        AnswerCase{"AnotherSlotIsTakenAndTheQuestionResumed",
                   Meaning().Detail("cause=rain").DetailsOnly(),
                   "Rain washes the oil away.", "cause=rain", "part",
                   Outcome::kAsked},
        AnswerCase{"WrongKindIsRephrased", Meaning().Typed("blue"),
                   "Which of these parts is nearest to the noise?", "", "part",
                   Outcome::kAsked},
        AnswerCase{"DeniedValueLeavesTheQuestionOpen",
                   Meaning().Denies("part=chain").Does("answer_no"),
                   "Which of these parts is nearest to the noise?",
                   "part=!chain", "part", Outcome::kAsked}),
    [](const auto& tested) { return tested.param.name; });

TEST(SlotRulesTest, ANewQuestionIsNoAnswer) {
  Talk talk = AskedForPart();
  talk.Say(Meaning().Detail("part=chain").Asks("seriousness"));

  EXPECT_THAT(TextOf(talk.reply()), Not(HasSubstr("Noted")));
  EXPECT_EQ(SlotsOf(talk.state()), "part=chain");
}

TEST(RepromptTest, RephrasesOnceThenGoesOnWithoutTheAnswer) {
  Talk talk = AskedForPart();
  talk.Type("blue");
  talk.Type("green");

  EXPECT_EQ(TextOf(talk.reply()),
            "We can leave that. | What happened before it began?");
  EXPECT_EQ(talk.reply().pending_slot, "cause");
}

TEST(RepromptTest, GivingUpWithNothingElseToAskIsAFallback) {
  Talk talk;
  talk.Say(Meaning().Asks("help"));
  talk.Type("blue");
  talk.Type("green");

  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
  EXPECT_EQ(TextOf(talk.reply()), "We can leave that.");
}

TEST(SlotRulesTest, OfASingleValuedSlotTheLatestHolds) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("causes"));
  talk.Say(Meaning().Detail("cause=wear").DetailsOnly());

  EXPECT_EQ(SlotsOf(talk.state()), "cause=wear");
}

TEST(SlotRulesTest, WhatIsNotTheVisitorsIsNotRemembered) {
  Talk talk;
  talk.Say(Meaning()
               .Supposes("cause=rain")
               .OfFamily("part=chain")
               .Asks("seriousness"));

  EXPECT_EQ(SlotsOf(talk.state()), "");
}

// What a correction makes of a brake that squeals since it rained.
struct CorrectionCase {
  const char* name;
  Meaning correction;
  const char* said;
  const char* slots;
};

class CorrectionTest : public testing::TestWithParam<CorrectionCase> {};

TEST_P(CorrectionTest, ReplacesOrRemoves) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  talk.Say(Meaning().Detail("cause=rain").DetailsOnly());
  const Reply& reply = talk.Say(GetParam().correction);

  EXPECT_THAT(TextOf(reply), StartsWith(GetParam().said));
  EXPECT_EQ(SlotsOf(talk.state()), GetParam().slots);
}

INSTANTIATE_TEST_SUITE_P(
    Slots, CorrectionTest,
    testing::Values(
        CorrectionCase{"AnnouncedValue",
                       Meaning().Detail("part=chain").Does("correct"),
                       "Changed to chain. | A dry chain rattles.",
                       "cause=rain part=chain"},
        CorrectionCase{"Side",
                       Meaning().Detail("part=brake", "left").Does("correct"),
                       "Changed to left brake.", "cause=rain part=left brake"},
        CorrectionCase{"NotThisButThat",
                       Meaning().Denies("part=brake").Detail("part=chain"),
                       "Changed to chain. | A dry chain rattles.",
                       "cause=rain part=!brake part=chain"},
        CorrectionCase{"NotThis", Meaning().Denies("cause=rain"),
                       "Taken back: rain.", "part=brake cause=!rain"},
        CorrectionCase{"NotAnnouncedIsAnAddition",
                       Meaning().Detail("part=chain").DetailsOnly(),
                       "A dry chain rattles.",
                       "part=brake cause=rain part=chain"}),
    [](const auto& tested) { return tested.param.name; });

TEST(CorrectionTest, WhatIsAskedForIsNoSignWhenDenied) {
  Talk talk;
  talk.Say(Meaning().Denies("part=tyre").Detail("part=chain").DetailsOnly());

  EXPECT_EQ(TextOf(talk.reply()).find("tyre"), std::string::npos);
}

TEST(CorrectionTest, AdviceFollowsWhatIsLeft) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  talk.Say(Meaning().Detail("part=chain").Does("correct"));
  talk.Say(Meaning().Denies("part=chain"));

  EXPECT_THAT(TextOf(talk.reply()),
              StartsWith("Taken back: chain. | Noises come from parts"));
}

TEST(TakeDetailsTest, DeniedSignsAreRememberedAndUsed) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));
  talk.Say(Meaning().Denies("sign=frame_crack").Denies("sign=wobble"));

  EXPECT_EQ(TextOf(talk.reply()),
            "Good that there is no crack in the frame, wobble.");
  EXPECT_EQ(SlotsOf(talk.state()), "sign=!frame_crack sign=!wobble");
  EXPECT_EQ(talk.reply().urgency, Urgency::kNone);
}

TEST(TakeDetailsTest, ADenialIsNoQuestionAboutTheSign) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));
  talk.Say(Meaning().Denies("sign=wobble").Resembles("chain-noise", 0.5));

  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
}

TEST(TakeDetailsTest, OutOfNowhereADetailSaysNothing) {
  Talk talk;
  talk.Say(Meaning().Detail("part=tyre"));

  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
}

TEST(TakeDetailsTest, ADenialIsTakenWhileNoQuestionWaits) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));
  talk.Say(Meaning().Asks("seriousness"));  // Asked twice by now.
  talk.Say(Meaning().Denies("cause=rain"));

  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Taken back: rain."));
}

}  // namespace
}  // namespace quiver
