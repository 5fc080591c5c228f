#include "session/group_committer.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"

namespace quiver {
GroupCommitter::GroupCommitter(
    std::unique_ptr<const SqliteConnection> connection,
    SqliteTransactions transactions, std::unique_ptr<TurnWriter> writer,
    std::unique_ptr<LogCopier> log_copier, int max_group)
    : connection_(std::move(connection)),
      transactions_(std::move(transactions)),
      writer_(std::move(writer)),
      log_copier_(std::move(log_copier)),
      max_group_(static_cast<size_t>(std::max(max_group, 1))),
      thread_([this] { Run(); }) {}

GroupCommitter::~GroupCommitter() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  queued_.notify_one();
  thread_.join();
}

void GroupCommitter::Enqueue(std::unique_ptr<QueuedWrite> write) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(write));
    if (queue_.size() > 1) return;  // The thread was told already.
  }
  queued_.notify_one();
}

bool GroupCommitter::closing() const {
  const std::lock_guard lock(mutex_);
  return closing_;
}

void GroupCommitter::Run() {
  for (;;) {
    Group group = TakeGroup();
    if (group.empty()) return;
    const absl::Status committed = Commit(group);
    if (committed.ok() || absl::IsUnavailable(committed)) {
      FinishGroup(group, committed);
    } else {
      CommitOneByOne(std::move(group));
    }
  }
}

// Waits for changes.  Gives none when there will be no more.
GroupCommitter::Group GroupCommitter::TakeGroup() {
  std::unique_lock lock(mutex_);
  queued_.wait(lock, [this] { return closing_ || !queue_.empty(); });
  Group group;
  while (!queue_.empty() && group.size() < max_group_) {
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return group;
}

absl::Status GroupCommitter::Commit(const Group& group) {
  return transactions_.Run([&]() -> absl::Status {
    for (const auto& write : group) {
      QUIVER_RETURN_IF_ERROR(write->Apply(*writer_));
    }
    return absl::OkStatus();
  });
}

// After damage that one of a group met: it must not fail the others.
void GroupCommitter::CommitOneByOne(Group group) {
  for (auto& write : group) {
    Group alone;
    alone.push_back(std::move(write));
    FinishGroup(alone, Commit(alone));
  }
}

void GroupCommitter::FinishGroup(const Group& group,
                                 const absl::Status& committed) {
  std::vector<QueuedWrite*> erasures;
  for (const auto& write : group) {
    if (write->Erased()) {
      erasures.push_back(write.get());
    } else {
      write->Finish(committed);
    }
  }
  const bool erased = committed.ok() && !erasures.empty();
  log_holds_erased_ =
      log_copier_->TidyAfterCommit(*connection_, log_holds_erased_ || erased);
  for (QueuedWrite* erasure : erasures) erasure->Finish(committed);
}

}  // namespace quiver
