#include "session/sqlite_connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "base/status_macros.h"

namespace quiver {
namespace {

// How long to wait for a writer of another process.
constexpr int kBusyMilliseconds = 5000;
// How long to wait for readers when the log is emptied.  Those of this program
// take microseconds.
constexpr int kBusyReadersMilliseconds = 50;

absl::Status ErrorOf(sqlite3* connection, int code) {
  return SqliteError(code, sqlite3_errmsg(connection));
}

// Called by SQLite after each commit; `kept` is an int.
int KeepLogPages(void* kept, sqlite3*, const char*, int pages) {
  *static_cast<int*>(kept) = pages;
  return SQLITE_OK;
}

}  // namespace

absl::Status SqliteError(int code, std::string_view message) {
  const std::string text = fmt::format("session database: {}", message);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_PERM:
    case SQLITE_PROTOCOL:
    case SQLITE_READONLY:
      return absl::UnavailableError(text);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return absl::DataLossError(text);
    default:
      return absl::InternalError(text);
  }
}

SqliteRows::SqliteRows(sqlite3_stmt* statement, int bind_code)
    : statement_(statement), bind_code_(bind_code) {}

SqliteRows::~SqliteRows() { sqlite3_reset(statement_); }

absl::StatusOr<bool> SqliteRows::Next() {
  const int code =
      bind_code_ == SQLITE_OK ? sqlite3_step(statement_) : bind_code_;
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return ErrorOf(sqlite3_db_handle(statement_), code);
}

absl::Status SqliteRows::Finish() {
  for (;;) {
    QUIVER_ASSIGN_OR_RETURN(const bool more, Next());
    if (!more) return absl::OkStatus();
  }
}

int64_t SqliteRows::Integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string SqliteRows::Bytes(int column) const {
  const auto* bytes =
      static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size =
      static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

int SqliteStatement::Bind(int index, int64_t value) {
  return sqlite3_bind_int64(statement_.get(), index, value);
}

int SqliteStatement::Bind(int index, std::string_view bytes) {
  // A null pointer would be bound as NULL.
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  return sqlite3_bind_blob64(statement_.get(), index, data, bytes.size(),
                             SQLITE_STATIC);
}

void SqliteConnection::Close::operator()(sqlite3* connection) const {
  sqlite3_close(connection);
}

absl::StatusOr<std::unique_ptr<const SqliteConnection>> SqliteConnection::Open(
    const std::string& path) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(
      path.c_str(), &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  // To be closed even after an error.
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(opened));
  if (code != SQLITE_OK) return SqliteError(code, sqlite3_errstr(code));
  sqlite3_busy_timeout(opened, kBusyMilliseconds);
  sqlite3_wal_hook(opened, &KeepLogPages, &connection->log_pages_);
  return connection;
}

absl::StatusOr<SqliteStatement> SqliteConnection::Prepare(
    const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(get(), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return ErrorOf(get(), code);
  return SqliteStatement(statement);
}

absl::Status SqliteConnection::Execute(const std::string& sql) const {
  const int code = sqlite3_exec(get(), sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : ErrorOf(get(), code);
}

absl::StatusOr<int64_t> SqliteConnection::ReadInteger(const char* sql) const {
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement statement, Prepare(sql));
  SqliteRows rows = statement.Execute();
  QUIVER_ASSIGN_OR_RETURN(const bool found, rows.Next());
  if (!found) return absl::DataLossError("session database: a row is missing");
  return rows.Integer(0);
}

absl::StatusOr<std::string> SqliteConnection::ReadBytes(const char* sql) const {
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement statement, Prepare(sql));
  SqliteRows rows = statement.Execute();
  QUIVER_ASSIGN_OR_RETURN(const bool found, rows.Next());
  if (!found) return absl::DataLossError("session database: a row is missing");
  return rows.Bytes(0);
}

absl::StatusOr<int> SqliteConnection::Checkpoint(int mode) const {
  int pages = 0;
  int copied = 0;
  const int code =
      sqlite3_wal_checkpoint_v2(get(), nullptr, mode, &pages, &copied);
  if (code != SQLITE_OK) return ErrorOf(get(), code);
  return pages - copied;
}

absl::StatusOr<int> SqliteConnection::CopyWriteAheadLog() const {
  return Checkpoint(SQLITE_CHECKPOINT_PASSIVE);
}

absl::Status SqliteConnection::EmptyWriteAheadLog() const {
  sqlite3_busy_timeout(get(), kBusyReadersMilliseconds);
  absl::Status emptied = Checkpoint(SQLITE_CHECKPOINT_TRUNCATE).status();
  sqlite3_busy_timeout(get(), kBusyMilliseconds);
  return emptied;
}

bool SqliteConnection::InTransaction() const {
  return sqlite3_get_autocommit(get()) == 0;
}

int64_t SqliteConnection::LastInserted() const {
  return sqlite3_last_insert_rowid(get());
}

uint64_t SqliteConnection::Changed() const {
  return static_cast<uint64_t>(sqlite3_changes64(get()));
}

absl::StatusOr<SqliteTransactions> SqliteTransactions::Prepare(
    const SqliteConnection& connection, Kind kind) {
  QUIVER_ASSIGN_OR_RETURN(
      SqliteStatement begin,
      connection.Prepare(kind == Kind::kRead ? "BEGIN" : "BEGIN IMMEDIATE"));
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement commit, connection.Prepare("COMMIT"));
  return SqliteTransactions(connection, std::move(begin), std::move(commit));
}

absl::Status SqliteTransactions::Begin() { return begin_.Execute().Finish(); }

absl::Status SqliteTransactions::Commit() {
  absl::Status committed = commit_.Execute().Finish();
  if (!committed.ok()) RollBack();
  return committed;
}

void SqliteTransactions::RollBack() {
  // SQLite has undone it by itself after some errors.
  if (!connection_->InTransaction()) return;
  connection_->Execute("ROLLBACK").IgnoreError();
}

}  // namespace quiver
