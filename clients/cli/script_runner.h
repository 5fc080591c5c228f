#ifndef QUIVER_CLI_SCRIPT_RUNNER_H_
#define QUIVER_CLI_SCRIPT_RUNNER_H_

#include <string>
#include <vector>

#include "cli/conversation_script.h"
#include "cli/talker.h"

namespace quiver {

// An expectation that was not met.
struct Disappointment {
  int line = 0;
  std::string expected;  // "outcome: answered".
  std::string actual;
};

// A turn that did not go as expected.
struct FailedTurn {
  int line = 0;
  std::string said;   // What the visitor did, as in the file.
  std::string error;  // Why there is no reply; empty: there is one.
  std::vector<Disappointment> disappointments;
  v1::Trace trace;  // Of the reply.
};

// How a conversation went.
struct ScriptResult {
  std::string file;
  int turns = 0;  // That were taken.
  std::vector<FailedTurn> failed;
  std::string skipped;  // Why it was not run; empty: it was.

  bool ok() const { return failed.empty(); }
};

// Holds `script` as one session and compares each reply with what is expected
// of it.  A turn without a reply ends it.  A script in which time passes is
// skipped where it passes by itself.
ScriptResult RunScript(const ConversationScript& script, Talker& talker);

}  // namespace quiver

#endif  // QUIVER_CLI_SCRIPT_RUNNER_H_
