#ifndef QUIVER_CLI_COMPLETION_H_
#define QUIVER_CLI_COMPLETION_H_

#include <string>
#include <vector>

#include "cli/command_line.h"

namespace quiver {

// A script that makes bash complete the commands and options of "quiver".
std::string BashCompletion(const std::vector<CommandOutline>& commands);

// The same for zsh, with descriptions.
std::string ZshCompletion(const std::vector<CommandOutline>& commands);

}  // namespace quiver

#endif  // QUIVER_CLI_COMPLETION_H_
