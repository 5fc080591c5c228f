#ifndef QUIVER_TESTS_SESSION_WAITING_STORE_H_
#define QUIVER_TESTS_SESSION_WAITING_STORE_H_

#include <cstdint>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "session/session_store.h"

namespace quiver {

// The calls of a store, as functions that wait for the callback.
class WaitingStore {
 public:
  explicit WaitingStore(SessionStore& store) : store_(store) {}

  absl::StatusOr<SessionSnapshot> Load(const SessionId& id,
                                       const std::string& request_id = "") {
    return Wait<absl::StatusOr<SessionSnapshot>>(
        [&](auto done) { store_.Load(id, request_id, std::move(done)); });
  }

  absl::Status Append(const SessionId& id, const StoredTurn& turn) {
    return Wait<absl::Status>(
        [&](auto done) { store_.Append(id, turn, std::move(done)); });
  }

  absl::StatusOr<uint64_t> Erase(const SessionId& id) {
    return Wait<absl::StatusOr<uint64_t>>(
        [&](auto done) { store_.Erase(id, std::move(done)); });
  }

  absl::StatusOr<std::vector<StoredTurn>> ListTurns(const SessionId& id,
                                                    uint64_t after = 0,
                                                    uint64_t limit = 1000) {
    return Wait<absl::StatusOr<std::vector<StoredTurn>>>([&](auto done) {
      store_.ListTurns(id, after, limit, std::move(done));
    });
  }

  absl::Status KeepFeedback(const SessionId& id,
                            const StoredFeedback& feedback) {
    return Wait<absl::Status>(
        [&](auto done) { store_.KeepFeedback(id, feedback, std::move(done)); });
  }

  absl::StatusOr<std::vector<StoredFeedback>> ListFeedback(
      const SessionId& id, uint64_t after = 0, uint64_t limit = 1000) {
    return Wait<absl::StatusOr<std::vector<StoredFeedback>>>([&](auto done) {
      store_.ListFeedback(id, after, limit, std::move(done));
    });
  }

  absl::Status EraseExpired() {
    return Wait<absl::Status>(
        [&](auto done) { store_.EraseExpired(std::move(done)); });
  }

 private:
  template <typename Result, typename Call>
  static Result Wait(const Call& call) {
    std::promise<Result> promise;
    std::future<Result> result = promise.get_future();
    call([&promise](Result given) { promise.set_value(std::move(given)); });
    return result.get();
  }

  SessionStore& store_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_WAITING_STORE_H_
