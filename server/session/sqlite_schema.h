#ifndef QUIVER_SESSION_SQLITE_SCHEMA_H_
#define QUIVER_SESSION_SQLITE_SCHEMA_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "base/entropy.h"
#include "session/sqlite_connection.h"

namespace quiver {

// Opens the database of sessions at `path` for writing.  Makes it when there is
// none, and adds what is missing when an older version wrote it.  Its files are
// then readable and writable by their owner only, whatever they were before.
// `survive_power_loss`: as in SqliteOptions.
//
// Unavailable: it cannot be opened.
// DataLoss: it is damaged, or is no database.
// FailedPrecondition: a newer version of this program, or another program,
//   wrote it.  It was not touched.
absl::StatusOr<std::unique_ptr<const SqliteConnection>> OpenSessionWriter(
    const std::string& path, bool survive_power_loss, Entropy& entropy);

// Opens the same database again, for reading.
absl::StatusOr<std::unique_ptr<const SqliteConnection>> OpenSessionReader(
    const std::string& path);

}  // namespace quiver

#endif  // QUIVER_SESSION_SQLITE_SCHEMA_H_
