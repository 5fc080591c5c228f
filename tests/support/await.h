#ifndef QUIVER_TESTS_SUPPORT_AWAIT_H_
#define QUIVER_TESTS_SUPPORT_AWAIT_H_

#include <utility>

#include "absl/status/statusor.h"
#include "absl/synchronization/notification.h"

namespace quiver {

// Calls `start` with a callback for an absl::StatusOr<Result>, and waits for
// what it is called with.
//
//   Await<TurnResult>([&](auto done) { talk.TakeTurn(request, done); })
template <typename Result, typename Start>
absl::StatusOr<Result> Await(Start&& start) {
  absl::Notification finished;
  absl::StatusOr<Result> result;
  start([&](absl::StatusOr<Result> given) {
    result = std::move(given);
    finished.Notify();
  });
  finished.WaitForNotification();
  return result;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_AWAIT_H_
