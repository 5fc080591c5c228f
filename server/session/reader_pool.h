#ifndef QUIVER_SESSION_READER_POOL_H_
#define QUIVER_SESSION_READER_POOL_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "session/turn_reader.h"

namespace quiver {

// Readers that threads share, each used by one thread at a time.  Safe for
// concurrent use.
class ReaderPool {
 public:
  // `readers`: at least one.
  explicit ReaderPool(std::vector<std::unique_ptr<TurnReader>> readers)
      : idle_(std::move(readers)) {}

  // Calls `read` with a reader, as soon as one is free, and gives its result.
  template <typename Read>
  auto With(const Read& read) {
    const Borrowed reader(*this);
    return read(*reader.reader);
  }

 private:
  struct Borrowed {
    explicit Borrowed(ReaderPool& from) : pool(from), reader(from.Take()) {}
    ~Borrowed() { pool.GiveBack(std::move(reader)); }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

    ReaderPool& pool;
    std::unique_ptr<TurnReader> reader;
  };

  std::unique_ptr<TurnReader> Take() {
    std::unique_lock lock(mutex_);
    given_back_.wait(lock, [this] { return !idle_.empty(); });
    std::unique_ptr<TurnReader> reader = std::move(idle_.back());
    idle_.pop_back();
    return reader;
  }

  void GiveBack(std::unique_ptr<TurnReader> reader) {
    {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(reader));
    }
    given_back_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable given_back_;
  std::vector<std::unique_ptr<TurnReader>> idle_;  // Under mutex_.
};

}  // namespace quiver

#endif  // QUIVER_SESSION_READER_POOL_H_
