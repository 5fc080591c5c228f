// Feedback on turns, for every kind of store.

#include <string>
#include <vector>

#include "session/store_contract.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StoreFeedbackTest : public StoreContractTest {
 protected:
  StoredFeedback On(uint64_t turn, const std::string& verdict) {
    return {turn, clock_.Now(), verdict};
  }

  // Keeps what must be taken.
  void Keep(const SessionId& id, uint64_t turn, const std::string& verdict) {
    ASSERT_THAT(calls().KeepFeedback(id, On(turn, verdict)), IsOk());
  }

  std::vector<StoredFeedback> Kept(const SessionId& id, uint64_t after = 0,
                                   uint64_t limit = 1000) {
    return calls().ListFeedback(id, after, limit).value();
  }
};

TEST_P(StoreFeedbackTest, HasNoneAtFirst) {
  EXPECT_THAT(Kept(desk_), IsEmpty());

  AppendTurns(desk_, 1, 2);

  EXPECT_THAT(Kept(desk_), IsEmpty());
}

TEST_P(StoreFeedbackTest, KeepsOneVerdictForEachTurn) {
  AppendTurns(desk_, 1, 3);
  AppendTurns(shelf_, 1, 1);

  Keep(desk_, 3, "good");
  Keep(desk_, 1, "bad");
  Keep(shelf_, 1, "better");

  EXPECT_THAT(Kept(desk_), ElementsAre(On(1, "bad"), On(3, "good")));
  EXPECT_THAT(Kept(shelf_), ElementsAre(On(1, "better")));
}

TEST_P(StoreFeedbackTest, KeepsTheLastVerdictOnATurn) {
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 1, "a long verdict, and then some");
  Keep(desk_, 2, "other");
  clock_.Advance(absl::Seconds(5));

  Keep(desk_, 1, "short");
  Keep(desk_, 1, "short");

  EXPECT_THAT(Kept(desk_), ElementsAre(On(1, "short"), testing::_));
}

TEST_P(StoreFeedbackTest, KeepsEveryByteAndTheMillisecond) {
  AppendTurns(desk_, 1, 1);
  clock_.Advance(absl::Microseconds(1'999));
  std::string verdict = std::string("\0\xff'\"", 4) + std::string(5'000, 'x');

  Keep(desk_, 1, verdict);

  const StoredFeedback kept{1, clock_.Now() - absl::Microseconds(999), verdict};
  EXPECT_THAT(Kept(desk_), ElementsAre(kept));
}

TEST_P(StoreFeedbackTest, ListsInPages) {
  AppendTurns(desk_, 1, 5);
  for (const uint64_t turn : {2, 4, 5}) Keep(desk_, turn, "good");
  const struct {
    uint64_t after;
    uint64_t limit;
    std::vector<StoredFeedback> page;
  } kPages[] = {
      {0, 2, {On(2, "good"), On(4, "good")}},
      {2, 1, {On(4, "good")}},
      {4, UINT64_MAX, {On(5, "good")}},
      {5, 2, {}},
      {0, 0, {}},
      {UINT64_MAX, UINT64_MAX, {}},
  };

  for (const auto& [after, limit, page] : kPages) {
    EXPECT_EQ(Kept(desk_, after, limit), page) << after << ", " << limit;
  }
}

TEST_P(StoreFeedbackTest, RefusesASessionThatIsNotThere) {
  EXPECT_THAT(calls().KeepFeedback(desk_, On(1, "good")),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST_P(StoreFeedbackTest, RefusesATurnThatWasNotTaken) {
  AppendTurns(desk_, 1, 2);

  for (const uint64_t turn : {uint64_t{0}, uint64_t{3}, UINT64_MAX}) {
    EXPECT_THAT(calls().KeepFeedback(desk_, On(turn, "good")),
                StatusIs(absl::StatusCode::kOutOfRange))
        << turn;
  }
  EXPECT_THAT(Kept(desk_), IsEmpty());
}

TEST_P(StoreFeedbackTest, GoesOnWithTurns) {
  AppendTurns(desk_, 1, 1);
  Keep(desk_, 1, "good");

  AppendTurns(desk_, 2, 2);

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, ElementsAre(Turn(1), Turn(2)));
  EXPECT_THAT(Kept(desk_), ElementsAre(On(1, "good")));
}

TEST_P(StoreFeedbackTest, GoesWithItsSession) {
  AppendTurns(desk_, 1, 2);
  AppendTurns(shelf_, 1, 1);
  Keep(desk_, 2, "bad");
  Keep(shelf_, 1, "good");

  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));

  EXPECT_EQ(erased, 2);  // Turns: feedback is not counted.
  EXPECT_THAT(Kept(desk_), IsEmpty());
  EXPECT_THAT(calls().KeepFeedback(desk_, On(2, "bad")),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(Kept(shelf_), ElementsAre(On(1, "good")));
}

TEST_P(StoreFeedbackTest, DoesNotComeBackWithANewSession) {
  AppendTurns(desk_, 1, 1);
  Keep(desk_, 1, "bad");
  ASSERT_THAT(calls().Erase(desk_), IsOk());

  AppendTurns(shelf_, 1, 1);
  AppendTurns(desk_, 1, 1);

  EXPECT_THAT(Kept(shelf_), IsEmpty());
  EXPECT_THAT(Kept(desk_), IsEmpty());
}

TEST_P(StoreFeedbackTest, ExpiresWithItsSession) {
  Open({.idle_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 1);
  clock_.Advance(absl::Minutes(50));
  Keep(desk_, 1, "good");

  clock_.Advance(absl::Minutes(20));  // Feedback does not prolong a session.

  EXPECT_THAT(Kept(desk_), IsEmpty());
  EXPECT_THAT(calls().KeepFeedback(desk_, On(1, "good")),
              StatusIs(absl::StatusCode::kNotFound));
  AppendTurns(desk_, 1, 1);
  EXPECT_THAT(Kept(desk_), IsEmpty());
}

TEST_P(StoreFeedbackTest, GoesWithATurnThatIsDropped) {
  Open({.max_turns = 2});
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 1, "bad");
  Keep(desk_, 2, "good");

  AppendTurns(desk_, 3, 3);

  EXPECT_THAT(Kept(desk_), ElementsAre(On(2, "good")));
  EXPECT_THAT(calls().KeepFeedback(desk_, On(1, "bad")),
              StatusIs(absl::StatusCode::kOutOfRange));
}

TEST_P(StoreFeedbackTest, IsKeptAsLongAsItsTimeToLive) {
  Open({.feedback_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 1, "bad");
  clock_.Advance(absl::Minutes(30));
  Keep(desk_, 2, "good");
  const StoredFeedback later = On(2, "good");

  clock_.Advance(absl::Minutes(30));
  EXPECT_EQ(Kept(desk_).size(), 2);
  clock_.Advance(absl::Milliseconds(1));
  EXPECT_THAT(Kept(desk_), ElementsAre(later));

  ASSERT_THAT(calls().EraseExpired(), IsOk());
  EXPECT_THAT(Kept(desk_), ElementsAre(later));
}

TEST_P(StoreFeedbackTest, CountsItsTimeToLiveFromTheLastVerdict) {
  Open({.feedback_time_to_live = absl::Hours(1)});
  AppendTurns(desk_, 1, 1);
  Keep(desk_, 1, "bad");
  clock_.Advance(absl::Minutes(50));
  Keep(desk_, 1, "good");
  const StoredFeedback last = On(1, "good");
  clock_.Advance(absl::Minutes(50));
  ASSERT_THAT(calls().EraseExpired(), IsOk());

  EXPECT_THAT(Kept(desk_), ElementsAre(last));
}

INSTANTIATE_TEST_SUITE_P(Every, StoreFeedbackTest,
                         ::testing::ValuesIn(kStoreKinds), NameOfKind);

}  // namespace
}  // namespace quiver
