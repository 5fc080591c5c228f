// One turn after the other: sessions, retries, histories, deletion.

#include "conversation/conversation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation/conversation_fixture.h"
#include "conversation/turn_codec.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using ConversationTest = ConversationFixture;

// All that a turn answers, as bytes.
std::string BytesOf(const TurnResult& result) {
  return result.session_id + result.request_id + std::to_string(result.turn) +
         EncodeTurn(result.record);
}

TEST_F(ConversationTest, FirstMessageOpensASession) {
  const TurnResult result = Say("Why does my brake squeal?");

  EXPECT_THAT(result.session_id, SizeIs(32));
  EXPECT_THAT(result.request_id, SizeIs(32));
  EXPECT_EQ(result.turn, 1u);
  EXPECT_EQ(result.record.input, "Why does my brake squeal?");
  EXPECT_EQ(result.record.content_hash, BicycleCatalog()->content_hash);
  EXPECT_EQ(result.record.reply.pending_slot, "cause");
}

TEST_F(ConversationTest, NextMessageKnowsWhatWasSaid) {
  const TurnResult first = Say("Why does my brake squeal?");
  const TurnResult second = Say("rain", "", first.session_id);

  EXPECT_EQ(second.session_id, first.session_id);
  EXPECT_EQ(second.turn, 2u);
  EXPECT_EQ(second.record.reply.citations.front().document_id, "wet-brakes");
}

TEST_F(ConversationTest, GreetingIsNotStored) {
  TurnRequest request;
  request.input.event = VisitorEvent::kStart;
  ASSERT_OK_AND_ASSIGN(const TurnResult result, Take(request));

  EXPECT_EQ(result.session_id, "");
  EXPECT_EQ(result.turn, 0u);
  EXPECT_THAT(result.record.reply.messages, Not(IsEmpty()));
}

TEST_F(ConversationTest, TraceIsGivenWhenAskedFor) {
  TurnRequest request = Message("Is it safe?");
  ASSERT_OK_AND_ASSIGN(const TurnResult without, Take(request));
  request.include_trace = true;
  ASSERT_OK_AND_ASSIGN(const TurnResult with, Take(request));

  EXPECT_THAT(without.record.trace, IsEmpty());
  EXPECT_THAT(with.record.trace, Not(IsEmpty()));
}

TEST_F(ConversationTest, RetryOfTheFirstTurnGetsItsReplyAndChangesNothing) {
  const TurnResult first = Say("Is it safe?", kFirstRequest);
  clock_.Advance(absl::Minutes(1));
  const TurnResult again = Say("Is it safe?", kFirstRequest);

  EXPECT_EQ(BytesOf(again), BytesOf(first));
  EXPECT_EQ(View(first.session_id)->state.turn, 1u);
}

TEST_F(ConversationTest, RetryOfALaterTurnGetsItsReplyAndChangesNothing) {
  const std::string session = Say("Why does it squeak?").session_id;
  const TurnResult taken = Say("brake", kFirstRequest, session);
  Say("rain", kSecondRequest, session);
  const TurnResult again = Say("brake", kFirstRequest, session);

  EXPECT_EQ(BytesOf(again), BytesOf(taken));
  EXPECT_EQ(View(session)->state.turn, 3u);
}

TEST_F(ConversationTest, RetrySurvivesAReloadOfTheContent) {
  const TurnResult first = Say("Is it safe?", kFirstRequest);
  auto catalog = std::make_shared<Catalog>(*BicycleCatalog());
  catalog->content_hash = "changed";
  auto changed = std::make_shared<Assistant>(*BicycleAssistant());
  changed->catalog = catalog;
  assistants_->Replace(changed);

  EXPECT_EQ(BytesOf(Say("Is it safe?", kFirstRequest)), BytesOf(first));
  EXPECT_EQ(Say("Is it safe?", "", first.session_id).record.content_hash,
            "changed");
}

TEST_F(ConversationTest, RequestIdWithAnotherInputIsInvalid) {
  const std::string session = Say("Is it safe?", kFirstRequest).session_id;
  const auto is_refused =
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("another input"));

  EXPECT_THAT(Take(Message("Why?", kFirstRequest, session)), is_refused);
  TurnRequest tapped = Message("", kFirstRequest, session);
  tapped.input.option_ids = {"unsure"};
  EXPECT_THAT(Take(tapped), is_refused);
  EXPECT_EQ(View(session)->state.turn, 1u);
}

TEST_F(ConversationTest, RequestIdsOfTwoSessionsAreApart) {
  const std::string one = Say("Is it safe?").session_id;
  const std::string other = Say("Is it dangerous?").session_id;
  Say("brake", kFirstRequest, one);

  EXPECT_EQ(Say("chain", kFirstRequest, other).record.input, "chain");
}

TEST_F(ConversationTest, UnknownSessionBecomesAFreshOne) {
  const std::string unknown(32, 'a');
  const TurnResult first = Say("Is it safe?", kFirstRequest, unknown);

  EXPECT_NE(first.session_id, unknown);
  EXPECT_EQ(first.turn, 1u);
  EXPECT_EQ(BytesOf(Say("Is it safe?", kFirstRequest, unknown)),
            BytesOf(first));
}

TEST_F(ConversationTest, ExpiredSessionBecomesAFreshOne) {
  const std::string session = Say("Why does my brake squeal?").session_id;
  clock_.Advance(retention_.idle_time_to_live + absl::Seconds(1));
  const TurnResult later = Say("Is it safe?", "", session);

  EXPECT_NE(later.session_id, session);
  EXPECT_THAT(View(later.session_id)->state.slots, IsEmpty());
  EXPECT_THAT(View(session), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(ConversationTest, SessionBelongsToOneAssistant) {
  const std::string session = Say("Is it safe?").session_id;
  TurnRequest request = Message("Is it safe?", "", session);
  request.assistant = "tricycle";
  ASSERT_OK_AND_ASSIGN(const TurnResult other, Take(request));

  EXPECT_NE(other.session_id, session);
  EXPECT_EQ(View(other.session_id)->state.assistant, "tricycle");
  EXPECT_EQ(View(session)->state.turn, 1u);
}

TEST_F(ConversationTest, SessionRemembersItsAssistant) {
  TurnRequest request = Message("Is it safe?");
  request.assistant = "tricycle";
  ASSERT_OK_AND_ASSIGN(const TurnResult first, Take(request));
  Say("Why?", "", first.session_id);

  EXPECT_EQ(View(first.session_id)->state.assistant, "tricycle");
  EXPECT_EQ(View(first.session_id)->state.turn, 2u);
}

TEST_F(ConversationTest, UnknownAssistantIsNotFound) {
  TurnRequest request = Message("Is it safe?");
  request.assistant = "horse";

  EXPECT_THAT(Take(request), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(ConversationTest, TappedOptionsAreRecordedByTheirLabels) {
  const std::string session = Say("Why does it squeak?").session_id;
  TurnRequest tapped = Message("", "", session);
  tapped.input.option_ids = {"part.brake", "part.tyre"};
  ASSERT_OK_AND_ASSIGN(const TurnResult result, Take(tapped));

  EXPECT_EQ(result.record.input, "brake, tyre");
}

TEST_F(ConversationTest, ForgetMeDeletesTheSession) {
  const std::string session = Say("Why does it squeak?").session_id;
  const TurnResult forgotten = Say("forget me", kFirstRequest, session);

  EXPECT_EQ(forgotten.session_id, "");
  EXPECT_THAT(View(session), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(BytesOf(Say("forget me", kFirstRequest, session)),
            BytesOf(forgotten));
}

TEST_F(ConversationTest, ExplainTellsTheNextTurnAndChangesNothing) {
  const std::string session = Say("Why does it squeak?").session_id;
  const auto explain = [&](TurnRequest request) {
    return *Await<TurnResult>([&](auto done) {
      conversation_->Explain(std::move(request), std::move(done));
    });
  };
  const TurnResult next = explain(Message("brake", kFirstRequest, session));
  const TurnResult fresh = explain(Message("Is it safe?"));

  EXPECT_EQ(next.turn, 2u);
  EXPECT_EQ(next.session_id, session);
  EXPECT_THAT(next.record.trace, Not(IsEmpty()));
  EXPECT_EQ(View(session)->state.turn, 1u);
  EXPECT_EQ(fresh.session_id, "");
  // A dry run takes nothing of the request id.
  EXPECT_EQ(Say("chain", kFirstRequest, session).turn, 2u);
}

TEST_F(ConversationTest, GetSessionTellsStateAndLastActivity) {
  const std::string session = Say("Why does my brake squeal?").session_id;
  const absl::Time said = clock_.Now();
  clock_.Advance(absl::Minutes(3));
  ASSERT_OK_AND_ASSIGN(const SessionView view, View(session));

  EXPECT_EQ(view.last_active, said);
  EXPECT_EQ(view.state.slots.front().value, "brake");
  EXPECT_EQ(view.state.pending->slot, "cause");
}

TEST_F(ConversationTest, ListTurnsGivesRecordsInOrderAndPages) {
  const std::string session = Say("Why does it squeak?").session_id;
  Say("brake", "", session);
  Say("rain", "", session);
  const auto list = [&](uint64_t after, uint64_t limit) {
    return *Await<std::vector<Conversation::Listed>>([&](auto done) {
      conversation_->ListTurns(*SessionId::Parse(session), after, limit,
                               std::move(done));
    });
  };

  const auto page = list(1, 2);
  ASSERT_THAT(page, SizeIs(2));
  EXPECT_EQ(page[0].number, 2u);
  EXPECT_EQ(page[0].record.input, "brake");
  EXPECT_EQ(page[1].record.input, "rain");
  EXPECT_THAT(list(3, 2), IsEmpty());
}

TEST_F(ConversationTest, ListTurnsOfAnUnknownSessionIsNotFound) {
  const auto listed = Await<std::vector<Conversation::Listed>>([&](auto done) {
    conversation_->ListTurns(*SessionId::Parse(std::string(32, 'a')), 0, 9,
                             std::move(done));
  });

  EXPECT_THAT(listed, StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(ConversationTest, DeleteSessionCountsWhatIsGone) {
  const std::string session = Say("Why does it squeak?").session_id;
  Say("brake", "", session);
  const auto erase = [&] {
    return *Await<DeletionResult>([&](auto done) {
      conversation_->DeleteSession(*SessionId::Parse(session), std::move(done));
    });
  };

  EXPECT_EQ(erase().turns, 2u);
  EXPECT_EQ(erase().turns, 0u);
  EXPECT_THAT(View(session), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace quiver
