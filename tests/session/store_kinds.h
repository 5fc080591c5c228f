#ifndef QUIVER_TESTS_SESSION_STORE_KINDS_H_
#define QUIVER_TESTS_SESSION_STORE_KINDS_H_

#include <memory>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "session/session_stores.h"

namespace quiver {

// A way to open a store, with what it keeps in `folder`.
struct StoreKind {
  const char* name;
  absl::StatusOr<std::unique_ptr<SessionStore>> (*open)(
      const std::string& folder, const SessionRetention& retention,
      const Clock& clock, Entropy& entropy);
};

// How GoogleTest shows it.
inline void PrintTo(const StoreKind& kind, std::ostream* out) {
  *out << kind.name;
}

inline absl::StatusOr<std::unique_ptr<SessionStore>> OpenMemory(
    const std::string&, const SessionRetention& retention, const Clock& clock,
    Entropy& entropy) {
  return MakeMemorySessionStore(retention, clock, entropy);
}

// SQLite with groups of up to `max_group` turns.
template <int max_group, bool survive_power_loss>
absl::StatusOr<std::unique_ptr<SessionStore>> OpenSqlite(
    const std::string& folder, const SessionRetention& retention,
    const Clock& clock, Entropy& entropy) {
  const SqliteOptions options{folder + "/sessions.db", survive_power_loss,
                              max_group};
  return OpenSqliteSessionStore(options, retention, clock, entropy);
}

// Every implementation, for the contract suites.
inline constexpr StoreKind kStoreKinds[] = {
    {"Memory", &OpenMemory},
    {"Sqlite", &OpenSqlite<256, true>},
    {"SqliteInSmallGroups", &OpenSqlite<2, false>},
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_STORE_KINDS_H_
