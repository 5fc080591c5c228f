// Opening the database: whose file it is, who may read it, what it remembers.

#include <sys/stat.h>

#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace fs = std::filesystem;

constexpr fs::perms kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

class SqliteFileTest : public SqliteFixture {};

TEST_F(SqliteFileTest, RemembersEverything) {
  Open();
  AppendTurns(desk_, 1, 3);
  AppendTurns(shelf_, 1, 1);
  ASSERT_OK_AND_ASSIGN(const std::string secret, store().Secret());

  Reopen();

  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_THAT(turns, SizeIs(3));
  ASSERT_OK_AND_ASSIGN(const SessionSnapshot desk, calls().Load(desk_, "r2"));
  EXPECT_EQ(desk.version, 3);
  EXPECT_EQ(desk.state, "state after r3");
  ASSERT_TRUE(desk.recorded.has_value());
  EXPECT_EQ(desk.recorded->reply, "reply to r2");
  ASSERT_OK_AND_ASSIGN(const std::string kept_secret, store().Secret());
  EXPECT_EQ(kept_secret, secret);
}

TEST_F(SqliteFileTest, HasASecretOfItsOwn) {
  Open();
  ASSERT_OK_AND_ASSIGN(const std::string secret, store().Secret());

  ASSERT_OK_AND_ASSIGN(const auto other, TryOpen(folder_ / "other.db"));

  ASSERT_OK_AND_ASSIGN(const std::string other_secret, other->Secret());
  EXPECT_NE(other_secret, secret);
}

TEST_F(SqliteFileTest, IsReadableByItsOwnerOnly) {
  const mode_t before = umask(0);
  Open();
  umask(before);

  AppendTurns(desk_, 1, 1);

  for (const char* suffix : {"", "-wal", "-shm"}) {
    EXPECT_EQ(fs::status(path_ + suffix).permissions(), kOwnerOnly) << suffix;
  }
}

TEST_F(SqliteFileTest, TakesRightsOfOthersAway) {
  Open();
  Close();
  fs::permissions(path_, fs::perms::all);

  Open();

  EXPECT_EQ(fs::status(path_).permissions(), kOwnerOnly);
}

TEST_F(SqliteFileTest, NamesTheFileThatCannotBeOpened) {
  for (const std::string& path :
       {folder_ / "missing/sessions.db", folder_.path()}) {
    EXPECT_THAT(TryOpen(path),
                StatusIs(absl::StatusCode::kUnavailable, HasSubstr(path)));
  }
}

TEST_F(SqliteFileTest, NeedsAFile) {
  for (const char* path : {"", ":memory:"}) {
    EXPECT_THAT(TryOpen(path), StatusIs(absl::StatusCode::kInvalidArgument));
  }
}

TEST_F(SqliteFileTest, LeavesTheFileOfANewerVersionAlone) {
  Open();
  AppendTurns(desk_, 1, 1);
  Close();
  Execute("PRAGMA user_version = 3");
  const std::string before = ReadFiles();

  EXPECT_THAT(TryOpen(path_),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr(path_), HasSubstr("newer"))));
  EXPECT_EQ(ReadFiles(), before);
}

TEST_F(SqliteFileTest, LeavesTheFileOfAnotherProgramAlone) {
  WriteFile(path_, "");
  Execute("CREATE TABLE recipes (name TEXT)");
  fs::permissions(path_, fs::perms::others_read, fs::perm_options::add);
  const fs::perms rights = fs::status(path_).permissions();
  const std::string before = ReadFiles();

  EXPECT_THAT(TryOpen(path_),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr(path_), HasSubstr("another program"))));
  EXPECT_EQ(ReadFiles(), before);
  EXPECT_EQ(fs::status(path_).permissions(), rights);
}

TEST_F(SqliteFileTest, LeavesAFileThatIsNoDatabaseAlone) {
  for (const std::string& bytes :
       {std::string("hello"), std::string(10'000, 'x')}) {
    WriteFile(path_, bytes);

    EXPECT_THAT(TryOpen(path_),
                StatusIs(absl::StatusCode::kDataLoss, HasSubstr(path_)));
    EXPECT_EQ(ReadFiles(), bytes);
  }
}

TEST_F(SqliteFileTest, SaysWhenTheFileIsCutShort) {
  Open();
  for (int i = 0; i < 50; ++i)
    AppendTurns(SessionNamed(Numbered("s", i)), 1, 2);
  Close();
  fs::resize_file(path_, 2 * 4096);

  EXPECT_THAT(TryOpen(path_),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr(path_)));
}

// Overwrites the first page of `table`.
void Damage(const std::string& path, const SqliteConnection& connection,
            const std::string& table) {
  const std::string sql =
      "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'";
  const int64_t page = connection.ReadInteger(sql.c_str()).value();
  std::string bytes = ReadFile(path);
  bytes.replace(static_cast<size_t>(page - 1) * 4096, 4096, 4096, '\xa5');
  WriteFile(path, bytes);
}

TEST_F(SqliteFileTest, SaysWhenTurnsAreDamaged) {
  Open();
  AppendTurns(desk_, 1, 3);
  Close();
  Damage(path_, *Connect(), "turns");
  Open();

  EXPECT_THAT(calls().Load(desk_), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(calls().ListTurns(desk_), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(calls().Append(desk_, Turn(4)),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(calls().Erase(desk_), StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(SqliteFileTest, UndoesWhatMeetsDamageHalfWay) {
  Open();
  AppendTurns(desk_, 1, 3);
  Close();
  Damage(path_, *Connect(), "turns");
  Open();

  // A new session's key and row are written before its turn.
  EXPECT_THAT(calls().Append(shelf_, Turn(1)),
              StatusIs(absl::StatusCode::kDataLoss));

  Close();
  EXPECT_EQ(*Connect()->ReadInteger("SELECT count(*) FROM sessions"), 1);
  EXPECT_EQ(*Connect()->ReadInteger("SELECT count(*) FROM session_keys"), 1);
}

TEST_F(SqliteFileTest, SaysWhenATurnWasTamperedWith) {
  Open();
  AppendTurns(desk_, 1, 2);
  AppendTurns(shelf_, 1, 2);
  Close();
  Execute(
      "UPDATE turns SET sealed = zeroblob(length(sealed))"
      " WHERE number = 2 AND slot = 1");
  Open();

  EXPECT_THAT(calls().Load(desk_), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(calls().Load(shelf_), IsOk());
  ASSERT_OK_AND_ASSIGN(const auto before, calls().ListTurns(desk_, 0, 1));
  EXPECT_THAT(before, SizeIs(1));
}

TEST_F(SqliteFileTest, ErasesADamagedSession) {
  Open();
  AppendTurns(desk_, 1, 2);
  Close();
  Execute("UPDATE session_keys SET key = x'00'");
  Open();
  ASSERT_THAT(calls().Load(desk_), StatusIs(absl::StatusCode::kDataLoss));

  ASSERT_OK_AND_ASSIGN(const uint64_t erased, calls().Erase(desk_));

  EXPECT_EQ(erased, 2);
  EXPECT_THAT(calls().Append(desk_, Turn(1)), IsOk());
}

TEST_F(SqliteFileTest, DamageOfASessionDoesNotFailTheGroupItIsIn) {
  Open();
  AppendTurns(desk_, 1, 1);
  Close();
  Execute("UPDATE session_keys SET key = x'00'");
  Open();
  std::promise<absl::Status> desk;
  std::promise<absl::Status> shelf;

  // What callbacks queue is committed together.
  store().Append(SessionNamed("other"), Turn(1), [&](const absl::Status&) {
    store().Append(desk_, Turn(2), [&](absl::Status status) {
      desk.set_value(std::move(status));
    });
    store().Append(shelf_, Turn(1), [&](absl::Status status) {
      shelf.set_value(std::move(status));
    });
  });

  EXPECT_THAT(desk.get_future().get(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(shelf.get_future().get(), IsOk());
}

}  // namespace
}  // namespace quiver
