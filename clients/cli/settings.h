#ifndef QUIVER_CLI_SETTINGS_H_
#define QUIVER_CLI_SETTINGS_H_

#include <string>
#include <vector>

#include "cli/grpc_talker.h"

namespace quiver {

// Everything that a user may set, by option or by environment variable.
struct Settings {
  // Of all commands.
  std::string command;  // "chat".
  ServerAddress server;
  std::string assistant;  // Empty: the default one.
  std::string session;    // Empty: a new one.
  bool json = false;
  bool no_colour = false;
  int width = 0;  // 0: as wide as the terminal.
  // Assistants in this process instead of a server's; empty: a server's.
  std::string content;
  std::vector<std::string> word_lists;
  std::string cache;  // Folder for learned models.

  // Of single commands.
  bool trace = false;                // chat, ask
  std::vector<std::string> words;    // ask, explain: the message.
  std::vector<std::string> options;  // ask, explain: tapped options.
  std::vector<std::string> paths;    // run, test: files and folders.
  std::string junit;                 // run, test: file to write.
  std::string day;                   // test, check, explain: YYYY-MM-DD.
  bool strict = false;               // check: warnings are mistakes.
  std::string shell;                 // completion
};

// What holds unless the user says otherwise: the server's word lists, and a
// cache in the user's own ($XDG_CACHE_HOME).
Settings UsualSettings();

// Exit codes besides 10 + a canonical code (quiver --help has the table).
inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;  // Expectations or content.
inline constexpr int kExitUsage = 2;
inline constexpr int kExitCallFailed = 10;  // + the code: 24 is UNAVAILABLE.
inline constexpr int kExitInterrupted = 130;

}  // namespace quiver

#endif  // QUIVER_CLI_SETTINGS_H_
