#ifndef QUIVER_SERVICE_WORKER_THREAD_H_
#define QUIVER_SERVICE_WORKER_THREAD_H_

#include <deque>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/functional/any_invocable.h"
#include "absl/synchronization/mutex.h"

namespace quiver {

// Runs tasks one after the other on a thread of its own, so that long work
// does not hold up the few threads that serve calls.
//
// Thread-safe.  The destructor waits until everything queued has run.
class WorkerThread {
 public:
  WorkerThread();
  ~WorkerThread();
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  void Run(absl::AnyInvocable<void()> task);

 private:
  void Work();
  bool HasNews() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  absl::Mutex mutex_;
  std::deque<absl::AnyInvocable<void()>> tasks_ ABSL_GUARDED_BY(mutex_);
  bool ending_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace quiver

#endif  // QUIVER_SERVICE_WORKER_THREAD_H_
