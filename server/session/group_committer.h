#ifndef QUIVER_SESSION_GROUP_COMMITTER_H_
#define QUIVER_SESSION_GROUP_COMMITTER_H_

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "session/log_copier.h"
#include "session/sqlite_connection.h"
#include "session/turn_writer.h"

namespace quiver {

// A change of the database that waits for its commit.
class QueuedWrite {
 public:
  virtual ~QueuedWrite() = default;

  // Makes the change.  An error undoes the whole group that it is part of;
  // this may then be called again, with the change in a group of its own.
  virtual absl::Status Apply(TurnWriter& writer) = 0;

  // Called once, in the end: `committed` is OK when the change is durable, else
  // nothing of it was kept.  Must not block.
  virtual void Finish(const absl::Status& committed) = 0;

  // Whether Apply() erased what nobody must find in the files when Finish()
  // is called.
  virtual bool Erased() const { return false; }
};

// Commits changes in groups, on one thread: whatever is queued when the
// thread is free becomes one transaction, and one wait for the disk.  Under
// load groups grow by themselves; an idle store commits a change at once.
class GroupCommitter {
 public:
  // `transactions` and `writer` are of `connection`, `log_copier` of its
  // database.  `max_group`: changes in a transaction at most.
  GroupCommitter(std::unique_ptr<const SqliteConnection> connection,
                 SqliteTransactions transactions,
                 std::unique_ptr<TurnWriter> writer,
                 std::unique_ptr<LogCopier> log_copier, int max_group);

  // Commits what is queued, and what that queues.
  ~GroupCommitter();

  GroupCommitter(const GroupCommitter&) = delete;
  GroupCommitter& operator=(const GroupCommitter&) = delete;

  // Never blocks.  Safe for concurrent use, by Finish() as well.
  void Enqueue(std::unique_ptr<QueuedWrite> write);

  // Whether the destructor was called: long work should stop.
  bool closing() const;

 private:
  using Group = std::vector<std::unique_ptr<QueuedWrite>>;

  void Run();
  Group TakeGroup();
  absl::Status Commit(const Group& group);
  void CommitOneByOne(Group group);
  void FinishGroup(const Group& group, const absl::Status& committed);

  const std::unique_ptr<const SqliteConnection> connection_;
  SqliteTransactions transactions_;
  const std::unique_ptr<TurnWriter> writer_;
  const std::unique_ptr<LogCopier> log_copier_;
  const size_t max_group_;
  bool log_holds_erased_ = false;  // Of the thread.

  mutable std::mutex mutex_;
  std::condition_variable queued_;
  std::deque<std::unique_ptr<QueuedWrite>> queue_;  // Under mutex_.
  bool closing_ = false;                            // Under mutex_.

  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace quiver

#endif  // QUIVER_SESSION_GROUP_COMMITTER_H_
