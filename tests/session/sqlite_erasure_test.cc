// What is erased is gone from the files, not only from the answers.

#include <algorithm>
#include <future>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SqliteErasureTest : public SqliteFixture {
 protected:
  // The key that the turns of `id` are encrypted with.
  std::string KeyOf(const SessionId& id) {
    const std::string sql =
        "SELECT key FROM session_keys JOIN sessions USING (slot)"
        " WHERE id = x'" +
        id.ToString() + "'";
    return Connect()->ReadBytes(sql.c_str()).value();
  }

  // At once, so that they are committed in few groups.
  void AppendFirstTurns(const std::vector<SessionId>& ids,
                        std::mt19937& random) {
    std::vector<std::promise<absl::Status>> done(ids.size());
    for (size_t i = 0; i < ids.size(); ++i) {
      StoredTurn turn = Turn(1);
      turn.reply.assign(random() % 3000, 'x');
      store().Append(ids[i], turn, [&done, i](absl::Status status) {
        done[i].set_value(std::move(status));
      });
    }
    for (auto& one : done) ASSERT_THAT(one.get_future().get(), IsOk());
  }

  void EraseAll(const std::vector<SessionId>& ids) {
    std::vector<std::promise<absl::StatusOr<uint64_t>>> done(ids.size());
    for (size_t i = 0; i < ids.size(); ++i) {
      store().Erase(ids[i], [&done, i](absl::StatusOr<uint64_t> erased) {
        done[i].set_value(std::move(erased));
      });
    }
    for (auto& one : done) ASSERT_THAT(one.get_future().get(), IsOk());
  }
};

TEST_F(SqliteErasureTest, KeepsNothingReadable) {
  Open();

  AppendTurns(desk_, 1, 5);

  const std::string bytes = ReadFiles();
  for (const char* text : {"reply to", "state after", "fingerprint of"}) {
    EXPECT_THAT(bytes, Not(HasSubstr(text)));
  }
  EXPECT_THAT(bytes, HasSubstr(KeyOf(desk_)));
}

TEST_F(SqliteErasureTest, DestroysTheKeyBeforeItAnswers) {
  Open();
  AppendTurns(desk_, 1, 5);
  const std::string key = KeyOf(desk_);

  ASSERT_THAT(calls().Erase(desk_), IsOk());

  EXPECT_THAT(ReadFiles(), Not(HasSubstr(key)));
}

TEST_F(SqliteErasureTest, DestroysTheKeysOfExpiredSessions) {
  Open();
  AppendTurns(desk_, 1, 1);
  const std::string key = KeyOf(desk_);
  clock_.Advance(retention_.idle_time_to_live + absl::Seconds(1));
  AppendTurns(shelf_, 1, 1);

  ASSERT_THAT(calls().EraseExpired(), IsOk());

  EXPECT_THAT(ReadFiles(), Not(HasSubstr(key)));
  EXPECT_THAT(ReadFiles(), HasSubstr(KeyOf(shelf_)));
}

TEST_F(SqliteErasureTest, DestroysTheKeyOnceNobodyReadsTheFile) {
  Open();
  AppendTurns(desk_, 1, 1);
  const std::string key = KeyOf(desk_);
  {
    // A backup, say.
    const auto other = Connect();
    ASSERT_THAT(other->Execute("BEGIN; SELECT count(*) FROM turns"), IsOk());
    ASSERT_THAT(calls().Erase(desk_), IsOk());
    ASSERT_THAT(ReadFiles(), HasSubstr(key));
  }

  AppendTurns(shelf_, 1, 2);  // The second is begun after the first is over.

  EXPECT_THAT(ReadFiles(), Not(HasSubstr(key)));
}

// SQLite moves rows between pages as others are deleted, and leaves copies
// behind.  Keys must not be among them.
TEST_F(SqliteErasureTest, LeavesNoKeyBehindAfterManyErasures) {
  Open();
  std::mt19937 random;
  std::vector<SessionId> alive;
  std::vector<std::string> destroyed;
  for (int round = 0; round < 100; ++round) {
    std::vector<SessionId> added;
    added.reserve(20);
    for (int i = 0; i < 20; ++i) {
      added.push_back(SessionNamed(Numbered("s", 20 * round + i)));
    }
    AppendFirstTurns(added, random);
    alive.insert(alive.end(), added.begin(), added.end());
    std::shuffle(alive.begin(), alive.end(), random);
    const std::vector<SessionId> erased(alive.end() - 18, alive.end());
    alive.resize(alive.size() - erased.size(), desk_);
    for (const SessionId& id : erased) destroyed.push_back(KeyOf(id));
    EraseAll(erased);
  }

  const std::string bytes = ReadFiles();
  for (const std::string& key : destroyed) {
    ASSERT_EQ(bytes.find(key), std::string::npos) << Hex(key);
  }
  for (const SessionId& id : alive) {
    ASSERT_NE(bytes.find(KeyOf(id)), std::string::npos);
  }
}

}  // namespace
}  // namespace quiver
