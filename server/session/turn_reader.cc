#include "session/turn_reader.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/status_macros.h"
#include "session/session_finder.h"

namespace quiver {
namespace {

constexpr char kList[] =
    "SELECT number, time, sealed FROM turns"
    " WHERE slot = ?1 AND number > ?2 ORDER BY number LIMIT ?3";
constexpr char kFindRecorded[] =
    "SELECT number, time, sealed FROM turns"
    " WHERE slot = ?1 AND request_mark = ?2";

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

// The turns that are left of `rows`.
absl::StatusOr<std::vector<StoredTurn>> ReadTurns(SqliteRows rows,
                                                  const TurnSeal& seal) {
  std::vector<StoredTurn> turns;
  for (;;) {
    QUIVER_ASSIGN_OR_RETURN(const bool more, rows.Next());
    if (!more) return turns;
    QUIVER_ASSIGN_OR_RETURN(StoredTurn turn, ReadTurn(rows, seal));
    turns.push_back(std::move(turn));
  }
}

class SqliteTurnReader final : public TurnReader {
 public:
  SqliteTurnReader(std::unique_ptr<const SqliteConnection> connection,
                   SqliteTransactions snapshots, SessionFinder finder,
                   SqliteStatement list, SqliteStatement find_recorded)
      : connection_(std::move(connection)),
        snapshots_(std::move(snapshots)),
        finder_(std::move(finder)),
        list_(std::move(list)),
        find_recorded_(std::move(find_recorded)) {}

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
    return ReadTurns(list_.Execute(session.slot, after, limit), session.seal);
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
    QUIVER_ASSIGN_OR_RETURN(
        std::vector<StoredTurn> recorded,
        ReadTurns(find_recorded_.Execute(session.slot, mark), session.seal));
    if (recorded.empty()) return std::nullopt;
    return std::move(recorded.front());
  }

  // Outlives what is prepared on it.
  const std::unique_ptr<const SqliteConnection> connection_;
  SqliteTransactions snapshots_;
  SessionFinder finder_;
  SqliteStatement list_;           // kList.
  SqliteStatement find_recorded_;  // kFindRecorded.
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
  return std::make_unique<SqliteTurnReader>(
      std::move(connection), std::move(snapshots), std::move(finder),
      std::move(list), std::move(find_recorded));
}

}  // namespace quiver
