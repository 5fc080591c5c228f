// What happens when two messages of a session meet, and when the store fails.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "conversation/conversation_fixture.h"
#include "support/status_matchers.h"
#include "support/switchable_store.h"

namespace quiver {
namespace {

class ConversationRaceTest : public ConversationFixture {
 protected:
  // Before the next append, and only then, `text` is said to the session.
  void Overtake(const std::string& text, const std::string& request_id,
                const std::string& session) {
    store_between_.before_append = [=, this] {
      store_between_.before_append = [] { return absl::OkStatus(); };
      Say(text, request_id, session);
      return absl::OkStatus();
    };
  }

  SwitchableStore store_between_{*store_};
  const std::unique_ptr<Conversation> interrupted_ = Over(store_between_);
};

TEST_F(ConversationRaceTest, OvertakenTurnIsTakenAgainOnTheNewState) {
  const std::string session = Say("Why does it squeak?").session_id;
  Overtake("brake", "", session);
  ASSERT_OK_AND_ASSIGN(const TurnResult late,
                       TakeWith(*interrupted_, Message("rain", "", session)));

  EXPECT_EQ(late.turn, 3u);
  EXPECT_EQ(late.record.reply.citations.front().document_id, "wet-brakes");
}

TEST_F(ConversationRaceTest, OvertakenByItsOwnRetryItGivesTheSameReply) {
  const std::string session = Say("Why does it squeak?").session_id;
  Overtake("brake", kFirstRequest, session);
  ASSERT_OK_AND_ASSIGN(
      const TurnResult late,
      TakeWith(*interrupted_, Message("brake", kFirstRequest, session)));

  EXPECT_EQ(late.turn, 2u);
  EXPECT_EQ(View(session)->state.turn, 2u);
}

TEST_F(ConversationRaceTest, TwoFirstMessagesUnderOneIdOpenOneSession) {
  store_between_.before_append = [this] {
    store_between_.before_append = [] { return absl::OkStatus(); };
    Say("Is it safe?", kFirstRequest);
    return absl::OkStatus();
  };
  ASSERT_OK_AND_ASSIGN(
      const TurnResult late,
      TakeWith(*interrupted_, Message("Is it safe?", kFirstRequest)));

  EXPECT_EQ(late.turn, 1u);
  EXPECT_EQ(late.session_id, Say("Is it safe?", kFirstRequest).session_id);
}

TEST_F(ConversationRaceTest, SessionErasedMeanwhileIsBegunAnew) {
  const std::string session = Say("Why does my brake squeal?").session_id;
  store_between_.before_append = [&, this] {
    store_between_.before_append = [] { return absl::OkStatus(); };
    Say("forget me", "", session);
    return absl::OkStatus();
  };
  ASSERT_OK_AND_ASSIGN(const TurnResult late,
                       TakeWith(*interrupted_, Message("rain", "", session)));

  EXPECT_EQ(late.turn, 1u);
  EXPECT_EQ(View(late.session_id)->state.slots.size(), 1u);
}

TEST_F(ConversationRaceTest, GivesUpWhenAlwaysOvertaken) {
  int attempts = 0;
  store_between_.before_append = [&] {
    ++attempts;
    return absl::AbortedError("someone was faster");
  };

  EXPECT_THAT(
      TakeWith(*interrupted_, Message("Is it safe?")),
      StatusIs(absl::StatusCode::kAborted, testing::HasSubstr("send again")));
  EXPECT_EQ(attempts, 16);
}

TEST_F(ConversationRaceTest, StoreThatCannotBeReachedIsUnavailable) {
  store_between_.before_append = [] {
    return absl::UnavailableError("disk full");
  };

  EXPECT_THAT(TakeWith(*interrupted_, Message("Is it safe?")),
              StatusIs(absl::StatusCode::kUnavailable, "disk full"));
}

TEST_F(ConversationRaceTest, TurnsOfManyThreadsDoNotInterleave) {
  constexpr int kThreads = 8;
  constexpr int kTurns = 25;
  const std::string session = Say("Is it safe?").session_id;
  std::vector<std::vector<uint64_t>> numbers(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      while (numbers[static_cast<size_t>(i)].size() < kTurns) {
        const auto result = Take(Message("thanks", "", session));
        if (result.ok()) {
          numbers[static_cast<size_t>(i)].push_back(result->turn);
        } else {
          ASSERT_THAT(result, StatusIs(absl::StatusCode::kAborted));
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  std::set<uint64_t> all;
  for (const auto& some : numbers) all.insert(some.begin(), some.end());
  EXPECT_EQ(all.size(), size_t{kThreads * kTurns});
  EXPECT_EQ(*all.rbegin(), 1u + kThreads * kTurns);
}

}  // namespace
}  // namespace quiver
