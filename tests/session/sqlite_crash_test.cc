// A writer that is killed loses no turn and no feedback that it acknowledged.

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "session/endless_sessions.h"
#include "session/sqlite_fixture.h"

namespace quiver {
namespace {

// What was acknowledged, by session.
struct Acknowledged {
  std::map<std::string, uint64_t> turns;               // The highest.
  std::map<std::string, std::set<uint64_t>> feedback;  // Turns that it is on.
};

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
    char kind[16];
    char name[64];
    unsigned long long number = 0;
    if (fscanf(output_, "%15s %63s %llu\n", kind, name, &number) != 3) {
      return false;
    }
    if (std::string(kind) == "turn") {
      acknowledged.turns[name] = number;
    } else {
      acknowledged.feedback[name].insert(number);
    }
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

  // The feedback on each of `turns` is as it was given.
  void ExpectFeedbackOn(const std::string& name,
                        const std::set<uint64_t>& turns) {
    ASSERT_OK_AND_ASSIGN(
        const auto kept,
        calls().ListFeedback(SessionNamed(name), 0, UINT64_MAX));
    std::map<uint64_t, StoredFeedback> by_turn;
    for (const StoredFeedback& one : kept) by_turn[one.turn] = one;
    for (const uint64_t number : turns) {
      ASSERT_EQ(by_turn[number], EndlessFeedback(name, number)) << number;
    }
  }
};

TEST_F(SqliteCrashTest, KeepsWhatItAcknowledged) {
  Acknowledged acknowledged;
  // Enough in all for the write-ahead log to be copied back now and then.
  for (const int lines : {1, 10, 100, 3000, 17, 5000, 800}) {
    Writer writer(path_);
    for (int i = 0; i < lines; ++i) ASSERT_TRUE(writer.Read(acknowledged));
    writer.Kill();
    while (writer.Read(acknowledged)) continue;

    Open();
    for (const auto& [name, last] : acknowledged.turns) {
      ExpectTurnsUpTo(name, last);
    }
    for (const auto& [name, turns] : acknowledged.feedback) {
      ExpectFeedbackOn(name, turns);
    }
    Close();
  }
  EXPECT_EQ(acknowledged.turns.size(), static_cast<size_t>(kEndlessSessions));
  EXPECT_EQ(acknowledged.feedback.size(), acknowledged.turns.size());
}

}  // namespace
}  // namespace quiver
