#ifndef QUIVER_SESSION_TURN_WRITER_H_
#define QUIVER_SESSION_TURN_WRITER_H_

#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "base/entropy.h"
#include "session/session_finder.h"
#include "session/session_store.h"
#include "session/sqlite_connection.h"

namespace quiver {

// Changes the database of sessions, within a transaction that the caller
// opens and ends.  To be used by one thread at a time.
//
// Errors of every method, unless said: what SqliteError() makes; the
// transaction must then be undone.
class TurnWriter {
 public:
  virtual ~TurnWriter() = default;

  // As SessionStore::Append().  Aborted and AlreadyExists refuse the turn
  // before anything is changed: the transaction may go on.
  virtual absl::Status Append(const SessionId& id, const StoredTurn& turn,
                              int64_t cutoff) = 0;

  // Erases the session and destroys the key of its turns; gives their number.
  virtual absl::StatusOr<uint64_t> Erase(const SessionId& id) = 0;

  // As SessionStore::KeepFeedback().  NotFound and OutOfRange refuse it before
  // anything is changed.
  virtual absl::Status KeepFeedback(const SessionId& id,
                                    const StoredFeedback& feedback,
                                    int64_t cutoff) = 0;

  // Looks at up to `at_most` sessions that may have expired and erases those
  // that have, and up to as many verdicts.  False: there are no more.
  virtual absl::StatusOr<bool> EraseExpired(const Cutoffs& cutoffs,
                                            int64_t at_most) = 0;
};

// Whether a call refused the change, in contrast to: it failed.
bool IsRefusal(const absl::Status& status);

// `connection` and `entropy` must outlive the writer.  `max_turns`: see
// SessionRetention.
absl::StatusOr<std::unique_ptr<TurnWriter>> MakeTurnWriter(
    const SqliteConnection& connection, uint64_t max_turns, Entropy& entropy);

}  // namespace quiver

#endif  // QUIVER_SESSION_TURN_WRITER_H_
