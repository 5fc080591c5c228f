#include "cli/interruption.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>

namespace quiver {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

// The handler writes to it, whichever thread it runs on, so that poll() wakes
// up even when the signal came just before it.
std::array<int, 2> wake_up = {-1, -1};

void Handle(int) {
  const int error = errno;
  interrupted = true;
  [[maybe_unused]] const ssize_t written = write(wake_up[1], "!", 1);
  errno = error;
}

}  // namespace

void CatchInterruptions() {
  if (wake_up[0] < 0 && pipe2(wake_up.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    return;  // Ctrl-C ends the process, as it does without this.
  }
  struct sigaction action = {};
  action.sa_handler = Handle;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

bool Interrupted() { return interrupted; }

void ClearInterruption() {
  std::array<char, 16> ignored;
  while (read(wake_up[0], ignored.data(), ignored.size()) > 0) {
  }
  interrupted = false;
}

bool WaitForInput(int file) {
  std::array<pollfd, 2> files = {pollfd{file, POLLIN, 0},
                                 pollfd{wake_up[0], POLLIN, 0}};
  while (!interrupted && poll(files.data(), files.size(), -1) < 0 &&
         errno == EINTR) {
  }
  return !interrupted;
}

}  // namespace quiver
