#ifndef QUIVER_CLI_COMMAND_LINE_H_
#define QUIVER_CLI_COMMAND_LINE_H_

#include <string>
#include <variant>
#include <vector>

#include "cli/settings.h"

namespace quiver {

// What to print, and the exit code, instead of running a command.
struct CommandLineExit {
  int code = 0;
  std::string text;
};

// Reads the command line, then the environment (QUIVER_*).  Help, the version
// and mistakes give a CommandLineExit; mistakes with kExitUsage.
std::variant<Settings, CommandLineExit> ReadCommandLine(int argc, char** argv);

// An option as completions need it.
struct OptionOutline {
  std::string name;  // "--server"
  std::string description;
  bool takes_value = false;
};

// A command as completions need it.
struct CommandOutline {
  std::string name;
  std::string description;
  std::vector<OptionOutline> options;  // Those of all commands included.
  bool takes_files = false;
};

// Every command of the program, as its help lists them.
std::vector<CommandOutline> OutlineCommands();

}  // namespace quiver

#endif  // QUIVER_CLI_COMMAND_LINE_H_
