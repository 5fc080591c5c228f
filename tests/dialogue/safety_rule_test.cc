// Danger comes first, whatever else is said or pending.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::StartsWith;

struct DangerCase {
  const char* name;
  Meaning meaning;
};

class DangerTest : public testing::TestWithParam<DangerCase> {};

TEST_P(DangerTest, IsAnsweredFirstAndAlone) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  ASSERT_EQ(talk.reply().pending_slot, "part");
  Meaning meaning = GetParam().meaning;
  const Reply& reply = talk.Say(meaning.Danger("no_brakes"));

  EXPECT_EQ(TextOf(reply), "Stop riding now.");
  EXPECT_EQ(reply.messages.front().kind, MessageKind::kSafety);
  EXPECT_EQ(reply.outcome, Outcome::kSafety);
  EXPECT_EQ(reply.urgency, Urgency::kEmergency);
  EXPECT_EQ(CitedBy(reply), "is-it-safe");
  EXPECT_EQ(reply.pending_slot, "");
  EXPECT_TRUE(reply.options.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Safety, DangerTest,
    testing::Values(
        DangerCase{"Alone", Meaning()},
        DangerCase{"WithAQuestion", Meaning().Asks("seriousness")},
        DangerCase{"WithTheAnswerToTheQuestion",
                   Meaning().Detail("part=chain").DetailsOnly()},
        DangerCase{"WithASocialAct", Meaning().Does("thanks")},
        DangerCase{"WithAControl", Meaning().Does("forget")},
        DangerCase{"WithAnOption", Meaning().Tapped({"part.chain"})},
        DangerCase{"WithATypedOption", Meaning().Typed("2")},
        DangerCase{"WithARestart", Meaning().Event(VisitorEvent::kRestart)}),
    [](const auto& tested) { return tested.param.name; });

TEST(SafetyRuleTest, SameDayIsUrgentToo) {
  Talk talk;
  talk.Say(Meaning().Danger("cracked_frame").Asks("causes"));

  EXPECT_EQ(TextOf(talk.reply()), "Do not ride it today.");
  EXPECT_EQ(talk.reply().urgency, Urgency::kSameDay);
}

TEST(SafetyRuleTest, DetailsSaidWithItAreRemembered) {
  Talk talk;
  talk.Say(Meaning().Detail("sign=frame_crack").Danger("cracked_frame"));

  EXPECT_EQ(SlotsOf(talk.state()), "sign=frame_crack");
}

TEST(SafetyRuleTest, TheTalkGoesOnWithAReminderAndWithoutAQuestion) {
  Talk talk;
  talk.Say(Meaning().Danger("no_brakes"));
  talk.Say(Meaning().Asks("causes"));

  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Do not ride it meanwhile. | "));
  EXPECT_EQ(talk.reply().pending_slot, "");

  talk.Say(Meaning().Detail("part=chain").Asks("causes"));
  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Do not ride it meanwhile. | "));

  talk.Say(Meaning().Asks("help"));
  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Oil the chain."));
}

TEST(SafetyRuleTest, AQuestionThatNamesNothingIsAboutTheDanger) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Asks("causes"));
  talk.Say(Meaning().Danger("no_brakes"));
  talk.Say(Meaning().Asks("help"));

  EXPECT_EQ(TextOf(talk.reply()),
            "Do not ride it meanwhile. | Most noises are harmless. Do not ride "
            "without brakes.");
}

// At the doctor level the message is added to whatever is replied.
struct DoctorCase {
  const char* name;
  Meaning meaning;
  const char* text;
  Outcome outcome;
};

class DoctorLevelTest : public testing::TestWithParam<DoctorCase> {};

TEST_P(DoctorLevelTest, ComesFirstAndRaisesUrgency) {
  Talk talk;
  Meaning meaning = GetParam().meaning;
  const Reply& reply = talk.Say(meaning.Danger("wobbling"));

  EXPECT_THAT(TextOf(reply), StartsWith(std::string("Let a mechanic look at "
                                                    "it. | ") +
                                        GetParam().text));
  EXPECT_EQ(reply.outcome, GetParam().outcome);
  EXPECT_EQ(reply.urgency, Urgency::kSeeDoctor);
}

INSTANTIATE_TEST_SUITE_P(
    Safety, DoctorLevelTest,
    testing::Values(DoctorCase{"Answer", Meaning().Asks("seriousness"),
                               "Most noises are harmless.", Outcome::kAnswered},
                    DoctorCase{"AnswerAndQuestion", Meaning().Asks("causes"),
                               "Noises come from", Outcome::kAsked},
                    DoctorCase{"Control", Meaning().Does("help_me"),
                               "You could ask:", Outcome::kControl},
                    DoctorCase{"Clarification",
                               Meaning().Resembles("brake-noise", 0.5),
                               "Which of these", Outcome::kClarify},
                    DoctorCase{"NothingUnderstood", Meaning().Typed("x"),
                               "I did not understand", Outcome::kFallback}),
    [](const auto& tested) { return tested.param.name; });

TEST(SafetyRuleTest, TappedSignsCountWithWhatIsRemembered) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("help"));
  talk.Tap({"part.tyre"});

  EXPECT_EQ(talk.reply().urgency, Urgency::kSeeDoctor);
}

TEST(SafetyRuleTest, TappedSignsCountHoweverLongAgoTheOtherWasSaid) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("help"));
  for (int i = 0; i < 6; ++i) talk.Say(Meaning().Does("thanks"));
  talk.Tap({"part.tyre"});

  EXPECT_EQ(talk.reply().urgency, Urgency::kSeeDoctor);
}

TEST(SafetyRuleTest, SignsOfTwoTurnsGoTogether) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("help"));
  talk.Say(Meaning().Detail("part=tyre").DetailsOnly());

  EXPECT_EQ(talk.reply().urgency, Urgency::kSeeDoctor);
}

TEST(SafetyRuleTest, SignsFarApartDoNot) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("help"));
  for (int i = 0; i < 3; ++i) talk.Say(Meaning().Does("thanks"));
  talk.Say(Meaning().Detail("part=tyre").DetailsOnly());

  EXPECT_EQ(talk.reply().urgency, Urgency::kNone);
}

TEST(SafetyRuleTest, TappingSomethingElseIsNoSign) {
  Talk talk;
  talk.Say(Meaning().Detail("cause=crash").Asks("help"));
  talk.Tap({"part.chain"});

  EXPECT_EQ(talk.reply().urgency, Urgency::kNone);
}

TEST(AfterUrgentTest, WhatIsToldOfTheDangerDoesNotLeadAway) {
  Talk talk;
  talk.Say(Meaning().Danger("no_brakes"));
  talk.Say(Meaning().Detail("cause=crash").DetailsOnly());

  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
  EXPECT_TRUE(talk.state().urgent);
}

TEST(AfterUrgentTest, NothingCheerfulFollowsNorAnythingUnrelated) {
  for (const Meaning& meaning :
       {Meaning().Does("thanks"), Meaning().Typed("i called them")}) {
    Talk talk;
    talk.Say(Meaning().Danger("no_brakes"));
    talk.Say(meaning);

    EXPECT_EQ(TextOf(talk.reply()), "It must be seen to first.");
  }
}

}  // namespace
}  // namespace quiver
