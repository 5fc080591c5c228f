#ifndef QUIVER_CLI_CONSOLE_H_
#define QUIVER_CLI_CONSOLE_H_

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "cli/settings.h"
#include "cli/terminal.h"

namespace quiver {

// Where a command writes: answers to standard output, everything else to
// standard error.
class Console {
 public:
  explicit Console(const Settings& settings);

  const TextStyle& style() const { return style_; }
  bool json() const { return json_; }

  // Writes an answer as it is.
  void Print(std::string_view text) const;
  // Writes an answer for programs: one line.
  void PrintJson(const google::protobuf::Message& message) const;
  // Writes a remark, with a line break.
  void Remark(std::string_view text) const;

  // Writes what went wrong and what to do about it, and gives the exit code.
  // `status` must not be OK.
  int Report(const absl::Status& status) const;

 private:
  const TextStyle style_;
  const TextStyle error_style_;
  const bool json_;
};

// What a user can do about `status`; empty when there is no advice.
std::string AdviceFor(const absl::Status& status);

// 10 + the canonical code; 130 when the user interrupted.
int ExitCodeOf(const absl::Status& status);

}  // namespace quiver

#endif  // QUIVER_CLI_CONSOLE_H_
