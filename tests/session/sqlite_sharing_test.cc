// Two stores, as of two servers, on one database.

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

class SqliteSharingTest : public SqliteFixture {
 protected:
  void SetUp() override {
    Open();
    ASSERT_OK_AND_ASSIGN(other_, TryOpen(path_));
  }

  std::unique_ptr<SessionStore> other_;
};

TEST_F(SqliteSharingTest, SeesTheTurnsOfTheOther) {
  AppendTurns(desk_, 1, 2);

  ASSERT_OK_AND_ASSIGN(const SessionSnapshot snapshot,
                       WaitingStore(*other_).Load(desk_, "r1"));

  EXPECT_EQ(snapshot.version, 2);
  EXPECT_TRUE(snapshot.recorded.has_value());
}

TEST_F(SqliteSharingTest, HasTheSameSecret) {
  ASSERT_OK_AND_ASSIGN(const std::string secret, store().Secret());
  ASSERT_OK_AND_ASSIGN(const std::string other_secret, other_->Secret());

  EXPECT_EQ(secret, other_secret);
}

TEST_F(SqliteSharingTest, OneOfManyMakesTheDatabase) {
  constexpr int kServers = 6;
  std::vector<std::string> secrets(kServers);
  std::vector<std::thread> servers;
  for (std::string& secret : secrets) {
    servers.emplace_back([this, &secret] {
      ASSERT_OK_AND_ASSIGN(const auto opened, TryOpen(folder_ / "new.db"));
      ASSERT_OK_AND_ASSIGN(secret, opened->Secret());
    });
  }
  for (std::thread& server : servers) server.join();

  EXPECT_EQ(secrets, std::vector<std::string>(kServers, secrets[0]));
}

TEST_F(SqliteSharingTest, OneWinsEachTurn) {
  constexpr uint64_t kTurns = 100;
  std::atomic<int> won = 0;
  std::atomic<int> failed = 0;
  const auto race = [&](SessionStore& racer, const char* name) {
    for (uint64_t number = 1; number <= kTurns; ++number) {
      StoredTurn turn = Turn(number);
      turn.request_id += name;
      const absl::Status appended = WaitingStore(racer).Append(desk_, turn);
      won += appended.ok() ? 1 : 0;
      failed += !appended.ok() && !absl::IsAborted(appended) ? 1 : 0;
    }
  };

  std::thread one([&] { race(store(), "one"); });
  std::thread two([&] { race(*other_, "two"); });
  one.join();
  two.join();

  EXPECT_EQ(failed, 0);
  ASSERT_OK_AND_ASSIGN(const auto turns, calls().ListTurns(desk_));
  EXPECT_EQ(turns.size(), static_cast<size_t>(won));
  EXPECT_EQ(turns.size(), kTurns);
}

}  // namespace
}  // namespace quiver
