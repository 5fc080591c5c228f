#ifndef QUIVER_SESSION_SESSION_FINDER_H_
#define QUIVER_SESSION_SESSION_FINDER_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "session/session_id.h"
#include "session/sqlite_connection.h"
#include "session/turn_seal.h"

namespace quiver {

// What the database knows of a session, expired or not.
struct KeptSession {
  int64_t slot = 0;         // Key of its rows.
  TurnSeal seal;            // Of its turns.
  uint64_t version = 0;     // Number of its last turn.
  int64_t last_active = 0;  // When that was taken, in ms since 1970.
};

// What is older is expired: `alive_since` in ms since 1970, rounded up.
int64_t ToCutoff(absl::Time alive_since);

// Of sessions, by their last turn, and of feedback: see ToCutoff().
struct Cutoffs {
  int64_t sessions = 0;
  int64_t feedback = 0;
};

// Looks sessions up.  To be used by the thread that uses the connection, which
// must outlive it.
class SessionFinder {
 public:
  static absl::StatusOr<SessionFinder> Prepare(
      const SqliteConnection& connection);

  absl::StatusOr<std::optional<KeptSession>> Find(const SessionId& id);

 private:
  explicit SessionFinder(SqliteStatement find) : find_(std::move(find)) {}

  SqliteStatement find_;
};

}  // namespace quiver

#endif  // QUIVER_SESSION_SESSION_FINDER_H_
