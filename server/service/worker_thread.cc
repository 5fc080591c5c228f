#include "service/worker_thread.h"

#include <utility>

namespace quiver {

WorkerThread::WorkerThread() : thread_([this] { Work(); }) {}

WorkerThread::~WorkerThread() {
  {
    absl::MutexLock lock(&mutex_);
    ending_ = true;
  }
  thread_.join();
}

void WorkerThread::Run(absl::AnyInvocable<void()> task) {
  absl::MutexLock lock(&mutex_);
  tasks_.push_back(std::move(task));
}

bool WorkerThread::HasNews() const { return ending_ || !tasks_.empty(); }

void WorkerThread::Work() {
  while (true) {
    absl::AnyInvocable<void()> task;
    {
      absl::MutexLock lock(&mutex_,
                           absl::Condition(this, &WorkerThread::HasNews));
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    task();
  }
}

}  // namespace quiver
