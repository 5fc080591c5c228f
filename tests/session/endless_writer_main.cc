// Takes turns in the sessions of the database that is its argument, and gives
// feedback on them, until it is killed.  Prints what is acknowledged, one a
// line: "turn" or "feedback", the name and the number of the turn.
// A program of sqlite_crash_test.cc.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>

#include "base/clock.h"
#include "base/entropy.h"
#include "session/endless_sessions.h"
#include "session/session_stores.h"
#include "session/waiting_store.h"

namespace quiver {
namespace {

// One write each, so that a line is printed whole or not at all.
void Print(const std::string& line) {
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) abort();
}

// A session that takes a turn when the one before was acknowledged, and then
// gives feedback on that.
class EndlessSession {
 public:
  EndlessSession(SessionStore& store, std::string name)
      : store_(store), name_(std::move(name)), id_(SessionNamed(name_)) {}

  void Start() { TakeTurn(WaitingStore(store_).Load(id_).value().version + 1); }

 private:
  void TakeTurn(uint64_t number) {
    store_.Append(id_, EndlessTurn(name_, number),
                  [this, number](const absl::Status& status) {
                    if (!status.ok()) abort();
                    Print(Numbered("turn " + name_ + " ", number) + "\n");
                    GiveFeedback(number);
                    TakeTurn(number + 1);
                  });
  }

  void GiveFeedback(uint64_t number) {
    store_.KeepFeedback(
        id_, EndlessFeedback(name_, number),
        [this, number](const absl::Status& status) {
          if (!status.ok()) abort();
          Print(Numbered("feedback " + name_ + " ", number) + "\n");
        });
  }

  SessionStore& store_;
  const std::string name_;
  const SessionId id_;
};

int Run(const char* path) {
  SystemClock clock;
  SystemEntropy entropy;
  auto store = OpenSqliteSessionStore({.path = path}, EndlessRetention(), clock,
                                      entropy);
  if (!store.ok()) {
    std::fprintf(stderr, "%s\n", store.status().ToString().c_str());
    return 1;
  }
  std::deque<EndlessSession> sessions;
  for (int i = 0; i < kEndlessSessions; ++i) {
    sessions.emplace_back(**store, EndlessName(i)).Start();
  }
  for (;;) pause();
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) { return argc == 2 ? quiver::Run(argv[1]) : 2; }
