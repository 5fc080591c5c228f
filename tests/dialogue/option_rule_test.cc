// Options that are tapped, or typed by number or label.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

Talk AskedForPart() {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  return talk;
}

Talk AskedWhichDocument() {
  Talk talk;
  talk.Say(Meaning().Resembles("brake-noise", 0.5).Or("is-it-safe", 0.48));
  return talk;
}

struct TypedCase {
  const char* text;
  const char* slots;
};

class TypedOptionTest : public testing::TestWithParam<TypedCase> {};

TEST_P(TypedOptionTest, MeansTheOption) {
  Talk talk = AskedForPart();
  talk.Type(GetParam().text);

  EXPECT_EQ(SlotsOf(talk.state()), GetParam().slots);
}

INSTANTIATE_TEST_SUITE_P(
    Options, TypedOptionTest,
    testing::Values(TypedCase{"2", "part=chain"}, TypedCase{"2.", "part=chain"},
                    TypedCase{"#3", "part=tyre"},
                    TypedCase{"1 and 3", "part=brake part=tyre"},
                    TypedCase{"1,2", "part=brake part=chain"},
                    TypedCase{"4", "part=?"},  // "Not sure".
                    TypedCase{"Tyre", "part=tyre"},
                    TypedCase{"not sure", "part=?"},
                    TypedCase{"5", ""},        // There is none.
                    TypedCase{"2 weeks", ""},  // Something else.
                    TypedCase{"0", ""}));

TEST(OptionRuleTest, SeveralNumbersNeedAQuestionThatTakesSeveral) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  talk.Type("1 and 2");

  EXPECT_EQ(SlotsOf(talk.state()), "part=brake");
}

TEST(OptionRuleTest, TappedValuesAreTakenTogether) {
  Talk talk = AskedForPart();
  const Reply& reply = talk.Tap({"part.chain", "part.tyre"});

  EXPECT_THAT(TextOf(reply),
              StartsWith("Noted: chain, tyre. | A dry chain rattles."));
  EXPECT_EQ(SlotsOf(talk.state()), "part=chain part=tyre");
}

TEST(OptionRuleTest, AnyValueOfTheSlotMayBeTapped) {
  Talk talk = AskedForPart();
  talk.Tap({"part.saddle"});

  EXPECT_EQ(SlotsOf(talk.state()), "part=saddle");
}

TEST(OptionRuleTest, NotSureDeclinesTheQuestion) {
  Talk talk = AskedForPart();
  talk.Tap({"unsure"});

  EXPECT_EQ(TextOf(talk.reply()),
            "That is fine. | What happened before it began?");
}

TEST(OptionRuleTest, ChosenDocumentIsToldWhateverIsRemembered) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Detail("cause=rain").Asks("causes"));
  talk.Tap({"doc.chain-noise"});

  EXPECT_EQ(CitedBy(talk.reply()), "chain-noise");
}

struct ClarifiedCase {
  const char* name;
  Meaning answer;
  Outcome outcome;
  const char* cited;
};

class ClarifiedTest : public testing::TestWithParam<ClarifiedCase> {};

TEST_P(ClarifiedTest, IsUnderstood) {
  Talk talk = AskedWhichDocument();
  talk.Say(GetParam().answer);

  EXPECT_EQ(talk.reply().outcome, GetParam().outcome);
  EXPECT_EQ(CitedBy(talk.reply()), GetParam().cited);
}

INSTANTIATE_TEST_SUITE_P(
    Options, ClarifiedTest,
    testing::Values(
        ClarifiedCase{"Tapped", Meaning().Tapped({"doc.is-it-safe"}),
                      Outcome::kAnswered, "is-it-safe"},
        ClarifiedCase{"Number", Meaning().Typed("2"), Outcome::kAnswered,
                      "is-it-safe"},
        ClarifiedCase{"Title", Meaning().Typed("is it safe to ride"),
                      Outcome::kAnswered, "is-it-safe"},
        ClarifiedCase{"NoneTapped", Meaning().Tapped({"none"}),
                      Outcome::kFallback, ""},
        ClarifiedCase{"NoneSaid",
                      Meaning().Typed("neither").Does("answer_none"),
                      Outcome::kFallback, ""},
        ClarifiedCase{"YesToTwo", Meaning().Typed("yes").Does("answer_yes"),
                      Outcome::kClarify, ""}),
    [](const auto& tested) { return tested.param.name; });

TEST(OptionRuleTest, YesTakesTheOnlyDocumentOffered) {
  Talk talk;
  talk.Say(Meaning().Resembles("brake-noise", 0.5));
  talk.Say(Meaning().Typed("yes").Does("answer_yes"));

  EXPECT_EQ(CitedBy(talk.reply()), "brake-noise");
}

TEST(OptionRuleTest, StaleOptionIsAskedAgain) {
  Talk talk = AskedForPart();
  const Reply& reply = talk.Tap({"part.handlebar"});

  EXPECT_THAT(TextOf(reply), StartsWith("That choice is gone. | "));
  EXPECT_EQ(reply.outcome, Outcome::kAsked);
  EXPECT_EQ(reply.pending_slot, "part");
  EXPECT_EQ(OptionsOf(reply), "part.brake part.chain part.tyre unsure");
}

TEST(OptionRuleTest, StaleDocumentLeavesTheOtherChoices) {
  Talk talk = AskedWhichDocument();
  const Reply& reply = talk.Tap({"doc.gone"});

  EXPECT_EQ(reply.outcome, Outcome::kFallback);
  EXPECT_EQ(OptionsOf(reply), "doc.brake-noise doc.is-it-safe none");
}

TEST(OptionRuleTest, WithoutAnyQuestionAStaleOptionIsSaidToBeGone) {
  Talk talk;
  EXPECT_EQ(TextOf(talk.Tap({"nonsense"})), "That choice is gone.");
}

}  // namespace
}  // namespace quiver
