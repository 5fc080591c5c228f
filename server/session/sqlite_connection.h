#ifndef QUIVER_SESSION_SQLITE_CONNECTION_H_
#define QUIVER_SESSION_SQLITE_CONNECTION_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct sqlite3;
struct sqlite3_stmt;

namespace quiver {

// What SQLite's result `code` means: Unavailable for what may pass (a full
// disk, an I/O error, a lock), DataLoss for a damaged file, Internal for a
// mistake of this program.  `code` is not SQLITE_OK.
absl::Status SqliteError(int code, std::string_view message);

// The rows of one execution of a statement, from before the first on.  The
// statement is free again when this is destroyed, which must be before it is
// executed the next time.
class SqliteRows {
 public:
  SqliteRows(sqlite3_stmt* statement, int bind_code);
  ~SqliteRows();
  SqliteRows(const SqliteRows&) = delete;
  SqliteRows& operator=(const SqliteRows&) = delete;

  // Goes to the next row; false when there is none.
  absl::StatusOr<bool> Next();

  // Goes to the end.
  absl::Status Finish();

  // A value of the row, by column from 0.
  int64_t Integer(int column) const;
  std::string Bytes(int column) const;

 private:
  sqlite3_stmt* statement_;
  int bind_code_;
};

// A prepared statement.  Must be destroyed before its connection.
class SqliteStatement {
 public:
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

  // Executes it with `values` for ?1, ?2, ...: integers, or bytes (stored as
  // BLOB), which must outlive the rows.
  template <typename... Values>
  SqliteRows Execute(const Values&... values) {
    int index = 0;
    int code = 0;
    ((code = code == 0 ? Bind(++index, values) : code), ...);
    return SqliteRows(statement_.get(), code);
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  int Bind(int index, int64_t value);
  int Bind(int index, std::string_view bytes);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A connection to an SQLite database.  To be used by one thread at a time.
class SqliteConnection {
 public:
  // Opens the file at `path`, which must exist; one that is empty is an empty
  // database.
  static absl::StatusOr<std::unique_ptr<const SqliteConnection>> Open(
      const std::string& path);

  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  // Prepares one statement.
  absl::StatusOr<SqliteStatement> Prepare(const char* sql) const;

  // Executes statements without values; rows are passed over.
  absl::Status Execute(const std::string& sql) const;

  // The first value that `sql` gives.
  absl::StatusOr<int64_t> ReadInteger(const char* sql) const;
  absl::StatusOr<std::string> ReadBytes(const char* sql) const;

  // Pages in the write-ahead log after the last commit of this connection,
  // which leaves it to its caller to copy them into the database.
  int LogPages() const { return log_pages_; }

  // Copies what can be copied of the log into the database without waiting for
  // anybody; gives the number of pages that were committed meanwhile.  When it
  // is 0, the next transaction starts the log anew.
  absl::StatusOr<int> CopyWriteAheadLog() const;

  // Copies the whole write-ahead log into the database and cuts it to length
  // zero.  Unavailable: somebody reads from it and does not stop soon.
  absl::Status EmptyWriteAheadLog() const;

  // Whether a transaction is open.
  bool InTransaction() const;

  // Key of the row that was inserted last.
  int64_t LastInserted() const;

  // Rows that the last DELETE, INSERT or UPDATE touched.
  uint64_t Changed() const;

  sqlite3* get() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  explicit SqliteConnection(sqlite3* connection) : connection_(connection) {}

  absl::StatusOr<int> Checkpoint(int mode) const;

  int log_pages_ = 0;
  std::unique_ptr<sqlite3, Close> connection_;
};

// Begins and ends the transactions of a connection, which must outlive it, one
// after the other.
class SqliteTransactions {
 public:
  enum class Kind {
    kRead,   // Reads a snapshot, as of its first read.
    kWrite,  // Begins when every other writer is done.
  };

  static absl::StatusOr<SqliteTransactions> Prepare(
      const SqliteConnection& connection, Kind kind);

  // Calls `body`, a function that gives an absl::Status or absl::StatusOr,
  // within a transaction, and gives its result.  What was done is durable when
  // that is OK; else all of it is undone.
  template <typename Body>
  auto Run(const Body& body) -> decltype(body()) {
    if (absl::Status begun = Begin(); !begun.ok()) return begun;
    auto result = body();
    if (!result.ok()) {
      RollBack();
    } else if (absl::Status committed = Commit(); !committed.ok()) {
      return committed;
    }
    return result;
  }

 private:
  SqliteTransactions(const SqliteConnection& connection, SqliteStatement begin,
                     SqliteStatement commit)
      : connection_(&connection),
        begin_(std::move(begin)),
        commit_(std::move(commit)) {}

  absl::Status Begin();
  absl::Status Commit();
  void RollBack();

  const SqliteConnection* connection_;
  SqliteStatement begin_;
  SqliteStatement commit_;
};

}  // namespace quiver

#endif  // QUIVER_SESSION_SQLITE_CONNECTION_H_
