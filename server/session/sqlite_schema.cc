#include "session/sqlite_schema.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "base/status_macros.h"

namespace quiver {
namespace {

// "Quiv": marks the file as ours (PRAGMA application_id).
constexpr int64_t kApplicationId = 0x51756976;
constexpr int64_t kSchemaVersion = 2;
constexpr size_t kSecretBytes = 32;
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

// docs/storage.md explains the tables.  Those of version 1:
constexpr char kTables[] = R"sql(
  CREATE TABLE store (
    secret BLOB NOT NULL
  ) STRICT;

  CREATE TABLE session_keys (
    slot INTEGER PRIMARY KEY,
    used INTEGER NOT NULL,
    key BLOB NOT NULL
  ) STRICT;
  CREATE INDEX session_keys_free ON session_keys (slot) WHERE used = 0;

  CREATE TABLE sessions (
    slot INTEGER PRIMARY KEY REFERENCES session_keys,
    id BLOB NOT NULL UNIQUE,
    seen INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_seen ON sessions (seen);

  CREATE TABLE turns (
    position INTEGER PRIMARY KEY,
    slot INTEGER NOT NULL REFERENCES sessions,
    number INTEGER NOT NULL,
    time INTEGER NOT NULL,
    request_mark BLOB NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX turns_by_session ON turns (slot, number, request_mark);
)sql";

// What version 2 adds.  A trigger, so that feedback also goes with its turn
// when a server of version 1 that still runs erases that.
constexpr char kFeedbackTables[] = R"sql(
  CREATE TABLE feedback (
    position INTEGER PRIMARY KEY,
    slot INTEGER NOT NULL REFERENCES sessions,
    number INTEGER NOT NULL,
    time INTEGER NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX feedback_by_turn ON feedback (slot, number);
  CREATE INDEX feedback_by_time ON feedback (time);
  CREATE TRIGGER feedback_goes_with_its_turn AFTER DELETE ON turns BEGIN
    DELETE FROM feedback WHERE slot = OLD.slot AND number = OLD.number;
  END;
)sql";

absl::Status CannotOpen(const std::string& path, const char* why) {
  return absl::UnavailableError(fmt::format("cannot open {}: {}", path, why));
}

// Names the file in an error of opening it.
absl::Status At(const std::string& path, const absl::Status& status) {
  if (status.ok()) return status;
  return absl::Status(status.code(),
                      fmt::format("{}: {}", path,
                                  std::string_view(status.message().data(),
                                                   status.message().size())));
}

// Takes the rights of everybody else away.  By path: closing a descriptor of
// the file would release the locks that SQLite holds in this process.
absl::Status MakePrivate(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) {
    return CannotOpen(path, strerror(errno));
  }
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0) return absl::OkStatus();
  if (chmod(path.c_str(), kOwnerOnly) == 0) return absl::OkStatus();
  return CannotOpen(path, strerror(errno));
}

// Makes an empty file when there is none.
absl::Status MakeFile(const std::string& path) {
  const int made =
      open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
  if (made >= 0) close(made);
  if (made >= 0 || errno == EEXIST) return absl::OkStatus();
  return CannotOpen(path, strerror(errno));
}

// SQLite gives its side files the rights of the database; those that an
// earlier run left may have others.
absl::Status MakeFilesPrivate(const std::string& path) {
  QUIVER_RETURN_IF_ERROR(MakePrivate(path));
  for (const char* suffix : {"-wal", "-shm"}) {
    const std::string side_file = path + suffix;
    if (access(side_file.c_str(), F_OK) != 0) continue;
    QUIVER_RETURN_IF_ERROR(MakePrivate(side_file));
  }
  return absl::OkStatus();
}

// The version of the tables in the database; 0 when it is still empty.  An
// error when it is not ours.
absl::StatusOr<int64_t> ReadVersion(const SqliteConnection& connection) {
  QUIVER_ASSIGN_OR_RETURN(
      const int64_t tables,
      connection.ReadInteger("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) return 0;
  QUIVER_ASSIGN_OR_RETURN(const int64_t application,
                          connection.ReadInteger("PRAGMA application_id"));
  if (application != kApplicationId) {
    return absl::FailedPreconditionError(
        "it is the database of another program");
  }
  QUIVER_ASSIGN_OR_RETURN(const int64_t version,
                          connection.ReadInteger("PRAGMA user_version"));
  if (version > kSchemaVersion) {
    return absl::FailedPreconditionError(fmt::format(
        "it has version {}, written by a newer server; this one reads {}",
        version, kSchemaVersion));
  }
  return version;
}

absl::Status CreateTables(const SqliteConnection& connection,
                          Entropy& entropy) {
  QUIVER_RETURN_IF_ERROR(connection.Execute(kTables));
  QUIVER_RETURN_IF_ERROR(connection.Execute(
      fmt::format("PRAGMA application_id = {}", kApplicationId)));
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement insert,
                          connection.Prepare("INSERT INTO store VALUES (?1)"));
  const std::string secret = entropy.Bytes(kSecretBytes);
  return insert.Execute(secret).Finish();
}

// Makes the tables that are missing, unless someone else does at the same time.
absl::Status CompleteTables(const SqliteConnection& connection,
                            Entropy& entropy) {
  QUIVER_ASSIGN_OR_RETURN(SqliteTransactions transactions,
                          SqliteTransactions::Prepare(
                              connection, SqliteTransactions::Kind::kWrite));
  return transactions.Run([&]() -> absl::Status {
    QUIVER_ASSIGN_OR_RETURN(const int64_t version, ReadVersion(connection));
    if (version == kSchemaVersion) return absl::OkStatus();
    if (version == 0) {
      QUIVER_RETURN_IF_ERROR(CreateTables(connection, entropy));
    }
    QUIVER_RETURN_IF_ERROR(connection.Execute(kFeedbackTables));
    return connection.Execute(
        fmt::format("PRAGMA user_version = {}", kSchemaVersion));
  });
}

absl::Status UseWriteAheadLog(const SqliteConnection& connection) {
  QUIVER_ASSIGN_OR_RETURN(const std::string mode,
                          connection.ReadBytes("PRAGMA journal_mode = WAL"));
  if (mode == "wal") return absl::OkStatus();
  return absl::UnavailableError(
      "the file system has no shared memory for a write-ahead log");
}

absl::Status PrepareWriter(const SqliteConnection& connection,
                           bool survive_power_loss, Entropy& entropy) {
  QUIVER_RETURN_IF_ERROR(UseWriteAheadLog(connection));
  QUIVER_RETURN_IF_ERROR(connection.Execute(
      fmt::format("PRAGMA synchronous = {};"
                  // Zeroes what is deleted where that costs no more writing.
                  "PRAGMA secure_delete = FAST;"
                  "PRAGMA cell_size_check = ON;"
                  "PRAGMA trusted_schema = OFF;"
                  "PRAGMA temp_store = MEMORY;"
                  "PRAGMA cache_size = -16384",  // 16 MiB.
                  survive_power_loss ? "FULL" : "NORMAL")));
  return CompleteTables(connection, entropy);
}

}  // namespace

absl::StatusOr<std::unique_ptr<const SqliteConnection>> OpenSessionWriter(
    const std::string& path, bool survive_power_loss, Entropy& entropy) {
  QUIVER_RETURN_IF_ERROR(MakeFile(path));
  auto connection = SqliteConnection::Open(path);
  if (!connection.ok()) return At(path, connection.status());
  // Before anything else, so that a file of others is not touched.
  QUIVER_RETURN_IF_ERROR(At(path, ReadVersion(**connection).status()));
  QUIVER_RETURN_IF_ERROR(MakeFilesPrivate(path));
  QUIVER_RETURN_IF_ERROR(
      At(path, PrepareWriter(**connection, survive_power_loss, entropy)));
  return connection;
}

absl::StatusOr<std::unique_ptr<const SqliteConnection>> OpenSessionReader(
    const std::string& path) {
  auto connection = SqliteConnection::Open(path);
  if (!connection.ok()) return At(path, connection.status());
  QUIVER_RETURN_IF_ERROR(At(path, (*connection)
                                      ->Execute("PRAGMA query_only = ON;"
                                                "PRAGMA cell_size_check = ON;"
                                                "PRAGMA trusted_schema = OFF;"
                                                "PRAGMA cache_size = -2048")));
  return connection;
}

}  // namespace quiver
