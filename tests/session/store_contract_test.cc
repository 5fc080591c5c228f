// Turns and versions, for every kind of store.

#include "session/store_contract.h"

#include <string>
#include <vector>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_P(StoreContractTest, KnowsNothingOfANewSession) {
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "r1"));

  EXPECT_EQ(snapshot.version, 0);
  EXPECT_EQ(snapshot.state, "");
  EXPECT_EQ(snapshot.last_active, absl::InfinitePast());
  EXPECT_EQ(snapshot.recorded, std::nullopt);
}

TEST_P(StoreContractTest, LoadsTheLastTurn) {
  AppendTurns(desk_, 1, 3);

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot, calls().Load(desk_));

  EXPECT_EQ(snapshot.version, 3);
  EXPECT_EQ(snapshot.state, "state after r3");
  EXPECT_EQ(snapshot.last_active, clock_.Now());
  EXPECT_EQ(snapshot.recorded, std::nullopt);
}

TEST_P(StoreContractTest, GivesTheTurnOfARequest) {
  AppendTurns(desk_, 1, 3);

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "r2"));

  EXPECT_EQ(snapshot.version, 3);
  EXPECT_EQ(snapshot.recorded, Turn(2));
}

TEST_P(StoreContractTest, GivesNoTurnOfAnotherRequestOrSession) {
  AppendTurns(desk_, 1, 1);
  AppendTurns(shelf_, 1, 2);

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "r2"));

  EXPECT_EQ(snapshot.recorded, std::nullopt);
}

TEST_P(StoreContractTest, KeepsEveryByte) {
  StoredTurn turn = Turn(1);
  turn.request_id = std::string("\0\xff'\"", 4);
  turn.fingerprint = "";
  turn.state = std::string(300'000, '\0') + "\xc3\x28";
  turn.reply = std::string(300'000, '\xfe');

  ASSERT_THAT(calls().Append(desk_, turn), IsOk());

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(turn));
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, turn.request_id));
  EXPECT_EQ(snapshot.recorded, turn);
}

TEST_P(StoreContractTest, KeepsTimesToTheMillisecond) {
  clock_.Advance(absl::Microseconds(1'999));

  AppendTurns(desk_, 1, 1);

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot, calls().Load(desk_));
  EXPECT_EQ(snapshot.last_active, clock_.Now() - absl::Microseconds(999));
}

TEST_P(StoreContractTest, RefusesATurnThatIsNotTheNext) {
  AppendTurns(desk_, 1, 3);

  for (const uint64_t number : {0, 1, 2, 3, 5, 6}) {
    StoredTurn turn = Turn(number);
    turn.request_id = "another";
    EXPECT_THAT(calls().Append(desk_, turn),
                StatusIs(absl::StatusCode::kAborted))
        << number;
  }

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "another"));
  EXPECT_EQ(snapshot.version, 3);
  EXPECT_EQ(snapshot.recorded, std::nullopt);
}

TEST_P(StoreContractTest, RefusesASecondTurnAsTheFirst) {
  EXPECT_THAT(calls().Append(desk_, Turn(2)),
              StatusIs(absl::StatusCode::kAborted));
}

TEST_P(StoreContractTest, RefusesASecondTurnForARequest) {
  AppendTurns(desk_, 1, 2);
  StoredTurn again = Turn(3);
  again.request_id = "r1";

  EXPECT_THAT(calls().Append(desk_, again),
              StatusIs(absl::StatusCode::kAlreadyExists));

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       calls().Load(desk_, "r1"));
  EXPECT_EQ(snapshot.version, 2);
  EXPECT_EQ(snapshot.recorded, Turn(1));
}

TEST_P(StoreContractTest, TakesManyTurnsWithoutARequestId) {
  for (uint64_t number = 1; number <= 2; ++number) {
    EXPECT_THAT(calls().Append(desk_, TurnOf(number, clock_.Now(), "")),
                IsOk());
  }
}

TEST_P(StoreContractTest, ListsTurnsInPages) {
  AppendTurns(desk_, 1, 5);
  const struct {
    uint64_t after;
    uint64_t limit;
    std::vector<StoredTurn> page;
  } kPages[] = {
      {0, 2, {Turn(1), Turn(2)}},
      {2, 2, {Turn(3), Turn(4)}},
      {4, 2, {Turn(5)}},
      {5, 2, {}},
      {0, 0, {}},
      {3, UINT64_MAX, {Turn(4), Turn(5)}},
      {UINT64_MAX, UINT64_MAX, {}},
  };

  for (const auto& [after, limit, page] : kPages) {
    ASSERT_OK_AND_ASSIGN(const auto turns,
                         calls().ListTurns(desk_, after, limit));
    EXPECT_EQ(turns, page) << after << ", " << limit;
  }
}

TEST_P(StoreContractTest, ListsNothingOfANewSession) {
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, IsEmpty());
}

TEST_P(StoreContractTest, HasOneSecretOf32Bytes) {
  ASSERT_OK_AND_ASSIGN(const std::string secret, store().Secret());

  EXPECT_EQ(secret.size(), 32);
  ASSERT_OK_AND_ASSIGN(const std::string again, store().Secret());
  EXPECT_EQ(again, secret);
}

INSTANTIATE_TEST_SUITE_P(Every, StoreContractTest,
                         ::testing::ValuesIn(kStoreKinds), NameOfKind);

}  // namespace
}  // namespace quiver
