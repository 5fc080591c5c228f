// Advice on details: what it is likely to be, what to do, in this order.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kBrake[] = "Brakes squeal when their pads are dirty.";
constexpr char kBrakeHelp[] = "- wipe the rim\n- roughen the pads";

TEST(AdviceTest, WhatToDoWaitsWhileSomethingIsLeftToAsk) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));

  EXPECT_EQ(TextOf(talk.reply()),
            std::string(kBrake) + " | What happened before it began?");
}

TEST(AdviceTest, WhatToDoFollowsOnceNothingIsLeftToAsk) {
  Talk talk;
  talk.Say(Meaning()
               .Detail("part=chain")
               .Detail("cause=rain")
               .Resembles("chain-noise"));

  EXPECT_EQ(TextOf(talk.reply()),
            "A dry chain rattles. | Rain washes the oil away. | Dry it "
            "after a ride.");
}

TEST(AdviceTest, DecliningTheLastQuestionBringsIt) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));
  talk.Say(Meaning().Does("answer_unsure"));

  EXPECT_EQ(TextOf(talk.reply()), std::string("That is fine. | ") + kBrakeHelp);
}

TEST(AdviceTest, DeniedSignsLeadToWhatWasNotSaidYet) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  talk.Say(Meaning().Denies("sign=wobble"));

  EXPECT_THAT(TextOf(talk.reply()), HasSubstr("wobble"));
  EXPECT_THAT(TextOf(talk.reply()), Not(HasSubstr("A dry chain rattles.")));
}

TEST(AdviceTest, AQuestionIsAnsweredWithoutWhatWasNotAsked) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("seriousness"));

  EXPECT_THAT(TextOf(talk.reply()), Not(HasSubstr(kBrakeHelp)));
}

TEST(AdviceTest, TellingMoreIsNotAskingAgain) {
  Talk talk;
  const Meaning chain = Meaning().Detail("part=chain").Resembles("chain-noise");
  talk.Say(chain);
  talk.Say(chain);

  EXPECT_THAT(TextOf(talk.reply()), Not(HasSubstr("We spoke about that.")));
}

TEST(AdviceTest, ADetailSaidTwiceIsUnderstoodTwice) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  talk.Say(Meaning().Detail("part=chain"));

  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
}

TEST(AdviceTest, ADenialIsNoQuestionAboutWhatIsDenied) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  talk.Say(Meaning().Denies("cause=rain").Resembles("rain-and-rust"));

  EXPECT_THAT(TextOf(talk.reply()), StartsWith("Taken back: rain."));
  EXPECT_THAT(CitedBy(talk.reply()), Not(HasSubstr("rain-and-rust")));
}

TEST(AdviceTest, EveryKindOfDetailHasItsSay) {
  Talk talk;
  talk.Say(Meaning()
               .Detail("cause=rain")
               .Detail("part=chain")
               .Resembles("rain-and-rust"));

  EXPECT_THAT(TextOf(talk.reply()), StartsWith("A dry chain rattles."));
  EXPECT_EQ(CitedBy(talk.reply()), "chain-noise rain-and-rust");
}

TEST(AdviceTest, TwoDocumentsAboutPartsOfTheMessageAreNoAmbiguity) {
  Talk talk;
  talk.Say(Meaning()
               .Detail("part=chain")
               .Detail("cause=rain")
               .Resembles("rain-and-rust", 0.9)
               .Or("chain-noise", 0.9));

  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
  EXPECT_EQ(CitedBy(talk.reply()), "chain-noise rain-and-rust");
}

TEST(AdviceTest, WhatElseWasLikelyIsOfferedWhenTheAnswerMissedThePoint) {
  Talk talk;
  talk.Say(Meaning()
               .Resembles("chain-noise", 0.9)
               .Or("kinds-of-brakes", 0.7)
               .Or("rain-and-rust", 0.6));
  talk.Say(Meaning().Does("reject"));

  EXPECT_THAT(OptionsOf(talk.reply()),
              StartsWith("doc.kinds-of-brakes doc.rain-and-rust "));
}

TEST(AdviceTest, WhyContinuesWithWhatWasNotTold) {
  Talk talk;
  talk.Say(Meaning().Detail("part=saddle").Asks("causes"));
  const std::string first = TextOf(talk.reply());
  talk.Say(Meaning().Does("why"));

  EXPECT_NE(TextOf(talk.reply()), first);
}

}  // namespace
}  // namespace quiver
