#ifndef QUIVER_SESSION_TURN_READER_H_
#define QUIVER_SESSION_TURN_READER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "session/session_finder.h"
#include "session/session_store.h"
#include "session/sqlite_connection.h"

namespace quiver {

// Reads sessions from their database, each call from one snapshot of it.  To
// be used by one thread at a time.
class TurnReader {
 public:
  virtual ~TurnReader() = default;

  // As SessionStore::Load() and ListTurns().  `cutoff`: see ToCutoff().
  virtual absl::StatusOr<SessionSnapshot> Load(const SessionId& id,
                                               const std::string& request_id,
                                               int64_t cutoff) = 0;
  virtual absl::StatusOr<std::vector<StoredTurn>> List(const SessionId& id,
                                                       uint64_t after,
                                                       uint64_t limit,
                                                       int64_t cutoff) = 0;

  // As SessionStore::ListFeedback().
  virtual absl::StatusOr<std::vector<StoredFeedback>> ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      const Cutoffs& cutoffs) = 0;
};

absl::StatusOr<std::unique_ptr<TurnReader>> MakeTurnReader(
    std::unique_ptr<const SqliteConnection> connection);

}  // namespace quiver

#endif  // QUIVER_SESSION_TURN_READER_H_
