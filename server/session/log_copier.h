#ifndef QUIVER_SESSION_LOG_COPIER_H_
#define QUIVER_SESSION_LOG_COPIER_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "session/sqlite_connection.h"

namespace quiver {

// Keeps the write-ahead log short.  Pages are copied into the database on a
// thread of its own while commits go on.  The log can only start anew when all
// of it is copied and nobody commits; so the last few pages, and those that
// must not stay in it, are copied by the thread that commits.
class LogCopier {
 public:
  // `connection`: one of its own, to the database of the thread that commits.
  explicit LogCopier(std::unique_ptr<const SqliteConnection> connection);
  ~LogCopier();
  LogCopier(const LogCopier&) = delete;
  LogCopier& operator=(const LogCopier&) = delete;

  // Called after each commit of `committing`, by its thread.  `must_empty`:
  // the log holds what must not be found any more.  Gives whether it still
  // does: another program may be reading it.
  bool TidyAfterCommit(const SqliteConnection& committing, bool must_empty);

 private:
  enum class State { kIdle, kWanted, kDone };

  void Run();
  void CopyMost();
  State state();
  void SetState(State state);

  const std::unique_ptr<const SqliteConnection> connection_;
  int copied_pages_ = 0;  // Of the log; of the thread that commits.
  std::mutex copying_;    // Held while pages are copied.

  std::mutex mutex_;
  std::condition_variable changed_;
  State state_ = State::kIdle;  // Under mutex_.
  bool closing_ = false;        // Under mutex_.

  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace quiver

#endif  // QUIVER_SESSION_LOG_COPIER_H_
