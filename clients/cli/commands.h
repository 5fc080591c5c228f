#ifndef QUIVER_CLI_COMMANDS_H_
#define QUIVER_CLI_COMMANDS_H_

#include "cli/console.h"
#include "cli/settings.h"

namespace quiver {

// The commands of the program.  Each returns its exit code.

int Chat(const Settings& settings, const Console& console);
int Ask(const Settings& settings, const Console& console);
int ExplainMessage(const Settings& settings, const Console& console);
int ShowHistory(const Settings& settings, const Console& console);
int ShowHealth(const Settings& settings, const Console& console);
int ForgetSession(const Settings& settings, const Console& console);
int Reload(const Settings& settings, const Console& console);
int RunScripts(const Settings& settings, const Console& console);
int TestScripts(const Settings& settings, const Console& console);
int CheckContent(const Settings& settings, const Console& console);

}  // namespace quiver

#endif  // QUIVER_CLI_COMMANDS_H_
