#include "session/log_copier.h"

#include <utility>

namespace quiver {
namespace {

// Pages of 4 KiB that are written between two copies.
constexpr int kPagesBetweenCopies = 1000;
// When this many wait, copying has not kept up and commits wait for it.
constexpr int kMostPages = 16 * kPagesBetweenCopies;
// Few enough for the thread that commits to copy.
constexpr int kFewPages = 100;
constexpr int kMostPasses = 4;

}  // namespace

LogCopier::LogCopier(std::unique_ptr<const SqliteConnection> connection)
    : connection_(std::move(connection)), thread_([this] { Run(); }) {}

LogCopier::~LogCopier() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

bool LogCopier::TidyAfterCommit(const SqliteConnection& committing,
                                bool must_empty) {
  if (must_empty) {
    const std::lock_guard lock(copying_);
    return !committing.EmptyWriteAheadLog().ok();
  }
  const int pages = committing.LogPages();
  if (pages < copied_pages_) copied_pages_ = 0;  // It was started anew.
  const int waiting = pages - copied_pages_;
  if (waiting < kPagesBetweenCopies) return false;
  if (state() == State::kDone || waiting >= kMostPages) {
    const std::lock_guard lock(copying_);
    // Tried again later if it fails: a full disk will have space again.
    committing.CopyWriteAheadLog().status().IgnoreError();
    copied_pages_ = pages;
    SetState(State::kIdle);
  } else {
    SetState(State::kWanted);
  }
  return false;
}

void LogCopier::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock,
                  [this] { return closing_ || state_ == State::kWanted; });
    if (closing_) return;
    lock.unlock();
    CopyMost();
    lock.lock();
    state_ = State::kDone;
  }
}

// Copies what there is, then what came meanwhile, and so on.
void LogCopier::CopyMost() {
  const std::lock_guard lock(copying_);
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const absl::StatusOr<int> left = connection_->CopyWriteAheadLog();
    if (!left.ok() || *left <= kFewPages) return;
  }
}

LogCopier::State LogCopier::state() {
  const std::lock_guard lock(mutex_);
  return state_;
}

void LogCopier::SetState(State state) {
  {
    const std::lock_guard lock(mutex_);
    state_ = state;
  }
  changed_.notify_one();
}

}  // namespace quiver
