// quiver, the command-line client.

#include <signal.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <string_view>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/console.h"

namespace quiver {
namespace {

int PrintCompletion(const Settings& settings, const Console& console) {
  const auto commands = OutlineCommands();
  console.Print(settings.shell == "bash" ? BashCompletion(commands)
                                         : ZshCompletion(commands));
  return kExitOk;
}

struct Command {
  std::string_view name;
  int (*run)(const Settings&, const Console&);
};

constexpr std::array kCommands = {
    Command{"chat", Chat},
    Command{"ask", Ask},
    Command{"explain", ExplainMessage},
    Command{"history", ShowHistory},
    Command{"forget", ForgetSession},
    Command{"health", ShowHealth},
    Command{"run", RunScripts},
    Command{"test", TestScripts},
    Command{"check", CheckContent},
    Command{"reload", Reload},
    Command{"completion", PrintCompletion},
};

int Run(const Settings& settings) {
  const Console console(settings);
  for (const Command& command : kCommands) {
    if (command.name == settings.command) return command.run(settings, console);
  }
  return kExitUsage;
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) {
  // Letters beyond ASCII are typed and shown in the user's encoding.
  std::setlocale(LC_CTYPE, "");
  // "quiver history | head" ends quietly.
  signal(SIGPIPE, SIG_DFL);
  const auto read = quiver::ReadCommandLine(argc, argv);
  if (const auto* exit = std::get_if<quiver::CommandLineExit>(&read)) {
    std::fputs(exit->text.c_str(), exit->code == 0 ? stdout : stderr);
    return exit->code;
  }
  return quiver::Run(std::get<quiver::Settings>(read));
}
