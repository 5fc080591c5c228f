#include "session/turn_writer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "base/status_macros.h"

namespace quiver {
namespace {

enum Sql : size_t {
  kFindSlot,
  kFindRecorded,
  kInsertTurn,
  kDeleteTurns,
  kFindFreeSlot,
  kInsertKey,
  kReplaceKey,
  kInsertSession,
  kDeleteSession,
  kFindIdle,
  kSetSeen,
  kFindTurn,
  kKeepFeedback,
  kDeleteOldFeedback,
  kSqlCount,
};

constexpr std::array<const char*, kSqlCount> kSql = {
    "SELECT slot FROM sessions WHERE id = ?1",
    "SELECT 1 FROM turns WHERE slot = ?1 AND request_mark = ?2",
    "INSERT INTO turns (slot, number, time, request_mark, sealed)"
    " VALUES (?1, ?2, ?3, ?4, ?5)",
    "DELETE FROM turns WHERE slot = ?1 AND number <= ?2",
    "SELECT slot FROM session_keys WHERE used = 0 LIMIT 1",
    "INSERT INTO session_keys (used, key) VALUES (1, ?1)",
    "UPDATE session_keys SET used = ?2, key = ?3 WHERE slot = ?1",
    "INSERT INTO sessions (slot, id, seen) VALUES (?1, ?2, ?3)",
    "DELETE FROM sessions WHERE slot = ?1",
    "SELECT slot, (SELECT time FROM turns WHERE turns.slot = sessions.slot"
    " ORDER BY number DESC LIMIT 1)"
    " FROM sessions WHERE seen < ?1 ORDER BY seen LIMIT ?2",
    "UPDATE sessions SET seen = ?2 WHERE slot = ?1",
    "SELECT 1 FROM turns WHERE slot = ?1 AND number = ?2",
    "INSERT INTO feedback (slot, number, time, sealed)"
    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (slot, number)"
    " DO UPDATE SET time = excluded.time, sealed = excluded.sealed",
    "DELETE FROM feedback WHERE position IN (SELECT position FROM feedback"
    " WHERE time < ?1 ORDER BY time LIMIT ?2)",
};

// A session that EraseExpired() looks at.
struct IdleSession {
  int64_t slot;
  int64_t last_active;
};

class SqliteTurnWriter final : public TurnWriter {
 public:
  SqliteTurnWriter(const SqliteConnection& connection, SessionFinder finder,
                   std::vector<SqliteStatement> statements, uint64_t max_turns,
                   Entropy& entropy)
      : connection_(connection),
        finder_(std::move(finder)),
        statements_(std::move(statements)),
        max_turns_(std::max<uint64_t>(max_turns, 1)),
        entropy_(entropy) {}

  absl::Status Append(const SessionId& id, const StoredTurn& turn,
                      int64_t cutoff) override {
    QUIVER_ASSIGN_OR_RETURN(std::optional<KeptSession> session,
                            finder_.Find(id));
    const bool alive = session && session->last_active >= cutoff;
    if (alive) return Continue(*session, turn);
    if (turn.number != 1) return OtherVersion();
    if (session) QUIVER_RETURN_IF_ERROR(EraseSlot(session->slot).status());
    QUIVER_ASSIGN_OR_RETURN(session, Begin(id, turn));
    return Insert(*session, turn, session->seal.MarkOf(turn.request_id));
  }

  absl::StatusOr<uint64_t> Erase(const SessionId& id) override {
    // Not by the finder, so that damage to the session does not keep it.
    QUIVER_ASSIGN_OR_RETURN(const std::optional<int64_t> slot,
                            ReadSlot(kFindSlot, id.bytes()));
    return slot ? EraseSlot(*slot) : absl::StatusOr<uint64_t>(0);
  }

  absl::Status KeepFeedback(const SessionId& id, const StoredFeedback& feedback,
                            int64_t cutoff) override {
    QUIVER_ASSIGN_OR_RETURN(const std::optional<KeptSession> session,
                            finder_.Find(id));
    if (!session || session->last_active < cutoff) {
      return absl::NotFoundError("there is no such session");
    }
    QUIVER_ASSIGN_OR_RETURN(
        const bool taken,
        statements_[kFindTurn].Execute(session->slot, feedback.turn).Next());
    if (!taken) return absl::OutOfRangeError("the session has no such turn");
    const std::string sealed = session->seal.SealFeedback(
        feedback, entropy_.Bytes(TurnSeal::kNonceBytes));
    return Run(kKeepFeedback, session->slot, feedback.turn,
               absl::ToUnixMillis(feedback.time), sealed);
  }

  absl::StatusOr<bool> EraseExpired(const Cutoffs& cutoffs,
                                    int64_t at_most) override {
    QUIVER_ASSIGN_OR_RETURN(const bool more_sessions,
                            EraseIdle(cutoffs.sessions, at_most));
    QUIVER_RETURN_IF_ERROR(Run(kDeleteOldFeedback, cutoffs.feedback, at_most));
    const bool more_feedback =
        connection_.Changed() == static_cast<uint64_t>(at_most);
    return more_sessions || more_feedback;
  }

 private:
  // False: there are no more sessions that may have expired.
  absl::StatusOr<bool> EraseIdle(int64_t cutoff, int64_t at_most) {
    QUIVER_ASSIGN_OR_RETURN(const std::vector<IdleSession> idle,
                            FindIdle(cutoff, at_most));
    for (const IdleSession& session : idle) {
      const absl::Status done =
          session.last_active < cutoff
              ? EraseSlot(session.slot).status()
              : Run(kSetSeen, session.slot, session.last_active);
      QUIVER_RETURN_IF_ERROR(done);
    }
    return static_cast<int64_t>(idle.size()) == at_most;
  }

  template <typename... Values>
  absl::Status Run(Sql sql, const Values&... values) {
    return statements_[sql].Execute(values...).Finish();
  }

  static absl::Status OtherVersion() {
    return absl::AbortedError("the session has another version now");
  }

  absl::Status Continue(const KeptSession& session, const StoredTurn& turn) {
    const std::string mark = session.seal.MarkOf(turn.request_id);
    QUIVER_ASSIGN_OR_RETURN(const bool recorded, IsRecorded(session, mark));
    if (recorded && !turn.request_id.empty()) {
      return absl::AlreadyExistsError("a turn is recorded for this request");
    }
    if (turn.number != session.version + 1) return OtherVersion();
    return Insert(session, turn, mark);
  }

  absl::StatusOr<bool> IsRecorded(const KeptSession& session,
                                  const std::string& mark) {
    return statements_[kFindRecorded].Execute(session.slot, mark).Next();
  }

  // Makes the session that `turn` is the first of.
  absl::StatusOr<KeptSession> Begin(const SessionId& id,
                                    const StoredTurn& turn) {
    TurnSeal seal(entropy_.Bytes(TurnSeal::kKeyBytes));
    QUIVER_ASSIGN_OR_RETURN(const int64_t slot, KeepKey(seal.key()));
    const int64_t seen = absl::ToUnixMillis(turn.time);
    QUIVER_RETURN_IF_ERROR(Run(kInsertSession, slot, id.bytes(), seen));
    return KeptSession{slot, std::move(seal), 0, seen};
  }

  // Keys are only ever written over, in rows of one size that are never
  // deleted: SQLite moves rows to even its pages out after deletions, and a
  // row that was moved leaves bytes behind that nothing overwrites.
  absl::StatusOr<int64_t> KeepKey(const std::string& key) {
    QUIVER_ASSIGN_OR_RETURN(const std::optional<int64_t> free,
                            ReadSlot(kFindFreeSlot));
    if (free) {
      QUIVER_RETURN_IF_ERROR(Run(kReplaceKey, *free, 1, key));
      return *free;
    }
    QUIVER_RETURN_IF_ERROR(Run(kInsertKey, key));
    return connection_.LastInserted();
  }

  template <typename... Values>
  absl::StatusOr<std::optional<int64_t>> ReadSlot(Sql sql,
                                                  const Values&... values) {
    SqliteRows rows = statements_[sql].Execute(values...);
    QUIVER_ASSIGN_OR_RETURN(const bool found, rows.Next());
    if (!found) return std::nullopt;
    return rows.Integer(0);
  }

  absl::Status Insert(const KeptSession& session, const StoredTurn& turn,
                      const std::string& mark) {
    const std::string sealed =
        session.seal.Seal(turn, entropy_.Bytes(TurnSeal::kNonceBytes));
    QUIVER_RETURN_IF_ERROR(Run(kInsertTurn, session.slot, turn.number,
                               absl::ToUnixMillis(turn.time), mark, sealed));
    if (turn.number <= max_turns_) return absl::OkStatus();
    return Run(kDeleteTurns, session.slot, turn.number - max_turns_);
  }

  // Gives the number of turns.
  absl::StatusOr<uint64_t> EraseSlot(int64_t slot) {
    constexpr int64_t kEveryTurn = INT64_MAX;
    QUIVER_RETURN_IF_ERROR(Run(kDeleteTurns, slot, kEveryTurn));
    const uint64_t turns = connection_.Changed();
    QUIVER_RETURN_IF_ERROR(Run(kDeleteSession, slot));
    const std::string zeroes(TurnSeal::kKeyBytes, '\0');
    QUIVER_RETURN_IF_ERROR(Run(kReplaceKey, slot, 0, zeroes));
    return turns;
  }

  absl::StatusOr<std::vector<IdleSession>> FindIdle(int64_t cutoff,
                                                    int64_t at_most) {
    std::vector<IdleSession> idle;
    SqliteRows rows = statements_[kFindIdle].Execute(cutoff, at_most);
    for (;;) {
      QUIVER_ASSIGN_OR_RETURN(const bool more, rows.Next());
      if (!more) return idle;
      idle.push_back({rows.Integer(0), rows.Integer(1)});
    }
  }

  const SqliteConnection& connection_;
  SessionFinder finder_;
  std::vector<SqliteStatement> statements_;  // By Sql.
  const uint64_t max_turns_;
  Entropy& entropy_;
};

}  // namespace

bool IsRefusal(const absl::Status& status) {
  return absl::IsAborted(status) || absl::IsAlreadyExists(status) ||
         absl::IsNotFound(status) || absl::IsOutOfRange(status);
}

absl::StatusOr<std::unique_ptr<TurnWriter>> MakeTurnWriter(
    const SqliteConnection& connection, uint64_t max_turns, Entropy& entropy) {
  QUIVER_ASSIGN_OR_RETURN(SessionFinder finder,
                          SessionFinder::Prepare(connection));
  std::vector<SqliteStatement> statements;
  for (const char* sql : kSql) {
    QUIVER_ASSIGN_OR_RETURN(SqliteStatement statement, connection.Prepare(sql));
    statements.push_back(std::move(statement));
  }
  return std::make_unique<SqliteTurnWriter>(
      connection, std::move(finder), std::move(statements), max_turns, entropy);
}

}  // namespace quiver
