// What holds of every conversation, whatever is said: thousands of turns of
// visitors who say anything in any order.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "conversation/random_visitor.h"
#include "conversation/state_codec.h"
#include "conversation/turn_codec.h"
#include "conversation/turn_taking.h"
#include "conversation/whole_assistant.h"
#include "dialogue/asking.h"
#include "dialogue/turn.h"

namespace quiver {
namespace {

constexpr absl::CivilDay kToday(2026, 12, 1);
constexpr uint32_t kSessions = 100;
constexpr int kTurns = 40;
constexpr size_t kMostOptionBytes = 48;
// Well above what the limits of session_state.h and a long reply add up to.
constexpr size_t kMostStateBytes = 24 * 1024;

struct Subject {
  const char* assistant;
  std::vector<std::string> emergencies;
};

// One visitor's session, checked turn by turn.
class Session {
 public:
  Session(const Subject& subject, uint32_t seed)
      : assistant_(WholeAssistant(subject.assistant)),
        visitor_(*assistant_.catalog, subject.emergencies, seed) {}

  void TakeTurn() {
    const VisitorInput input = visitor_.Next(state_.last_reply);
    transcript_ += Transcribed(input) + "\n";
    SCOPED_TRACE(transcript_);
    const SessionState before = state_;
    DecidedTurn turn = DecideTurn(assistant_, input, before, kToday, false);
    state_ = turn.state;
    const Reply& reply = turn.record.reply;
    CheckReply(reply);
    CheckQuestion(reply);
    CheckState();
    if (visitor_.in_danger()) CheckAlarm(reply);
    if (StartsOver(input, reply)) CheckFresh();
    if (turn.forget) state_ = SessionState();
  }

 private:
  void CheckReply(const Reply& reply) {
    EXPECT_FALSE(reply.messages.empty());
    int questions = 0;
    for (const Message& message : reply.messages) {
      EXPECT_NE(PlainText(message.blocks), "");
      questions += message.kind == MessageKind::kQuestion ? 1 : 0;
    }
    EXPECT_LE(questions, 1);
    for (const Option& option : reply.options) {
      EXPECT_LE(option.option_id.size(), kMostOptionBytes);
      EXPECT_NE(option.label, "");
    }
  }

  void CheckQuestion(const Reply& reply) {
    for (const AskedSlot& asked : state_.asked) {
      EXPECT_LE(asked.times, kMostTimesAsked) << asked.slot;
    }
    const std::string waiting = state_.pending ? state_.pending->slot : "";
    if (!reply.pending_slot.empty()) {
      EXPECT_EQ(reply.pending_slot, waiting);
    }
    if (state_.pending) {
      EXPECT_FALSE(state_.Settled(waiting)) << waiting << " is answered";
    }
  }

  void CheckState() {
    const std::string bytes = EncodeState(state_);
    EXPECT_LE(bytes.size(), kMostStateBytes);
    EXPECT_LE(state_.slots.size(), kMaxRememberedSlots);
    EXPECT_LE(state_.told.size(), kMaxToldPassages);
    // Each turn goes on from the bytes that a store keeps.
    auto restored = DecodeState(bytes, state_.turn);
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(EncodeState(*restored), bytes);
    state_ = *std::move(restored);
  }

  void CheckAlarm(const Reply& reply) {
    EXPECT_EQ(reply.outcome, Outcome::kSafety);
    EXPECT_EQ(reply.urgency, Urgency::kEmergency);
    EXPECT_EQ(reply.messages.front().kind, MessageKind::kSafety);
    EXPECT_EQ(reply.pending_slot, "");
    EXPECT_TRUE(reply.options.empty());
  }

  static bool StartsOver(const VisitorInput& input, const Reply& reply) {
    return input.event == VisitorEvent::kRestart ||
           (input.text == "start over" && reply.outcome == Outcome::kControl);
  }

  // As before the first message, but for what is counted on.
  void CheckFresh() {
    SessionState fresh;
    fresh.assistant = assistant_.catalog->assistant;
    fresh.content_hash = assistant_.catalog->content_hash;
    fresh.turn = state_.turn;
    fresh.last_reply = state_.last_reply;
    fresh.option_ids = state_.option_ids;
    EXPECT_EQ(state_, fresh);
  }

  const Assistant& assistant_;
  RandomVisitor visitor_;
  SessionState state_;
  std::string transcript_;
};

class ConversationPropertyTest : public testing::TestWithParam<Subject> {};

TEST_P(ConversationPropertyTest, HoldsWhateverIsSaid) {
  for (uint32_t seed = 1; seed <= kSessions; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    Session session(GetParam(), seed);
    for (int turn = 0; turn < kTurns; ++turn) {
      session.TakeTurn();
      if (HasFailure()) return;  // One transcript is enough.
    }
  }
}

// The same visitors, answered by a server that read the same files anew.
TEST_P(ConversationPropertyTest, ReplaysToTheSameBytes) {
  const Assistant& recorder = WholeAssistant(GetParam().assistant);
  const auto replayer = ReadWholeAssistant(GetParam().assistant);
  ASSERT_EQ(replayer->catalog->content_hash, recorder.catalog->content_hash)
      << "somebody changed the content meanwhile";
  for (uint32_t seed = 1; seed <= kSessions / 10; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    RandomVisitor visitor(*recorder.catalog, GetParam().emergencies, seed);
    SessionState recorded;
    SessionState replayed;
    for (int i = 0; i < kTurns; ++i) {
      const VisitorInput input = visitor.Next(recorded.last_reply);
      const DecidedTurn one =
          DecideTurn(recorder, input, recorded, kToday, true);
      const DecidedTurn other =
          DecideTurn(*replayer, input, replayed, kToday, true);
      ASSERT_EQ(EncodeTurn(one.record), EncodeTurn(other.record))
          << Transcribed(input);
      ASSERT_EQ(EncodeState(one.state), EncodeState(other.state))
          << Transcribed(input);
      recorded = one.state;
      replayed = other.state;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Assistants, ConversationPropertyTest,
    testing::Values(Subject{"muscle_twitching",
                            {"my face is drooping and my speech is slurred",
                             "i can't breathe",
                             "he is having a seizure right now",
                             "my arm suddenly went numb and weak",
                             "i have crushing chest pain"}},
                    Subject{"houseplants",
                            {"my cat ate a lily",
                             "the dog chewed the plant and is throwing up"}}),
    [](const auto& tested) { return std::string(tested.param.assistant); });

}  // namespace
}  // namespace quiver
