// Erasing, expiry and the length of the history, for every kind of store.

#include <string>

#include "session/store_contract.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StoreRetentionTest : public StoreContractTest {};

TEST_P(StoreRetentionTest, ErasesASession) {
  AppendTurns(desk_, 1, 3);
  AppendTurns(shelf_, 1, 2);

  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));

  EXPECT_EQ(erased, 3);
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot desk, calls().Load(desk_, "r1"));
  EXPECT_EQ(desk.version, 0);
  EXPECT_EQ(desk.recorded, std::nullopt);
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, IsEmpty());
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot shelf, calls().Load(shelf_));
  EXPECT_EQ(shelf.version, 2);
}

TEST_P(StoreRetentionTest, ErasesNothingOfANewSession) {
  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));
  EXPECT_EQ(erased, 0);
}

TEST_P(StoreRetentionTest, StartsAnErasedSessionFromTheFirstTurn) {
  AppendTurns(desk_, 1, 3);
  ASSERT_THAT(calls().Erase(desk_), IsOk());

  EXPECT_THAT(calls().Append(desk_, Turn(4)),
              StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(calls().Append(desk_, Turn(1)), IsOk());

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(Turn(1)));
}

TEST_P(StoreRetentionTest, KeepsASessionAsLongAsItsTimeToLive) {
  Open({.idle_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 1);

  clock_.Advance(absl::Hours(1));
  ASSERT_THAT(calls().EraseExpired(), IsOk());

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot, calls().Load(desk_));
  EXPECT_EQ(snapshot.version, 1);
}

TEST_P(StoreRetentionTest, HidesASessionThatIdledForLonger) {
  Open({.idle_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 2);

  clock_.Advance(absl::Hours(1) + absl::Milliseconds(1));

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "r1"));
  EXPECT_EQ(snapshot.version, 0);
  EXPECT_EQ(snapshot.last_active, absl::InfinitePast());
  EXPECT_EQ(snapshot.recorded, std::nullopt);
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, IsEmpty());
}

TEST_P(StoreRetentionTest, CountsIdleTimeFromTheLastTurn) {
  Open({.idle_time_to_live = absl::Hours(1)});
  for (uint64_t number = 1; number <= 5; ++number) {
    AppendTurns(desk_, number, number);
    clock_.Advance(absl::Minutes(50));
    ASSERT_THAT(calls().EraseExpired(), IsOk());
  }

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot, calls().Load(desk_));
  EXPECT_EQ(snapshot.version, 5);
}

TEST_P(StoreRetentionTest, ReplacesAnExpiredSession) {
  Open({.idle_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 2);
  clock_.Advance(absl::Hours(2));

  EXPECT_THAT(calls().Append(desk_, Turn(3)),
              StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(calls().Append(desk_, Turn(1)), IsOk());

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(Turn(1)));
}

TEST_P(StoreRetentionTest, ErasesExpiredSessionsOnly) {
  Open({.idle_time_to_live = absl::Hours(1)});
  constexpr int kSessions = 100;  // More than are swept at once.
  for (int i = 0; i < kSessions; ++i) {
    AppendTurns(SessionNamed(Numbered("old", i)), 1, 2);
  }
  AppendTurns(desk_, 1, 1);
  clock_.Advance(absl::Minutes(40));
  AppendTurns(desk_, 2, 2);
  AppendTurns(shelf_, 1, 1);
  clock_.Advance(absl::Minutes(40));

  ASSERT_THAT(calls().EraseExpired(), IsOk());

  for (int i = 0; i < kSessions; ++i) {
    ASSERT_OK_AND_ASSIGN(const uint64_t left,
                         calls().Erase(SessionNamed(Numbered("old", i))));
    EXPECT_EQ(left, 0) << i;
  }
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot desk, calls().Load(desk_));
  EXPECT_EQ(desk.version, 2);
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot shelf, calls().Load(shelf_));
  EXPECT_EQ(shelf.version, 1);
}

TEST_P(StoreRetentionTest, CountsTurnsOfAnExpiredSessionAsErased) {
  Open({.idle_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 2);
  clock_.Advance(absl::Hours(2));

  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));

  EXPECT_EQ(erased, 2);
}

TEST_P(StoreRetentionTest, KeepsSessionsForEverWhenToldTo) {
  Open({.idle_time_to_live = absl::InfiniteDuration()});
  AppendTurns(desk_, 1, 1);
  clock_.Advance(absl::Hours(24 * 365 * 100));
  ASSERT_THAT(calls().EraseExpired(), IsOk());

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot, calls().Load(desk_));

  EXPECT_EQ(snapshot.version, 1);
}

TEST_P(StoreRetentionTest, DropsTheOldestTurns) {
  Open({.max_turns = 3});
  AppendTurns(desk_, 1, 5);

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(Turn(3), Turn(4), Turn(5)));
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot dropped,
                       calls().Load(desk_, "r2"));
  EXPECT_EQ(dropped.version, 5);
  EXPECT_EQ(dropped.recorded, std::nullopt);
  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));
  EXPECT_EQ(erased, 3);
}

TEST_P(StoreRetentionTest, TakesTheRequestOfADroppedTurnAsNew) {
  Open({.max_turns = 2});
  AppendTurns(desk_, 1, 3);
  StoredTurn late_retry = Turn(4);
  late_retry.request_id = "r1";

  EXPECT_THAT(calls().Append(desk_, late_retry), IsOk());
}

TEST_P(StoreRetentionTest, KeepsTheLastTurnInAnyCase) {
  Open({.max_turns = 0});
  AppendTurns(desk_, 1, 2);

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(Turn(2)));
}

INSTANTIATE_TEST_SUITE_P(Every, StoreRetentionTest,
                         ::testing::ValuesIn(kStoreKinds), NameOfKind);

}  // namespace
}  // namespace quiver
