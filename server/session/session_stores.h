#ifndef QUIVER_SESSION_SESSION_STORES_H_
#define QUIVER_SESSION_SESSION_STORES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "base/clock.h"
#include "base/entropy.h"
#include "session/session_store.h"

namespace quiver {

// Sessions in the memory of this process, gone when it ends.  For tests and
// trials.  `clock` and `entropy` must outlive the store.
std::unique_ptr<SessionStore> MakeMemorySessionStore(
    const SessionRetention& retention, const Clock& clock, Entropy& entropy);

// What the SQLite store may trade.
struct SqliteOptions {
  // File of the database; its folder must exist.  ":memory:" is not allowed:
  // use the memory store.
  std::string path;
  // true: every acknowledged turn survives power loss (synchronous=FULL, one
  // fsync for each group of turns).  false: it survives kill -9, but the last
  // turns may be lost with the machine; about 1.4 times the rate.
  bool survive_power_loss = true;
  // Turns committed together at most.  Larger groups share one fsync; the
  // last turn of a group waits for all of it.
  int max_group = 256;
};

// Sessions in an SQLite database (WAL): an append-only log of turns, written
// by one thread that commits whatever is queued as one transaction and then
// calls the waiting callbacks.  Turns are encrypted under a key of their
// session; erasing a session destroys the key.  docs/storage.md has the design.
//
// Unavailable: the database cannot be opened; the message says why.
// DataLoss: it is damaged, or is no database.
// FailedPrecondition: it was written by a newer version of this program, or by
//   another program; it was not touched.
// InvalidArgument: `options.path` names no file.
absl::StatusOr<std::unique_ptr<SessionStore>> OpenSqliteSessionStore(
    const SqliteOptions& options, const SessionRetention& retention,
    const Clock& clock, Entropy& entropy);

}  // namespace quiver

#endif  // QUIVER_SESSION_SESSION_STORES_H_
