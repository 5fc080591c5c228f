#include "conversation/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "conversation/conversation_fixture.h"
#include "support/status_matchers.h"
#include "support/switchable_store.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;

TEST(FeedbackTest, IsReadAsItWasWritten) {
  for (const Feedback& feedback : {Feedback{Rating::kHelpful, ""},
                                   Feedback{Rating::kNotHelpful, "¿qué?"}}) {
    ASSERT_OK_AND_ASSIGN(const Feedback read,
                         DecodeFeedback(EncodeFeedback(feedback)));
    EXPECT_EQ(read, feedback);
  }
}

TEST(FeedbackTest, DamageIsNoticed) {
  for (const char* bytes : {"", "\x08\x03", "\xff", "\x08"}) {
    EXPECT_THAT(DecodeFeedback(bytes), StatusIs(absl::StatusCode::kDataLoss));
  }
}

class ConversationFeedbackTest : public ConversationFixture {
 protected:
  absl::Status Give(Conversation& conversation, const std::string& session,
                    uint64_t turn, const Feedback& feedback) {
    absl::Status given = absl::UnknownError("no callback");
    conversation.GiveFeedback(
        {*SessionId::Parse(session), turn, feedback},
        [&given](absl::Status status) { given = std::move(status); });
    return given;
  }

  // What was said of each turn.
  std::vector<std::optional<Feedback>> Given(const std::string& session,
                                             uint64_t after, uint64_t limit) {
    const auto turns = Await<std::vector<Conversation::Listed>>([&](auto done) {
      conversation_->ListTurns(*SessionId::Parse(session), after, limit,
                               std::move(done));
    });
    std::vector<std::optional<Feedback>> given;
    for (const auto& turn : *turns) given.push_back(turn.feedback);
    return given;
  }

  const Feedback good_{Rating::kHelpful, ""};
  const Feedback bad_{Rating::kNotHelpful, "I meant the other wheel"};
};

TEST_F(ConversationFeedbackTest, IsListedWithItsTurn) {
  const std::string session = Say("Why does it squeak?").session_id;
  Say("brake", "", session);
  Say("rain", "", session);
  EXPECT_THAT(Give(*conversation_, session, 3, bad_), IsOk());
  EXPECT_THAT(Give(*conversation_, session, 1, bad_), IsOk());
  EXPECT_THAT(Give(*conversation_, session, 1, good_), IsOk());

  EXPECT_THAT(Given(session, 0, 9), ElementsAre(good_, std::nullopt, bad_));
  EXPECT_THAT(Given(session, 1, 1), ElementsAre(std::nullopt));
  EXPECT_THAT(Given(session, 2, 9), ElementsAre(bad_));
}

TEST_F(ConversationFeedbackTest, LeavesTheSessionAsItWas) {
  const std::string session = Say("Why does it squeak?").session_id;
  clock_.Advance(absl::Minutes(5));
  EXPECT_THAT(Give(*conversation_, session, 1, good_), IsOk());

  EXPECT_EQ(View(session)->state.turn, 1);
  EXPECT_EQ(View(session)->last_active, clock_.Now() - absl::Minutes(5));
  EXPECT_EQ(Say("brake", "", session).turn, 2);
}

TEST_F(ConversationFeedbackTest, NeedsATurnThatWasTaken) {
  const std::string session = Say("Why does it squeak?").session_id;

  EXPECT_THAT(Give(*conversation_, session, 2, good_),
              StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_THAT(Give(*conversation_, std::string(32, 'a'), 1, good_),
              StatusIs(absl::StatusCode::kNotFound,
                       ::testing::HasSubstr("never stored, expired")));
}

TEST_F(ConversationFeedbackTest, IsGivenAgainWhenTheStoreIsBack) {
  SwitchableStore store(*store_);
  const auto conversation = Over(store);
  const std::string session = Say("Why does it squeak?").session_id;
  store.failure = absl::UnavailableError("full");
  EXPECT_THAT(Give(*conversation, session, 1, good_),
              StatusIs(absl::StatusCode::kUnavailable));
  store.failure = absl::OkStatus();

  EXPECT_THAT(Give(*conversation, session, 1, good_), IsOk());
  EXPECT_THAT(Given(session, 0, 9), ElementsAre(good_));
}

}  // namespace
}  // namespace quiver
