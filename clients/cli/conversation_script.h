#ifndef QUIVER_CLI_CONVERSATION_SCRIPT_H_
#define QUIVER_CLI_CONVERSATION_SCRIPT_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "cli/talker.h"

namespace quiver {

// What a reply should be: "outcome: answered".
struct Expectation {
  std::string key;
  std::vector<std::string> values;  // As apart by "," in the file.
  int line = 0;
};

// What a visitor does, and what should come back.
struct ScriptedTurn {
  v1::SendMessageRequest request;  // Without session and request id.
  std::string written;             // As in the file.
  int line = 0;
  std::vector<Expectation> expectations;
};

// A conversation as authors write it; docs/authoring.md has the format.
struct ConversationScript {
  std::string file;
  std::string assistant;  // Empty: the default.
  std::vector<ScriptedTurn> turns;
};

// Reads `text`.  Mistakes are recorded in `diagnostics`; what could be read is
// returned in any case.
ConversationScript ParseConversation(std::string file, std::string_view text,
                                     Diagnostics& diagnostics);

// A turn that did not go as expected.
struct ScriptFailure {
  int line = 0;
  std::string said;      // What the visitor did.
  std::string expected;  // "outcome: answered", or "a reply".
  std::string actual;
  std::vector<std::string> trace;
};

// Runs `script` as one session and compares.  A turn that fails with an error
// ends it.
std::vector<ScriptFailure> RunConversation(const ConversationScript& script,
                                           Talker& talker);

// For a terminal: file:line, what was said, expected and got, and the trace.
std::string FormatFailure(const std::string& file,
                          const ScriptFailure& failure);

}  // namespace quiver

#endif  // QUIVER_CLI_CONVERSATION_SCRIPT_H_
