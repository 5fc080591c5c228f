#include "main/server_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

namespace quiver {
namespace {

// Long enough for a loaded machine; only a failing test waits for it.
constexpr int kPatienceMilliseconds = 60'000;

std::vector<char*> PointersTo(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Starts the server with its output in `output`, a file descriptor, and its
// errors in the file `errors`.
pid_t Start(Arguments arguments, std::vector<std::string> environment,
            int output, const std::string& errors) {
  arguments.insert(arguments.begin(), QUIVER_SERVER_PROGRAM);
  const std::vector<char*> argv = PointersTo(arguments);
  const std::vector<char*> envp = PointersTo(environment);
  const pid_t process = fork();
  if (process != 0) return process;
  dup2(output, STDOUT_FILENO);
  dup2(open(errors.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600),
       STDERR_FILENO);
  execve(argv.front(), argv.data(), envp.data());
  _exit(127);
}

int WaitFor(pid_t process) {
  int status = 0;
  if (waitpid(process, &status, 0) != process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Reads until `text` has come, or the other side is gone.
std::string ReadUntil(int file, std::string_view text) {
  std::string read_so_far;
  std::array<char, 4096> buffer;
  while (text.empty() || read_so_far.find(text) == std::string::npos) {
    pollfd wait = {file, POLLIN, 0};
    if (poll(&wait, 1, kPatienceMilliseconds) <= 0) break;
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count <= 0) break;
    read_so_far.append(buffer.data(), static_cast<size_t>(count));
  }
  return read_so_far;
}

std::string ContentOf(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// The address with the port that follows `label` in `text`.
std::string AddressAfter(const std::string& text, std::string_view label) {
  const size_t at = text.find(label);
  if (at == std::string::npos) return "";
  const size_t begin = text.find_first_of("0123456789", at);
  const size_t end = text.find_first_not_of("0123456789", begin);
  return fmt::format("127.0.0.1:{}", text.substr(begin, end - begin));
}

}  // namespace

FailedStart RunServer(const Arguments& arguments,
                      const std::vector<std::string>& environment) {
  const TemporaryFolder run;
  std::array<int, 2> ends;
  EXPECT_EQ(pipe(ends.data()), 0);
  const pid_t process =
      Start(arguments, environment, ends[1], run.path() + "/errors");
  close(ends[1]);
  FailedStart failed;
  failed.output = ReadUntil(ends[0], "");
  close(ends[0]);
  failed.exit_code = WaitFor(process);
  failed.errors = ContentOf(run.path() + "/errors");
  return failed;
}

ServerProcess::ServerProcess(const std::string& content,
                             const std::string& data, const Arguments& more) {
  Arguments arguments = {"--content",   content,      "--data",
                         data,          "--grpc",     "127.0.0.1:0",
                         "--authoring", "127.0.0.1:0"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::array<int, 2> ends;
  EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
  process_ = Start(arguments, {"QUIVER_HTTP=127.0.0.1:0"}, ends[1],
                   run_.path() + "/log");
  close(ends[1]);
  const std::string announced = ReadUntil(ends[0], "Talk to it");
  close(ends[0]);
  address_ = AddressAfter(announced, "gRPC");
  authoring_address_ = AddressAfter(announced, "authoring");
  const std::string browsers = AddressAfter(announced, "browsers");
  http_port_ = std::atoi(browsers.substr(browsers.find(':') + 1).c_str());
  EXPECT_NE(address_, "") << ContentOf(run_.path() + "/log");
}

ServerProcess::~ServerProcess() {
  if (process_ < 0) return;
  Signal(SIGKILL);
  WaitFor(process_);
}

void ServerProcess::Signal(int signal) const { kill(process_, signal); }

int ServerProcess::ExitCode() { return WaitFor(std::exchange(process_, -1)); }

std::vector<std::string> ServerProcess::Log() const {
  std::ifstream file(run_.path() + "/log");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace quiver
