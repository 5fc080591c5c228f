#include "session/turn_reader.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/status_macros.h"

namespace quiver {
namespace {

constexpr char kList[] =
    "SELECT number, time, sealed FROM turns"
    " WHERE slot = ?1 AND number > ?2 ORDER BY number LIMIT ?3";
constexpr char kFindRecorded[] =
    "SELECT number, time, sealed FROM turns"
    " WHERE slot = ?1 AND request_mark = ?2";
constexpr char kListFeedback[] =
    "SELECT number, time, sealed FROM feedback"
    " WHERE slot = ?1 AND number > ?2 AND time >= ?4"
    " ORDER BY number LIMIT ?3";

int64_t ToInteger(uint64_t value) {
  constexpr auto kMost = std::numeric_limits<int64_t>::max();
  return static_cast<int64_t>(std::min<uint64_t>(value, kMost));
}

// The turn of the row that `rows` is at.
absl::StatusOr<StoredTurn> ReadTurn(const SqliteRows& rows,
                                    const TurnSeal& seal) {
  QUIVER_ASSIGN_OR_RETURN(
      StoredTurn turn,
      seal.Unseal(static_cast<uint64_t>(rows.Integer(0)), rows.Bytes(2)));
  turn.time = absl::FromUnixMillis(rows.Integer(1));
  return turn;
}

// The feedback of the row that `rows` is at.
absl::StatusOr<StoredFeedback> ReadFeedback(const SqliteRows& rows,
                                            const TurnSeal& seal) {
  QUIVER_ASSIGN_OR_RETURN(
      StoredFeedback feedback,
      seal.UnsealFeedback(static_cast<uint64_t>(rows.Integer(0)),
                          rows.Bytes(2)));
  feedback.time = absl::FromUnixMillis(rows.Integer(1));
  return feedback;
}

// What is left of `rows`, each read by `read`.
template <typename Value>
absl::StatusOr<std::vector<Value>> ReadRows(
    SqliteRows rows, const TurnSeal& seal,
    absl::StatusOr<Value> (*read)(const SqliteRows&, const TurnSeal&)) {
  std::vector<Value> values;
  for (;;) {
    QUIVER_ASSIGN_OR_RETURN(const bool more, rows.Next());
    if (!more) return values;
    QUIVER_ASSIGN_OR_RETURN(Value value, read(rows, seal));
    values.push_back(std::move(value));
  }
}

class SqliteTurnReader final : public TurnReader {
 public:
  SqliteTurnReader(std::unique_ptr<const SqliteConnection> connection,
                   SqliteTransactions snapshots, SessionFinder finder,
                   SqliteStatement list, SqliteStatement find_recorded,
                   SqliteStatement list_feedback)
      : connection_(std::move(connection)),
        snapshots_(std::move(snapshots)),
        finder_(std::move(finder)),
        list_(std::move(list)),
        find_recorded_(std::move(find_recorded)),
        list_feedback_(std::move(list_feedback)) {}

  absl::StatusOr<SessionSnapshot> Load(const SessionId& id,
                                       const std::string& request_id,
                                       int64_t cutoff) override {
    return snapshots_.Run([&]() -> absl::StatusOr<SessionSnapshot> {
      QUIVER_ASSIGN_OR_RETURN(const std::optional<KeptSession> session,
                              FindAlive(id, cutoff));
      if (!session) return SessionSnapshot();
      return ReadSnapshot(*session, request_id);
    });
  }

  absl::StatusOr<std::vector<StoredTurn>> List(const SessionId& id,
                                               uint64_t after, uint64_t limit,
                                               int64_t cutoff) override {
    return snapshots_.Run([&]() -> absl::StatusOr<std::vector<StoredTurn>> {
      QUIVER_ASSIGN_OR_RETURN(const std::optional<KeptSession> session,
                              FindAlive(id, cutoff));
      if (!session) return std::vector<StoredTurn>();
      return TurnsAfter(*session, ToInteger(after), ToInteger(limit));
    });
  }

  absl::StatusOr<std::vector<StoredFeedback>> ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      const Cutoffs& cutoffs) override {
    using Listed = absl::StatusOr<std::vector<StoredFeedback>>;
    return snapshots_.Run([&]() -> Listed {
      QUIVER_ASSIGN_OR_RETURN(const std::optional<KeptSession> session,
                              FindAlive(id, cutoffs.sessions));
      if (!session) return std::vector<StoredFeedback>();
      return ReadRows(
          list_feedback_.Execute(session->slot, ToInteger(after),
                                 ToInteger(limit), cutoffs.feedback),
          session->seal, &ReadFeedback);
    });
  }

 private:
  absl::StatusOr<std::optional<KeptSession>> FindAlive(const SessionId& id,
                                                       int64_t cutoff) {
    auto session = finder_.Find(id);
    if (session.ok() && *session && (*session)->last_active < cutoff) {
      return std::nullopt;
    }
    return session;
  }

  absl::StatusOr<std::vector<StoredTurn>> TurnsAfter(const KeptSession& session,
                                                     int64_t after,
                                                     int64_t limit) {
    return ReadRows(list_.Execute(session.slot, after, limit), session.seal,
                    &ReadTurn);
  }

  absl::StatusOr<SessionSnapshot> ReadSnapshot(const KeptSession& session,
                                               const std::string& request_id) {
    SessionSnapshot snapshot;
    snapshot.version = session.version;
    snapshot.last_active = absl::FromUnixMillis(session.last_active);
    QUIVER_ASSIGN_OR_RETURN(
        std::vector<StoredTurn> last,
        TurnsAfter(session, ToInteger(session.version - 1), 1));
    for (StoredTurn& turn : last) snapshot.state = std::move(turn.state);
    QUIVER_ASSIGN_OR_RETURN(snapshot.recorded,
                            FindRecorded(session, request_id));
    return snapshot;
  }

  absl::StatusOr<std::optional<StoredTurn>> FindRecorded(
      const KeptSession& session, const std::string& request_id) {
    if (request_id.empty()) return std::nullopt;
    const std::string mark = session.seal.MarkOf(request_id);
    QUIVER_ASSIGN_OR_RETURN(std::vector<StoredTurn> recorded,
                            ReadRows(find_recorded_.Execute(session.slot, mark),
                                     session.seal, &ReadTurn));
    if (recorded.empty()) return std::nullopt;
    return std::move(recorded.front());
  }

  // Outlives what is prepared on it.
  const std::unique_ptr<const SqliteConnection> connection_;
  SqliteTransactions snapshots_;
  SessionFinder finder_;
  SqliteStatement list_;           // kList.
  SqliteStatement find_recorded_;  // kFindRecorded.
  SqliteStatement list_feedback_;  // kListFeedback.
};

}  // namespace

absl::StatusOr<std::unique_ptr<TurnReader>> MakeTurnReader(
    std::unique_ptr<const SqliteConnection> connection) {
  QUIVER_ASSIGN_OR_RETURN(SqliteTransactions snapshots,
                          SqliteTransactions::Prepare(
                              *connection, SqliteTransactions::Kind::kRead));
  QUIVER_ASSIGN_OR_RETURN(SessionFinder finder,
                          SessionFinder::Prepare(*connection));
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement list, connection->Prepare(kList));
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement find_recorded,
                          connection->Prepare(kFindRecorded));
  QUIVER_ASSIGN_OR_RETURN(SqliteStatement list_feedback,
                          connection->Prepare(kListFeedback));
  return std::make_unique<SqliteTurnReader>(
      std::move(connection), std::move(snapshots), std::move(finder),
      std::move(list), std::move(find_recorded), std::move(list_feedback));
}

}  // namespace quiver
