#ifndef QUIVER_SESSION_FEEDBACK_STORE_H_
#define QUIVER_SESSION_FEEDBACK_STORE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "session/session_id.h"

namespace quiver {

// What a visitor said of one turn.  The store does not read the verdict.
struct StoredFeedback {
  uint64_t turn = 0;  // The one that is judged.
  absl::Time time;    // When it was given; millisecond precision.
  std::string verdict;

  friend bool operator==(const StoredFeedback&,
                         const StoredFeedback&) = default;
};

// Keeps what visitors say of turns, at most one verdict for each turn.  It is
// gone with its turn, with its session, and when it is older than
// SessionRetention::feedback_time_to_live.
//
// Concurrency, callbacks and the errors of every call: as SessionStore.
class FeedbackStore {
 public:
  virtual ~FeedbackStore() = default;

  // Keeps `feedback` in place of what was kept of the same turn, and calls
  // `done` once it is as durable as a turn.  Does not prolong the session.
  //
  // NotFound: there is no such session: see SessionStore::Load().
  // OutOfRange: the session has no such turn, or not any more.
  virtual void KeepFeedback(const SessionId& id, StoredFeedback feedback,
                            absl::AnyInvocable<void(absl::Status)> done) = 0;

  // Gives the feedback on up to `limit` turns with numbers above `after`, by
  // number of the turn; none of a session that is not there.
  virtual void ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredFeedback>>)>
          done) = 0;
};

}  // namespace quiver

#endif  // QUIVER_SESSION_FEEDBACK_STORE_H_
