// What is told in answer to a question, and what is asked back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kGeneral[] = "Noises come from parts that rub or hang loose.";
constexpr char kGeneralCauses[] = "Dry, loose and worn parts make noises.";
constexpr char kBrake[] = "Brakes squeal when their pads are dirty.";
constexpr char kBrakeHelp[] = "- wipe the rim\n- roughen the pads";
constexpr char kChain[] = "A dry chain rattles.";
constexpr char kRain[] = "Rain washes the oil away.";
constexpr char kWetBrakes[] = "Wet brakes squeal until they are dry.";

TEST(AnsweringTest, PlainQuestionIsAnsweredAndOneDetailIsAskedFor) {
  Talk talk;
  const Reply& reply = talk.Say(Meaning().Asks("causes"));

  EXPECT_EQ(TextOf(reply), std::string(kGeneral) + " | " + kGeneralCauses +
                               " | Where does it come from?");
  EXPECT_EQ(reply.outcome, Outcome::kAsked);
  EXPECT_EQ(reply.pending_slot, "part");
  EXPECT_EQ(OptionsOf(reply), "part.brake part.chain part.tyre unsure");
  EXPECT_EQ(reply.picker, "bicycle_map");
  EXPECT_TRUE(reply.multiple);
  EXPECT_EQ(CitedBy(reply), "why-bicycles-make-noise");
}

TEST(AnsweringTest, CitationCarriesSourcesReviewAndTopic) {
  Talk talk;
  const Citation citation =
      talk.Say(Meaning().Asks("seriousness")).citations.front();

  EXPECT_EQ(citation.topic, "safety");
  EXPECT_EQ(citation.title, "Is it safe to ride");
  EXPECT_EQ(citation.reviewed, "2026-01-01");
  EXPECT_TRUE(citation.approved);
  EXPECT_FALSE(citation.outdated);
  ASSERT_EQ(citation.sources.size(), 1u);
  EXPECT_EQ(citation.sources.front().organisation, "Test Press");
}

TEST(AnsweringTest, DocumentPastItsReviewDateIsFlagged) {
  Talk talk;
  talk.SetToday(absl::CivilDay(2027, 1, 2));
  const Reply& reply = talk.Say(Meaning().Asks("seriousness"));

  EXPECT_TRUE(reply.citations.front().outdated);
  EXPECT_THAT(TextOf(reply), EndsWith("should be checked again."));
}

// Which passages answer a first message.
struct FirstMessageCase {
  const char* name;
  Meaning meaning;
  std::string told;  // Before any question back.
  const char* cited;
};

class FirstMessageTest : public testing::TestWithParam<FirstMessageCase> {};

TEST_P(FirstMessageTest, IsAnsweredBy) {
  Talk talk;
  const Reply& reply = talk.Say(GetParam().meaning);

  EXPECT_THAT(TextOf(reply), StartsWith(GetParam().told));
  EXPECT_EQ(CitedBy(reply), GetParam().cited);
}

std::string Both(const char* first, const char* second) {
  return std::string(first) + " | " + second;
}

INSTANTIATE_TEST_SUITE_P(
    Answering, FirstMessageTest,
    testing::Values(
        FirstMessageCase{
            "AspectOfTheDocumentFound",
            Meaning().Detail("part=brake").Asks("help", "brake-noise"),
            Both(kBrake, kBrakeHelp), "brake-noise"},
        FirstMessageCase{"DetailsLeadFromTheGeneralDocument",
                         Meaning().Detail("part=brake").Asks("help"),
                         Both(kBrake, kBrakeHelp), "brake-noise"},
        FirstMessageCase{
            "TheMostSpecificDocumentWins",
            Meaning().Detail("part=brake").Detail("cause=rain").Asks("causes"),
            kWetBrakes, "wet-brakes"},
        FirstMessageCase{"DetailsOfTwoKindsAreCombined",
                         Meaning()
                             .Detail("part=chain")
                             .Detail("cause=rain")
                             .Resembles("chain-noise"),
                         Both(kChain, kRain), "chain-noise rain-and-rust"},
        FirstMessageCase{"WithoutTheSectionTheGeneralAnswerFollows",
                         Meaning().Detail("part=chain").Asks("seriousness"),
                         kChain, "chain-noise is-it-safe"},
        FirstMessageCase{"IntentWithoutAspectHasItsOwnDocument",
                         Meaning().Detail("part=brake").Asks("brakes_compared"),
                         "Rim brakes press on the wheel", "kinds-of-brakes"},
        FirstMessageCase{"DeniedDetailLeadsNowhere",
                         Meaning().Denies("part=brake").Asks("help"),
                         "Clean and oil what moves", "how-to-stop-noises"},
        FirstMessageCase{"NothingButADetail",
                         Meaning().Detail("part=chain").DetailsOnly(), kChain,
                         "chain-noise"}),
    [](const auto& tested) { return tested.param.name; });

TEST(AnsweringTest, DetailsInTheQuestionAreNotAskedFor) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));

  EXPECT_EQ(talk.reply().pending_slot, "cause");
  EXPECT_EQ(SlotsOf(talk.state()), "part=brake");
}

TEST(AnsweringTest, NothingIsAskedThatWouldBePointless) {
  Talk talk;
  talk.Say(Meaning().Detail("part=saddle").Asks("causes"));

  EXPECT_EQ(talk.reply().pending_slot, "");
  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
}

TEST(AnsweringTest, SeveralQuestionsAreAnsweredInOrder) {
  Talk talk;
  const Reply& reply =
      talk.Say(Meaning().Asks("seriousness").Asks("help").Asks("seriousness"));

  EXPECT_EQ(CitedBy(reply), "is-it-safe how-to-stop-noises");
}

TEST(AnsweringTest, WhatTwoQuestionsShareIsToldOnce) {
  Talk talk;
  const Reply& reply = talk.Say(Meaning()
                                    .Detail("part=chain")
                                    .Asks("causes", "chain-noise")
                                    .Resembles("chain-noise"));

  EXPECT_EQ(reply.messages.front().blocks.front().text, "A dry chain rattles.");
  EXPECT_EQ(TextOf(reply).find("A dry chain rattles.", 1), std::string::npos);
}

TEST(AnsweringTest, EllipsisKeepsTheAspectAndTakesTheNewDetail) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("help", "brake-noise"));
  const Reply& reply = talk.Say(Meaning().Detail("part=chain").DetailsOnly());

  EXPECT_THAT(TextOf(reply),
              StartsWith("A dry chain rattles. | Oil the chain."));
}

TEST(AnsweringTest, EllipsisKeepsTheDocumentAndTakesTheNewAspect) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));
  const Reply& reply = talk.Say(Meaning().Asks("help"));

  EXPECT_THAT(TextOf(reply), StartsWith(kBrakeHelp));
}

TEST(AnsweringTest, RememberedDetailsChooseTheDocumentOfAGeneralQuestion) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));
  const Reply& reply = talk.Say(Meaning().Detail("noise=squeak").Asks("help"));

  EXPECT_EQ(CitedBy(reply), "brake-noise");
}

TEST(AnsweringTest, RememberedDetailsDoNotHideAnotherSubject) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Detail("cause=rain").Asks("causes"));
  const Reply& reply =
      talk.Say(Meaning().Detail("part=chain").Asks("causes", "chain-noise"));

  EXPECT_THAT(TextOf(reply), StartsWith(kChain));
}

TEST(AnsweringTest, SameQuestionAgainGetsAnotherPassage) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  const Reply& reply = talk.Say(Meaning().Asks("causes"));

  EXPECT_THAT(TextOf(reply),
              StartsWith("We spoke about that. Here is more. | Lift the "
                         "bicycle"));
}

TEST(AnsweringTest, SeveralOldQuestionsAreRemarkedOnOnce) {
  Talk talk;
  const Meaning both = Meaning().Asks("seriousness").Asks("brakes_compared");
  talk.Say(both);
  talk.Say(both);

  EXPECT_EQ(TextOf(talk.reply()),
            "We spoke about that. Here is more. | Most noises are harmless. Do "
            "not ride without brakes. | Rim brakes press on the wheel, disc "
            "brakes on a disc.");
}

TEST(AnsweringTest, EllipsisWithoutASectionGetsTheGeneralAnswer) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  const Reply& reply = talk.Say(Meaning().Asks("seriousness"));

  EXPECT_THAT(TextOf(reply), StartsWith("Most noises are harmless."));
}

TEST(AnsweringTest, TheGeneralAnswerDoesNotTakeThePlaceOfTheMatter) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  talk.Say(Meaning().Asks("seriousness"));

  EXPECT_THAT(talk.state().topic.documents,
              ElementsAre("chain-noise", "is-it-safe"));
}

TEST(AnsweringTest, WhenAllIsToldTheShortFormIsGiven) {
  Talk talk;
  for (int i = 0; i < 3; ++i) talk.Say(Meaning().Asks("causes"));

  EXPECT_THAT(TextOf(talk.reply()), HasSubstr("Something rubs."));
}

TEST(AnsweringTest, InterruptedQuestionIsTakenUpOnce) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));

  EXPECT_THAT(TextOf(talk.Say(Meaning().Asks("seriousness"))),
              HasSubstr("Back to my question. | "));
  EXPECT_EQ(talk.reply().pending_slot, "part");

  EXPECT_THAT(TextOf(talk.Say(Meaning().Asks("brakes_compared"))),
              Not(HasSubstr("Back to my question.")));
  EXPECT_EQ(talk.reply().pending_slot, "");
}

}  // namespace
}  // namespace quiver
