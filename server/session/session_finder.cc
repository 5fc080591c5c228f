#include "session/session_finder.h"

#include <utility>

#include "base/status_macros.h"

namespace quiver {

int64_t ToCutoff(absl::Time alive_since) {
  const int64_t floor = absl::ToUnixMillis(alive_since);
  return absl::FromUnixMillis(floor) < alive_since ? floor + 1 : floor;
}

absl::StatusOr<SessionFinder> SessionFinder::Prepare(
    const SqliteConnection& connection) {
  QUIVER_ASSIGN_OR_RETURN(
      SqliteStatement find,
      connection.Prepare("SELECT sessions.slot, key, number, time"
                         " FROM sessions"
                         " CROSS JOIN session_keys USING (slot)"
                         " CROSS JOIN turns USING (slot)"
                         " WHERE id = ?1 ORDER BY number DESC LIMIT 1"));
  return SessionFinder(std::move(find));
}

absl::StatusOr<std::optional<KeptSession>> SessionFinder::Find(
    const SessionId& id) {
  SqliteRows rows = find_.Execute(id.bytes());
  QUIVER_ASSIGN_OR_RETURN(const bool found, rows.Next());
  if (!found) return std::nullopt;
  std::string key = rows.Bytes(1);
  if (key.size() != TurnSeal::kKeyBytes) {
    return absl::DataLossError("session database: a session's key is damaged");
  }
  return KeptSession{rows.Integer(0), TurnSeal(std::move(key)),
                     static_cast<uint64_t>(rows.Integer(2)), rows.Integer(3)};
}

}  // namespace quiver
