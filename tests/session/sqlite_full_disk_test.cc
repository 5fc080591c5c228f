// A disk without space fails turns, and only these.

#include <signal.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

using ::testing::ExitedWithCode;

// Files of this process can grow to `bytes`, and writing beyond fails.
void LimitFileSize(rlim_t bytes) {
  signal(SIGXFSZ, SIG_IGN);
  rlimit limit = {};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = std::min(bytes, limit.rlim_max);
  setrlimit(RLIMIT_FSIZE, &limit);
}

void Require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

class SqliteFullDiskDeathTest : public SqliteFixture {
 protected:
  // In a process of its own, because the limit holds for all of one.
  [[noreturn]] void FillTheDisk() {
    Open();
    AppendTurns(desk_, 1, 3);
    LimitFileSize(std::filesystem::file_size(path_ + "-wal") + 50'000);
    uint64_t number = 4;
    absl::Status appended;
    while ((appended = calls().Append(desk_, Large(number))).ok()) ++number;

    Require(absl::IsUnavailable(appended), "a full disk is Unavailable");
    Require(number > 4, "turns are taken while there is space");
    Require(absl::IsUnavailable(calls().Append(desk_, Large(number))),
            "the disk is still full");
    Require(absl::IsUnavailable(calls().Erase(desk_).status()),
            "an erasure that cannot be written fails too");
    RequireVersion(number - 1);

    LimitFileSize(RLIM_INFINITY);
    Require(calls().Append(desk_, Large(number)).ok(),
            "turns are taken again once there is space");
    RequireVersion(number);
    Reopen();
    RequireVersion(number);
    std::exit(0);
  }

 private:
  StoredTurn Large(uint64_t number) {
    StoredTurn turn = Turn(number);
    turn.reply.append(3000, '.');
    return turn;
  }

  void RequireVersion(uint64_t version) {
    Require(calls().Load(desk_)->version == version,
            "the last acknowledged turn is the last");
    Require(calls().ListTurns(desk_)->size() == version,
            "every acknowledged turn is there, and no other");
  }
};

TEST_F(SqliteFullDiskDeathTest, FailsTurnsUntilThereIsSpace) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(FillTheDisk(), ExitedWithCode(0), "");
}

}  // namespace
}  // namespace quiver
