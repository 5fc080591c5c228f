#ifndef QUIVER_TESTS_CLI_PROGRAM_H_
#define QUIVER_TESTS_CLI_PROGRAM_H_

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.h"

namespace quiver {

using Arguments = std::vector<std::string>;

// Folder of the content that the programs answer from: a small assistant.
extern const std::string kBicycleContent;

// How a program ended, and what it wrote.
struct ProgramResult {
  int exit_code = -1;
  std::string output;
  std::string errors;
};

// Runs "quiver" with `arguments` and `input`, in an environment of its own:
// no QUIVER_* variables but those in `environment` ("NAME=value").
ProgramResult RunQuiver(const Arguments& arguments, std::string_view input = "",
                        const std::vector<std::string>& environment = {});

// Runs a program of the system, found by its path.
ProgramResult RunProgram(const std::string& program, const Arguments& arguments,
                         std::string_view input = "",
                         const std::vector<std::string>& environment = {});

// "quiver" at a terminal of 80 columns, with a person in front of it.
class QuiverAtTerminal {
 public:
  explicit QuiverAtTerminal(const Arguments& arguments);
  ~QuiverAtTerminal();
  QuiverAtTerminal(const QuiverAtTerminal&) = delete;
  QuiverAtTerminal& operator=(const QuiverAtTerminal&) = delete;

  void Type(std::string_view keys);
  // Everything written since the last call, up to and including `text`.  Fails
  // the test when it does not appear.
  std::string ReadUntil(std::string_view text);
  // Waits until the program has ended.
  int ExitCode();

 private:
  pid_t process_ = -1;
  int terminal_ = -1;
  std::string unread_;
};

inline constexpr char kCtrlC[] = "\x03";
inline constexpr char kCtrlD[] = "\x04";

// A server of its own on free ports, ended with the object.
class ServerProcess {
 public:
  ServerProcess();
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  // "127.0.0.1:12345"
  const std::string& address() const { return address_; }
  const std::string& authoring_address() const { return authoring_address_; }
  // A copy of kBicycleContent, which tests may change.
  const TemporaryFolder& content() const { return content_; }

 private:
  const TemporaryFolder content_;
  const TemporaryFolder data_;
  pid_t process_ = -1;
  int output_ = -1;
  std::string address_;
  std::string authoring_address_;
};

// Something that takes connections and never says a word.
class SilentServer {
 public:
  SilentServer();
  ~SilentServer();
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  const std::string& address() const { return address_; }
  // Waits until somebody has connected.
  void WaitForConnection();

 private:
  const int socket_;
  std::string address_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_CLI_PROGRAM_H_
