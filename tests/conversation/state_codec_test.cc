#include "conversation/state_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quiver/storage/v1/session.pb.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

// A state with every field set to something of its own.
SessionState FullState() {
  SessionState state;
  state.assistant = "bicycle";
  state.content_hash = "hash";
  state.turn = 7;
  state.slots = {{"part", "brake", "left", false, false, 3},
                 {"sign", "wobble", "", true, false, 4},
                 {"cause", "", "", false, true, 5}};
  state.pending = PendingQuestion{"cause", true};
  state.topic = {
      "causes", "help", {"brake-noise", "wet-brakes"}, {"is-it-safe"}};
  state.misunderstood = 2;
  state.option_ids = {"part.brake", "unsure"};
  state.told = {"brake-noise#0"};
  state.last_reply.messages = {{MessageKind::kAnswer, {Block()}}};
  state.last_reply.outcome = Outcome::kAsked;
  state.urgent = true;
  state.asked = {{"part", 1}, {"cause", 2}};
  state.previous_slots = {{"part", "chain", "", false, false, 2}};
  state.previous_topic = {"help", "", {"chain-noise"}, {"rain-and-rust"}};
  return state;
}

TEST(StateCodecTest, RestoresEveryField) {
  const SessionState state = FullState();
  ASSERT_OK_AND_ASSIGN(const SessionState restored,
                       DecodeState(EncodeState(state), 7));

  EXPECT_EQ(restored, state);
}

TEST(StateCodecTest, RestoresAnEmptyState) {
  ASSERT_OK_AND_ASSIGN(const SessionState restored,
                       DecodeState(EncodeState(SessionState()), 0));

  EXPECT_EQ(restored, SessionState());
}

TEST(StateCodecTest, TurnIsTheVersionOfTheStore) {
  ASSERT_OK_AND_ASSIGN(const SessionState restored,
                       DecodeState(EncodeState(FullState()), 9));

  EXPECT_EQ(restored.turn, 9u);
}

TEST(StateCodecTest, NoBytesAreAFreshState) {
  ASSERT_OK_AND_ASSIGN(const SessionState restored, DecodeState("", 0));

  EXPECT_EQ(restored, SessionState());
}

TEST(StateCodecTest, EqualStatesHaveEqualBytes) {
  EXPECT_EQ(EncodeState(FullState()), EncodeState(FullState()));
}

TEST(StateCodecTest, DamagedBytesAreDataLoss) {
  std::string bytes = EncodeState(FullState());
  bytes.resize(bytes.size() - 3);

  EXPECT_THAT(DecodeState(bytes, 7), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodeState("\xFF\xFF", 7),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(StateCodecTest, StateOfANewerServerIsRefused) {
  storage::v1::SessionState written;
  ASSERT_TRUE(written.ParseFromString(EncodeState(FullState())));
  written.set_version(written.version() + 1);

  EXPECT_THAT(DecodeState(written.SerializeAsString(), 7),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       "the session was written by a newer server"));
}

// What the first version wrote must be read for ever.
TEST(StateCodecTest, StateOfTheFirstVersionIsRead) {
  storage::v1::SessionState written;
  written.set_version(1);
  written.set_assistant("bicycle");
  auto& slot = *written.add_slots();
  slot.set_name("part");
  slot.set_value("brake");
  ASSERT_OK_AND_ASSIGN(const SessionState restored,
                       DecodeState(written.SerializeAsString(), 3));

  EXPECT_EQ(restored.assistant, "bicycle");
  ASSERT_EQ(restored.slots.size(), 1u);
  EXPECT_EQ(restored.slots.front().value, "brake");
  EXPECT_FALSE(restored.pending.has_value());
}

}  // namespace
}  // namespace quiver
