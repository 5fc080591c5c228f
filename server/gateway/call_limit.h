#ifndef QUIVER_GATEWAY_CALL_LIMIT_H_
#define QUIVER_GATEWAY_CALL_LIMIT_H_

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>

#include "absl/container/flat_hash_map.h"

namespace quiver {

// Counts what is under way for each client address.  Thread safe.
class CallLimit : public std::enable_shared_from_this<CallLimit> {
 public:
  explicit CallLimit(size_t most) : most_(most) {}

  // Counts as long as it lives.
  using Ticket = std::shared_ptr<void>;

  // A ticket for one more, or null when `address` has as many as it may.
  Ticket Enter(const std::string& address) {
    const std::lock_guard lock(mutex_);
    size_t& count = counts_[address];
    if (count >= most_) return nullptr;
    ++count;
    return Ticket(this, [self = shared_from_this(), address](void*) {
      self->Leave(address);
    });
  }

 private:
  void Leave(const std::string& address) {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(address);
    if (--found->second == 0) counts_.erase(found);
  }

  const size_t most_;
  std::mutex mutex_;
  absl::flat_hash_map<std::string, size_t> counts_;  // Guarded.
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_CALL_LIMIT_H_
