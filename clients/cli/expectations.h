#ifndef QUIVER_CLI_EXPECTATIONS_H_
#define QUIVER_CLI_EXPECTATIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/conversation_script.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// What can be compared with an expectation.
struct Observation {
  v1::SendMessageResponse response;
  v1::Session session;  // After the turn; only if NeedsSession().
  std::string previous_session_id;
  bool said_before = false;  // The same text was said in an earlier turn.
};

// Every word that may stand before ":" in an expectation.
std::vector<std::string> ExpectationKeys();

// What is wrong with `expectation`, for its author; its key may be unknown.
std::optional<std::string> FindMistake(const Expectation& expectation);

// Whether `expectation` is about what is remembered.
bool NeedsSession(const Expectation& expectation);

// What came instead, when `observation` does not meet `expectation`, which
// must have no mistake.
std::optional<std::string> Unmet(const Expectation& expectation,
                                 const Observation& observation);

}  // namespace quiver

#endif  // QUIVER_CLI_EXPECTATIONS_H_
