#ifndef QUIVER_TESTS_CONVERSATION_WHOLE_ASSISTANT_H_
#define QUIVER_TESTS_CONVERSATION_WHOLE_ASSISTANT_H_

#include <memory>
#include <string>

#include "conversation/assistant.h"

namespace quiver {

// The assistant `name` of this repository as a server has it: its files read
// anew, its model trained once.  Ends the program when there are mistakes.
std::shared_ptr<const Assistant> ReadWholeAssistant(const std::string& name);

// The same, read once.
const Assistant& WholeAssistant(const std::string& name);

}  // namespace quiver

#endif  // QUIVER_TESTS_CONVERSATION_WHOLE_ASSISTANT_H_
