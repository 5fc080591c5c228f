#include "session/sqlite_connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;

TEST(SqliteErrorTest, TellsWhatMayPassFromWhatWillNot) {
  const struct {
    int code;
    absl::StatusCode status;
  } kCodes[] = {
      {SQLITE_FULL, absl::StatusCode::kUnavailable},
      {SQLITE_IOERR_WRITE, absl::StatusCode::kUnavailable},
      {SQLITE_IOERR_FSYNC, absl::StatusCode::kUnavailable},
      {SQLITE_BUSY_SNAPSHOT, absl::StatusCode::kUnavailable},
      {SQLITE_READONLY, absl::StatusCode::kUnavailable},
      {SQLITE_CORRUPT_INDEX, absl::StatusCode::kDataLoss},
      {SQLITE_NOTADB, absl::StatusCode::kDataLoss},
      {SQLITE_CONSTRAINT_UNIQUE, absl::StatusCode::kInternal},
      {SQLITE_MISUSE, absl::StatusCode::kInternal},
  };
  for (const auto& [code, status] : kCodes) {
    EXPECT_THAT(SqliteError(code, "why"), StatusIs(status, HasSubstr("why")))
        << code;
  }
}

class SqliteConnectionTest : public SqliteFixture {
 protected:
  void SetUp() override {
    WriteFile(path_, "");
    Execute("CREATE TABLE notes (text BLOB)");
  }
};

TEST_F(SqliteConnectionTest, FullDatabaseTakesNothingAndGoesOnLater) {
  const auto connection = Connect();
  ASSERT_THAT(connection->Execute("PRAGMA max_page_count = 3"), IsOk());

  EXPECT_THAT(connection->Execute("INSERT INTO notes VALUES (zeroblob(99999))"),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr("full")));
  EXPECT_EQ(*connection->ReadInteger("SELECT count(*) FROM notes"), 0);

  ASSERT_THAT(connection->Execute("PRAGMA max_page_count = 100"), IsOk());
  EXPECT_THAT(connection->Execute("INSERT INTO notes VALUES (zeroblob(99999))"),
              IsOk());
}

TEST_F(SqliteConnectionTest, KeepsWhatATransactionDidWhenItWentWell) {
  const auto connection = Connect();
  ASSERT_OK_AND_ASSIGN(auto transactions,
                       SqliteTransactions::Prepare(
                           *connection, SqliteTransactions::Kind::kWrite));
  const auto insert = [&](absl::Status result) {
    return transactions.Run([&] {
      EXPECT_THAT(connection->Execute("INSERT INTO notes VALUES (x'00')"),
                  IsOk());
      return result;
    });
  };

  EXPECT_THAT(insert(absl::AbortedError("no")),
              StatusIs(absl::StatusCode::kAborted));
  EXPECT_EQ(*connection->ReadInteger("SELECT count(*) FROM notes"), 0);
  EXPECT_THAT(insert(absl::OkStatus()), IsOk());
  EXPECT_EQ(*connection->ReadInteger("SELECT count(*) FROM notes"), 1);
  EXPECT_FALSE(connection->InTransaction());
}

TEST_F(SqliteConnectionTest, BindsEmptyAndBinaryBytes) {
  const auto connection = Connect();
  ASSERT_OK_AND_ASSIGN(SqliteStatement insert,
                       connection->Prepare("INSERT INTO notes VALUES (?1)"));
  const std::string bytes("\0\xff", 2);
  const std::string_view null;

  ASSERT_THAT(insert.Execute(bytes).Finish(), IsOk());
  ASSERT_THAT(insert.Execute(null).Finish(), IsOk());

  EXPECT_EQ(*connection->ReadBytes("SELECT text FROM notes WHERE rowid = 1"),
            bytes);
  EXPECT_EQ(
      *connection->ReadInteger("SELECT count(*) FROM notes WHERE text = x''"),
      1);
}

TEST_F(SqliteConnectionTest, SaysWhatIsWrongWithAStatement) {
  EXPECT_THAT(Connect()->Prepare("SELECT * FROM nothing"),
              StatusIs(absl::StatusCode::kInternal, HasSubstr("nothing")));
}

}  // namespace
}  // namespace quiver
