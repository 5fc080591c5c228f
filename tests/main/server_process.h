#ifndef QUIVER_TESTS_MAIN_SERVER_PROCESS_H_
#define QUIVER_TESTS_MAIN_SERVER_PROCESS_H_

#include <sys/types.h>

#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace quiver {

using Arguments = std::vector<std::string>;

// How a run of the server ended that never came to serve.
struct FailedStart {
  int exit_code = 0;
  std::string output;
  std::string errors;
};

// Runs the server until it ends by itself.  `environment` ("NAME=value") is
// all that it sees.
FailedStart RunServer(const Arguments& arguments,
                      const std::vector<std::string>& environment = {});

// A server of its own, on free ports of this machine, that serves the content
// in `content` and keeps what it keeps in `data`.  `more` arguments come last.
class ServerProcess {
 public:
  // Returns when the server has said that it serves.
  ServerProcess(const std::string& content, const std::string& data,
                const Arguments& more = {});
  // Kills it, if it still runs.
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  // "127.0.0.1:12345"
  const std::string& address() const { return address_; }
  const std::string& authoring_address() const { return authoring_address_; }
  // Of this machine, for browsers.
  int http_port() const { return http_port_; }

  void Signal(int signal) const;
  // Waits until it has ended; 128 + the signal if one ended it.
  int ExitCode();
  // What it has logged so far, line by line.
  std::vector<std::string> Log() const;

 private:
  TemporaryFolder run_;  // Its output.
  pid_t process_ = -1;
  std::string address_;
  std::string authoring_address_;
  int http_port_ = 0;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_MAIN_SERVER_PROCESS_H_
