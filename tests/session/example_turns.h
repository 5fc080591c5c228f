#ifndef QUIVER_TESTS_SESSION_EXAMPLE_TURNS_H_
#define QUIVER_TESTS_SESSION_EXAMPLE_TURNS_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"
#include "session/session_id.h"
#include "session/session_store.h"

namespace quiver {

// The id of a session that tests call `name`.
inline SessionId SessionNamed(const std::string& name) {
  return SessionId::Derive("a secret of tests", "lamps", "", name);
}

// "r1" for ("r", 1).
inline std::string Numbered(std::string name, uint64_t number) {
  return name.append(std::to_string(number));
}

// A turn whose parts all differ, and differ from those of other turns.
inline StoredTurn TurnOf(uint64_t number, absl::Time time,
                         const std::string& request_id) {
  return {number,
          request_id,
          "fingerprint of " + request_id,
          time,
          "state after " + request_id,
          "reply to " + request_id};
}

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_EXAMPLE_TURNS_H_
