#ifndef QUIVER_TESTS_SESSION_SQLITE_FIXTURE_H_
#define QUIVER_TESTS_SESSION_SQLITE_FIXTURE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "session/example_turns.h"
#include "session/seeded_entropy.h"
#include "session/session_stores.h"
#include "session/sqlite_connection.h"
#include "session/temporary_folder.h"
#include "session/waiting_store.h"
#include "support/simulated_clock.h"
#include "support/status_matchers.h"

namespace quiver {

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// For what only the SQLite store does: tests see its file.
class SqliteFixture : public ::testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<SessionStore>> TryOpen(
      const std::string& path) {
    return OpenSqliteSessionStore({.path = path}, retention_, clock_, entropy_);
  }

  void Open() { ASSERT_OK_AND_ASSIGN(store_, TryOpen(path_)); }
  void Close() { store_.reset(); }
  void Reopen() {
    Close();
    Open();
  }

  SessionStore& store() { return *store_; }
  WaitingStore calls() { return WaitingStore(*store_); }

  StoredTurn Turn(uint64_t number) {
    return TurnOf(number, clock_.Now(), Numbered("r", number));
  }

  void AppendTurns(const SessionId& id, uint64_t first, uint64_t last) {
    for (uint64_t number = first; number <= last; ++number) {
      ASSERT_THAT(calls().Append(id, Turn(number)), IsOk());
    }
  }

  // Another connection to the database.
  std::unique_ptr<const SqliteConnection> Connect() {
    return *SqliteConnection::Open(path_);
  }

  // What `sql` says of the database when no store is open.
  void Execute(const std::string& sql) {
    ASSERT_THAT(Connect()->Execute(sql), IsOk());
  }

  // All that is in the files of the store.
  std::string ReadFiles() {
    std::string bytes;
    for (const auto& file :
         std::filesystem::directory_iterator(folder_.path())) {
      bytes += ReadFile(file.path().string());
    }
    return bytes;
  }

  const SessionId desk_ = SessionNamed("desk");
  const SessionId shelf_ = SessionNamed("shelf");
  TemporaryFolder folder_;
  const std::string path_ = folder_ / "sessions.db";
  SessionRetention retention_;
  SimulatedClock clock_;
  SeededEntropy entropy_;

 private:
  std::unique_ptr<SessionStore> store_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_SQLITE_FIXTURE_H_
