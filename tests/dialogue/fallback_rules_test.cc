// What is said when a message is ambiguous, or means nothing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::StartsWith;

TEST(ClarifyTest, OffersTheMeaningsByTitle) {
  Talk talk;
  const Reply& reply = talk.Say(Meaning()
                                    .Resembles("brake-noise", 0.5)
                                    .Or("chain-noise", 0.49)
                                    .Or("is-it-safe", 0.45)
                                    .Or("rain-and-rust", 0.41));

  EXPECT_EQ(reply.outcome, Outcome::kClarify);
  EXPECT_EQ(OptionsOf(reply),
            "doc.brake-noise doc.chain-noise doc.is-it-safe none");
  EXPECT_EQ(reply.options.front().label, "Brakes that squeal");
  EXPECT_EQ(reply.options.front().topic, "brakes");
}

TEST(ClarifyTest, UnlikelyMeaningsAreNotOffered) {
  Talk talk;
  talk.Say(Meaning().Resembles("brake-noise", 0.39));

  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
}

TEST(FallBackTest, SuggestsThenHandsOver) {
  Talk talk;
  EXPECT_EQ(TextOf(talk.Type("x")), "I did not understand that.");
  EXPECT_FALSE(talk.reply().handover);

  talk.Type("x");
  EXPECT_EQ(OptionsOf(talk.reply()),
            "doc.why-bicycles-make-noise doc.how-to-stop-noises "
            "doc.is-it-safe");

  EXPECT_EQ(TextOf(talk.Type("x")),
            "I cannot help with that. Ask in a bicycle shop.");
  EXPECT_TRUE(talk.reply().handover);
}

TEST(FallBackTest, WhatIsToldInATalkIsNoQuestionWithoutAnAnswer) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));

  EXPECT_EQ(TextOf(talk.Say(Meaning().Tells("it was a present"))),
            "That tells me nothing more.");
  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
  EXPECT_EQ(TextOf(talk.Say(Meaning().Tells("every evening"))),
            "That tells me nothing more.");
}

// "It was a present": nothing that a bicycle could squeak from.
Meaning Told() { return Meaning().Tells("it was a present").Does("told"); }

TEST(TakeStatementTest, WhatIsToldInATalkIsThankedForAndTheTalkGoesOn) {
  Talk talk;
  talk.Say(Meaning().Asks("seriousness"));

  EXPECT_THAT(TextOf(talk.Say(Told())),
              StartsWith("Thank you for telling me."));
  EXPECT_NE(talk.reply().outcome, Outcome::kFallback);
  EXPECT_EQ(talk.state().misunderstood, 0u);
}

TEST(TakeStatementTest, OutOfNowhereItIsNotUnderstood) {
  Talk talk;

  EXPECT_EQ(talk.Say(Told()).outcome, Outcome::kFallback);
}

TEST(TakeStatementTest, AfterAnUrgentSignThatStands) {
  Talk talk;
  talk.Say(Meaning().Danger("no_brakes"));

  EXPECT_EQ(talk.Say(Told()).outcome, Outcome::kFallback);
}

TEST(RepromptTest, WhatIsToldBesideTheQuestionIsThankedFor) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));

  EXPECT_EQ(TextOf(talk.Say(Told())),
            "Thank you for telling me. | "
            "Which of these parts is nearest to the noise?");
  EXPECT_THAT(TextOf(talk.Say(Told())),
              StartsWith("Thank you for telling me."));
  EXPECT_NE(talk.reply().outcome, Outcome::kFallback);
  EXPECT_NE(talk.reply().pending_slot, "part");
}

TEST(TakeUpOfferTest, WhoTellsMoreInsteadOfChoosingGetsTheLikeliest) {
  for (const Meaning& more : {Told(), Meaning().Detail("age=2 weeks")}) {
    Talk talk;
    talk.Say(Meaning().Resembles("brake-noise", 0.5).Or("chain-noise", 0.49));
    talk.Say(more);

    EXPECT_EQ(CitedBy(talk.reply()), "brake-noise");
    EXPECT_NE(talk.reply().outcome, Outcome::kFallback);
  }
}

TEST(TakeUpOfferTest, WhatMeansNothingTakesUpNothing) {
  Talk talk;
  talk.Say(Meaning().Resembles("brake-noise", 0.5).Or("chain-noise", 0.49));

  EXPECT_EQ(talk.Type("x").outcome, Outcome::kFallback);
}

TEST(LookUpInTalkTest, AWordOfTheTalksDocumentLeadsToItsPassage) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));

  EXPECT_THAT(TextOf(talk.Say(Meaning().Tells("and the rim").AsQuestion())),
              StartsWith("Dust and oil on the rim"));
}

TEST(LookUpInTalkTest, WhatTheTalkDoesNotExplainIsNotAnswered) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Resembles("brake-noise"));

  EXPECT_EQ(talk.Say(Meaning().Tells("and butter").AsQuestion()).outcome,
            Outcome::kFallback);
  EXPECT_EQ(talk.Say(Meaning()
                         .Tells("who painted the rim of my mother's plate")
                         .AsQuestion())
                .outcome,
            Outcome::kFallback);
}

TEST(LookUpInTalkTest, WhatWasToldIsToldAgainOnlyWhenAsked) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));

  EXPECT_EQ(talk.Say(Meaning().Tells("oil")).outcome, Outcome::kFallback);
  EXPECT_EQ(talk.Say(Meaning().Tells("oil").AsQuestion()).outcome,
            Outcome::kAnswered);
}

TEST(FallBackTest, AnAnswerStartsTheCountAnew) {
  Talk talk;
  talk.Type("x");
  talk.Say(Meaning().Asks("seriousness"));

  EXPECT_EQ(TextOf(talk.Type("x")), "I did not understand that.");
}

TEST(FallBackTest, AnotherLanguageIsSaidSoEvenWhenAQuestionWaits) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  talk.Say(Meaning().InOtherLanguage());

  EXPECT_EQ(TextOf(talk.reply()), "I only know English.");
  EXPECT_EQ(talk.reply().outcome, Outcome::kFallback);
}

TEST(FallBackTest, AQuestionNobodyUnderstoodIsNoBadAnswer) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  talk.Say(Meaning().AsQuestion());

  EXPECT_EQ(TextOf(talk.reply()), "I did not understand that.");
  EXPECT_TRUE(talk.state().pending.has_value());
}

TEST(TakeIdleAnswerTest, AnAnswerWithoutAQuestionIsNoFailure) {
  for (const char* answer : {"answer_yes", "answer_no", "answer_unsure"}) {
    Talk talk;
    talk.Type("x");
    const Reply& reply = talk.Say(Meaning().Does(answer));

    EXPECT_EQ(TextOf(reply), "All right. Ask away.") << answer;
    EXPECT_EQ(reply.outcome, Outcome::kSocial) << answer;
    EXPECT_EQ(talk.state().misunderstood, 0u) << answer;
  }
}

TEST(TakeIdleAnswerTest, YesToSeveralMeaningsOffersThemAgain) {
  Talk talk;
  talk.Say(Meaning().Resembles("brake-noise", 0.5).Or("chain-noise", 0.49));
  const Reply& reply = talk.Say(Meaning().Typed("yes").Does("answer_yes"));

  EXPECT_EQ(OptionsOf(reply), "doc.brake-noise doc.chain-noise none");
}

}  // namespace
}  // namespace quiver
