// Feedback in the database: after a restart, in files of version 1, erased.

#include <string>

#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class SqliteFeedbackTest : public SqliteFixture {
 protected:
  void Keep(const SessionId& id, uint64_t turn, const std::string& verdict) {
    ASSERT_THAT(calls().KeepFeedback(id, {turn, clock_.Now(), verdict}),
                IsOk());
  }

  // Rows in the database, once the store is closed.
  int64_t CountRows() {
    return *Connect()->ReadInteger("SELECT count(*) FROM feedback");
  }

  // Makes the database one that version 1 wrote.
  void TakeBackToVersion1() {
    Execute(
        "DROP TRIGGER feedback_goes_with_its_turn; DROP TABLE feedback;"
        "PRAGMA user_version = 1");
  }
};

TEST_F(SqliteFeedbackTest, IsRemembered) {
  Open();
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 2, "good");

  Reopen();

  ASSERT_OK_AND_ASSIGN(const auto kept, calls().ListFeedback(desk_));
  EXPECT_THAT(kept, ElementsAre(StoredFeedback{2, clock_.Now(), "good"}));
}

TEST_F(SqliteFeedbackTest, IsTakenByAFileOfVersion1) {
  Open();
  AppendTurns(desk_, 1, 3);
  ASSERT_OK_AND_ASSIGN(const std::string secret, store().Secret());
  Close();
  TakeBackToVersion1();

  Open();

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, SizeIs(3));
  ASSERT_OK_AND_ASSIGN(const std::string kept_secret, store().Secret());
  EXPECT_EQ(kept_secret, secret);
  Keep(desk_, 3, "good");
  Reopen();
  ASSERT_OK_AND_ASSIGN(const auto kept, calls().ListFeedback(desk_));
  EXPECT_THAT(kept, SizeIs(1));
}

TEST_F(SqliteFeedbackTest, AddsItsTablesOnce) {
  Open();
  AppendTurns(desk_, 1, 1);
  Close();
  TakeBackToVersion1();

  ASSERT_OK_AND_ASSIGN(const auto one, TryOpen(path_));
  ASSERT_OK_AND_ASSIGN(const auto two, TryOpen(path_));

  EXPECT_THAT(WaitingStore(*two).KeepFeedback(desk_, {1, clock_.Now(), "good"}),
              IsOk());
  ASSERT_OK_AND_ASSIGN(const auto kept, WaitingStore(*one).ListFeedback(desk_));
  EXPECT_THAT(kept, SizeIs(1));
}

TEST_F(SqliteFeedbackTest, IsNotReadableInTheFiles) {
  Open();
  AppendTurns(desk_, 1, 1);

  Keep(desk_, 1, "my arm was meant");

  EXPECT_THAT(ReadFiles(), Not(HasSubstr("my arm")));
}

TEST_F(SqliteFeedbackTest, LeavesNoRowBehind) {
  Open();
  AppendTurns(desk_, 1, 3);
  AppendTurns(shelf_, 1, 1);
  for (uint64_t turn = 1; turn <= 3; ++turn) Keep(desk_, turn, "good");
  Keep(shelf_, 1, "bad");

  ASSERT_THAT(calls().Erase(desk_), IsOk());

  Close();
  EXPECT_EQ(CountRows(), 1);
}

TEST_F(SqliteFeedbackTest, IsSweptWhenItIsOld) {
  retention_.idle_time_to_live = absl::InfiniteDuration();
  retention_.feedback_time_to_live = absl::Hours(1);
  Open();
  constexpr uint64_t kTurns = 70;  // More than are swept at once.
  AppendTurns(desk_, 1, kTurns);
  for (uint64_t turn = 1; turn <= kTurns; ++turn) Keep(desk_, turn, "good");
  clock_.Advance(absl::Hours(2));
  Keep(desk_, 5, "bad");

  ASSERT_THAT(calls().EraseExpired(), IsOk());

  Close();
  EXPECT_EQ(CountRows(), 1);
}

TEST_F(SqliteFeedbackTest, IsNotGivenWhenItWasTamperedWith) {
  Open();
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 1, "good");
  Keep(desk_, 2, "bad");
  Close();
  Execute("UPDATE feedback SET number = 3 - number + 10");
  Execute("UPDATE feedback SET number = number - 10");
  Open();

  EXPECT_THAT(calls().ListFeedback(desk_),
              StatusIs(absl::StatusCode::kDataLoss));
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, SizeIs(2));
  Keep(desk_, 1, "bad");
  Keep(desk_, 2, "good");
  EXPECT_THAT(calls().ListFeedback(desk_), IsOk());
}

TEST_F(SqliteFeedbackTest, IsErasedByAServerThatDoesNotKnowIt) {
  Open();
  AppendTurns(desk_, 1, 2);
  Keep(desk_, 1, "good");
  Close();

  Execute("DELETE FROM turns WHERE number = 1");

  EXPECT_EQ(CountRows(), 0);
}

}  // namespace
}  // namespace quiver
