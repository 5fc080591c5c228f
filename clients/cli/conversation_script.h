#ifndef QUIVER_CLI_CONVERSATION_SCRIPT_H_
#define QUIVER_CLI_CONVERSATION_SCRIPT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "base/diagnostics.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// What a reply should be: "outcome: answered".
struct Expectation {
  std::string key;
  std::string value;
  int line = 0;
};

// What a visitor does, and what should come back.  One of `text`, `taps` and
// `event` is set.
struct ScriptedTurn {
  absl::Duration wait;  // How much time passes before.
  std::string text;
  // Options of the last reply, by id, label or number.
  std::vector<std::string> taps;
  bool stale = false;  // The taps are ids that need not be on offer.
  v1::Event event = v1::EVENT_UNSPECIFIED;
  std::string written;  // As in the file.
  int line = 0;
  std::vector<Expectation> expectations;
};

// A conversation as authors write it; docs/conversations.md has the format.
struct ConversationScript {
  std::string file;
  std::string assistant;              // Empty: not said.
  std::optional<absl::CivilDay> day;  // When it takes place; none: today.
  std::vector<ScriptedTurn> turns;
};

// Reads `text`.  Mistakes are recorded in `diagnostics`; what could be read is
// returned in any case.
ConversationScript ParseConversation(std::string file, std::string_view text,
                                     Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CLI_CONVERSATION_SCRIPT_H_
