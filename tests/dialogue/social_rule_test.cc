// Greetings, thanks and goodbyes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"

namespace quiver {
namespace {

using ::testing::StartsWith;

TEST(SocializeTest, PendingQuestionSurvivesThanks) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  const Reply& reply = talk.Say(Meaning().Does("thanks"));

  EXPECT_EQ(reply.outcome, Outcome::kSocial);
  EXPECT_THAT(TextOf(reply), StartsWith("You are welcome."));
  EXPECT_EQ(reply.pending_slot, "part");
  EXPECT_EQ(OptionsOf(reply), "part.brake part.chain part.tyre unsure");
}

TEST(SocializeTest, PendingQuestionEndsWithGoodbye) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));
  talk.Say(Meaning().Does("goodbye"));

  EXPECT_EQ(TextOf(talk.reply()), "Goodbye.");
  EXPECT_FALSE(talk.state().pending.has_value());
}

TEST(SocializeTest, AQuestionOutweighsAGreeting) {
  Talk talk;
  talk.Say(Meaning().Does("greet").Asks("seriousness"));

  EXPECT_EQ(talk.reply().outcome, Outcome::kAnswered);
}

TEST(SocializeTest, InATalkADetailThatIsSupposedIsAskedAbout) {
  Talk talk;
  talk.Say(Meaning().Detail("part=chain").Resembles("chain-noise"));
  talk.Say(Meaning().Supposes("part=brake").Does("thanks"));

  EXPECT_EQ(CitedBy(talk.reply()), "brake-noise");
}

TEST(GreetTest, SaysGreetingAndDisclaimer) {
  Talk talk;
  talk.Say(Meaning().Event(VisitorEvent::kStart));

  EXPECT_EQ(TextOf(talk.reply()),
            "Hello. I answer questions about noises of bicycles. | I am a "
            "program, not a mechanic.");
  EXPECT_EQ(talk.reply().outcome, Outcome::kSocial);
}

}  // namespace
}  // namespace quiver
