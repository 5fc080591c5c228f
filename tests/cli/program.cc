#include "cli/program.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace quiver {
namespace {

// Long enough for a loaded machine; only a failing test waits for it.
constexpr absl::Duration kPatience = absl::Seconds(60);

std::vector<std::string> EnvironmentWith(
    const std::vector<std::string>& additions) {
  // One folder for all tests of this process: models are learned once.
  static const TemporaryFolder home;
  std::vector<std::string> environment = {"HOME=" + home.path(),
                                          "PATH=/usr/bin:/bin",
                                          "LC_ALL=C.UTF-8", "TERM=xterm"};
  environment.insert(environment.end(), additions.begin(), additions.end());
  return environment;
}

std::vector<char*> PointersTo(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Becomes the program.  Never returns.
[[noreturn]] void Become(const std::string& program, Arguments arguments,
                         const std::vector<std::string>& additions) {
  arguments.insert(arguments.begin(), program);
  std::vector<std::string> environment = EnvironmentWith(additions);
  execve(program.c_str(), PointersTo(arguments).data(),
         PointersTo(environment).data());
  _exit(127);
}

// Waits until the program has ended; one that should have ended by `deadline`
// is killed.
int WaitFor(pid_t process, absl::Time deadline = absl::InfiniteFuture()) {
  if (absl::Now() >= deadline) kill(process, SIGKILL);
  int status = 0;
  if (waitpid(process, &status, 0) != process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Reads what is there now, waiting for it until `deadline`.  False: the other
// side is gone, or nothing came.
bool ReadSome(int file, absl::Time deadline, std::string& text) {
  pollfd wait = {file, POLLIN, 0};
  const auto left = absl::ToInt64Milliseconds(deadline - absl::Now());
  if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) <= 0) return false;
  std::array<char, 4096> buffer;
  const ssize_t count = read(file, buffer.data(), buffer.size());
  if (count <= 0) return false;
  text.append(buffer.data(), static_cast<size_t>(count));
  return true;
}

std::string ReadAll(int file, absl::Time deadline) {
  std::string text;
  while (ReadSome(file, deadline, text)) {
  }
  close(file);
  return text;
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends;
    if (pipe(ends.data()) != 0) std::abort();
    read_end = ends[0];
    write_end = ends[1];
  }
};

// The digits that follow `label` in the line that has it.
std::string PortOf(const std::string& text, std::string_view label) {
  const size_t at = text.find(label);
  if (at == std::string::npos) return "";
  const size_t begin = text.find_first_of("0123456789", at + label.size());
  return text.substr(begin,
                     text.find_first_not_of("0123456789", begin) - begin);
}

}  // namespace

const std::string kBicycleContent =
    std::string(QUIVER_SOURCE_DIR) + "/tests/support/content";

ProgramResult RunQuiver(const Arguments& arguments, std::string_view input,
                        const std::vector<std::string>& environment) {
  return RunProgram(QUIVER_PROGRAM, arguments, input, environment);
}

// What the program writes is small enough for a pipe, so that it never waits
// for errors to be read while output is.
ProgramResult RunProgram(const std::string& program, const Arguments& arguments,
                         std::string_view input,
                         const std::vector<std::string>& environment) {
  const Pipe in;
  const Pipe out;
  const Pipe errors;
  const pid_t process = fork();
  if (process == 0) {
    dup2(in.read_end, STDIN_FILENO);
    dup2(out.write_end, STDOUT_FILENO);
    dup2(errors.write_end, STDERR_FILENO);
    for (const Pipe* pipe : {&in, &out, &errors}) {
      close(pipe->read_end);
      close(pipe->write_end);
    }
    Become(program, arguments, environment);
  }
  close(in.read_end);
  close(out.write_end);
  close(errors.write_end);
  signal(SIGPIPE, SIG_IGN);  // A program may end without reading its input.
  [[maybe_unused]] const ssize_t written =
      write(in.write_end, input.data(), input.size());
  close(in.write_end);
  const absl::Time deadline = absl::Now() + kPatience;
  ProgramResult result;
  result.output = ReadAll(out.read_end, deadline);
  result.errors = ReadAll(errors.read_end, deadline);
  result.exit_code = WaitFor(process, deadline);
  return result;
}

QuiverAtTerminal::QuiverAtTerminal(const Arguments& arguments) {
  winsize size = {};
  size.ws_row = 24;
  size.ws_col = 80;
  process_ = forkpty(&terminal_, nullptr, nullptr, &size);
  if (process_ == 0) Become(QUIVER_PROGRAM, arguments, {});
}

QuiverAtTerminal::~QuiverAtTerminal() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    WaitFor(process_);
  }
  close(terminal_);
}

void QuiverAtTerminal::Type(std::string_view keys) {
  ASSERT_EQ(write(terminal_, keys.data(), keys.size()),
            static_cast<ssize_t>(keys.size()));
}

std::string QuiverAtTerminal::ReadUntil(std::string_view text) {
  const absl::Time deadline = absl::Now() + kPatience;
  size_t at = std::string::npos;
  while ((at = unread_.find(text)) == std::string::npos) {
    if (!ReadSome(terminal_, deadline, unread_)) {
      ADD_FAILURE() << "\"" << text << "\" did not appear, but:\n" << unread_;
      return std::exchange(unread_, "");
    }
  }
  std::string seen = unread_.substr(0, at + text.size());
  unread_.erase(0, seen.size());
  return seen;
}

int QuiverAtTerminal::ExitCode() {
  const absl::Time deadline = absl::Now() + kPatience;
  while (ReadSome(terminal_, deadline, unread_)) {
  }
  return WaitFor(std::exchange(process_, -1), deadline);
}

ServerProcess::ServerProcess() {
  content_.CopyFrom(kBicycleContent);
  const Pipe out;
  process_ = fork();
  if (process_ == 0) {
    dup2(out.write_end, STDOUT_FILENO);
    close(out.read_end);
    const std::string log = data_.path() + "/log";
    dup2(open(log.c_str(), O_CREAT | O_WRONLY, 0600), STDERR_FILENO);
    Become(QUIVER_SERVER_PROGRAM,
           {"--content", content_.path(), "--data", data_.path(), "--grpc",
            "127.0.0.1:0", "--authoring", "127.0.0.1:0"},
           {"QUIVER_HTTP=127.0.0.1:0"});
  }
  close(out.write_end);
  output_ = out.read_end;
  std::string announced;
  const absl::Time deadline = absl::Now() + kPatience;
  while (announced.find("Talk to it") == std::string::npos &&
         ReadSome(output_, deadline, announced)) {
  }
  address_ = "127.0.0.1:" + PortOf(announced, "gRPC");
  authoring_address_ = "127.0.0.1:" + PortOf(announced, "authoring");
}

ServerProcess::~ServerProcess() {
  kill(process_, SIGTERM);
  WaitFor(process_);
  close(output_);
}

SilentServer::SilentServer() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  EXPECT_EQ(bind(socket_, generic, size), 0);
  EXPECT_EQ(listen(socket_, 8), 0);
  EXPECT_EQ(getsockname(socket_, generic, &size), 0);
  address_ = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

void SilentServer::WaitForConnection() {
  pollfd wait = {socket_, POLLIN, 0};
  const auto patience = absl::ToInt64Milliseconds(kPatience);
  EXPECT_EQ(poll(&wait, 1, static_cast<int>(patience)), 1);
}

SilentServer::~SilentServer() { close(socket_); }

}  // namespace quiver
