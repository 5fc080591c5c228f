#ifndef QUIVER_TESTS_SESSION_ENDLESS_SESSIONS_H_
#define QUIVER_TESTS_SESSION_ENDLESS_SESSIONS_H_

#include <string>

#include "absl/time/time.h"
#include "session/example_turns.h"
#include "session/session_store.h"

namespace quiver {

// What endless_writer_main.cc writes and sqlite_crash_test.cc looks for.
constexpr int kEndlessSessions = 16;

inline std::string EndlessName(int session) {
  return Numbered("endless", static_cast<uint64_t>(session));
}

inline StoredTurn EndlessTurn(const std::string& name, uint64_t number) {
  StoredTurn turn = TurnOf(number, absl::FromUnixSeconds(1'800'000'000),
                           Numbered(name + ".", number));
  turn.reply.append(1500, '.');
  return turn;
}

inline StoredFeedback EndlessFeedback(const std::string& name,
                                      uint64_t number) {
  return {number, absl::FromUnixSeconds(1'800'000'000),
          Numbered("verdict on " + name + ".", number)};
}

inline SessionRetention EndlessRetention() {
  return {.idle_time_to_live = absl::InfiniteDuration(),
          .max_turns = 1'000'000,
          .feedback_time_to_live = absl::InfiniteDuration()};
}

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_ENDLESS_SESSIONS_H_
