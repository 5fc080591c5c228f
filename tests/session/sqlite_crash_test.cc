// A writer that is killed loses no turn that it acknowledged.

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <map>
#include <string>

#include "session/endless_sessions.h"
#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

// Highest acknowledged turn, by session.
using Acknowledged = std::map<std::string, uint64_t>;

// An endless writer, with what it prints.
class Writer {
 public:
  explicit Writer(const std::string& database) {
    int ends[2];
    if (pipe(ends) != 0) abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program = QUIVER_ENDLESS_WRITER;
    std::string argument = database;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    if (posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments,
                    environ) != 0) {
      abort();
    }
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = fdopen(ends[0], "r");
  }
  ~Writer() { fclose(output_); }

  // Reads one acknowledgement; false when there are no more.
  bool Read(Acknowledged& acknowledged) {
    char name[64];
    unsigned long long number = 0;
    if (fscanf(output_, "%63s %llu\n", name, &number) != 2) return false;
    acknowledged[name] = number;
    return true;
  }

  // Ends it, as kill -9 does.  What it printed before can still be read.
  void Kill() {
    kill(process_, SIGKILL);
    int status = 0;
    waitpid(process_, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
  }

 private:
  pid_t process_ = 0;
  FILE* output_ = nullptr;
};

class SqliteCrashTest : public SqliteFixture {
 protected:
  void SetUp() override { retention_ = EndlessRetention(); }

  // All turns of `name` are as they were written, and `last` is among them.
  void ExpectTurnsUpTo(const std::string& name, uint64_t last) {
    ASSERT_OK_AND_ASSIGN(const auto turns,
                         calls().ListTurns(SessionNamed(name), 0, UINT64_MAX));
    EXPECT_GE(turns.size(), last) << name;
    uint64_t number = 0;
    for (const StoredTurn& turn : turns) {
      const StoredTurn written = EndlessTurn(name, ++number);
      ASSERT_EQ(turn.number, number) << name;
      ASSERT_EQ(turn.request_id, written.request_id);
      ASSERT_EQ(turn.reply, written.reply);
    }
  }
};

TEST_F(SqliteCrashTest, KeepsEveryAcknowledgedTurn) {
  Acknowledged acknowledged;
  // Enough in all for the write-ahead log to be copied back now and then.
  for (const int turns : {1, 10, 100, 3000, 17, 5000, 800}) {
    Writer writer(path_);
    for (int i = 0; i < turns; ++i) ASSERT_TRUE(writer.Read(acknowledged));
    writer.Kill();
    while (writer.Read(acknowledged)) continue;

    Open();
    for (const auto& [name, last] : acknowledged) ExpectTurnsUpTo(name, last);
    Close();
  }
  EXPECT_EQ(acknowledged.size(), static_cast<size_t>(kEndlessSessions));
}

}  // namespace
}  // namespace quiver
