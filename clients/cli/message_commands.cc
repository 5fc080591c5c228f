// ask and explain: one message.

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "base/status_macros.h"
#include "cli/commands.h"
#include "cli/connection.h"
#include "cli/interruption.h"
#include "cli/reply_format.h"
#include "cli/trace_format.h"

namespace quiver {
namespace {

constexpr char kChannel[] = "cli";

// The words of the command line, or what is piped in.
absl::StatusOr<std::string> MessageOf(const Settings& settings) {
  std::string text = fmt::format("{}", fmt::join(settings.words, " "));
  if (text == "-" || (text.empty() && isatty(STDIN_FILENO) == 0)) {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  }
  absl::StripAsciiWhitespace(&text);
  if (!text.empty()) return text;
  return absl::InvalidArgumentError(
      fmt::format("there is no message: quiver {} \"why does my eyelid "
                  "twitch?\"",
                  settings.command));
}

absl::StatusOr<v1::SendMessageRequest> RequestOf(const Settings& settings) {
  v1::SendMessageRequest request;
  request.set_assistant(settings.assistant);
  request.set_session_id(settings.session);
  request.set_channel(kChannel);
  request.set_include_trace(settings.trace);
  if (settings.options.empty()) {
    QUIVER_ASSIGN_OR_RETURN(*request.mutable_text(), MessageOf(settings));
  } else {
    for (const std::string& option : settings.options) {
      request.add_option_ids(option);
    }
  }
  return request;
}

void ShowReply(const v1::SendMessageResponse& response,
               const Settings& settings, const Console& console) {
  if (console.json()) return console.PrintJson(response);
  std::string text = FormatReply(response.reply(), console.style());
  if (settings.trace) {
    text +=
        fmt::format("\n{}", FormatTrace(response.trace(), "", console.style()));
  }
  console.Print(text);
  // Without a server the session ends with this process.
  if (!response.session_id().empty() && settings.content.empty()) {
    console.Remark(fmt::format("\nTo go on: quiver {} --session {}",
                               settings.command, response.session_id()));
  }
}

}  // namespace

int Ask(const Settings& settings, const Console& console) {
  CatchInterruptions();
  const auto request = RequestOf(settings);
  if (!request.ok()) {
    console.Report(request.status());
    return kExitUsage;
  }
  const auto connection = Connect(settings, console);
  if (!connection.ok()) return console.Report(connection.status());
  const auto response = connection->talker->Say(*request);
  if (!response.ok()) return console.Report(response.status());
  ShowReply(*response, settings, console);
  return kExitOk;
}

int ExplainMessage(const Settings& settings, const Console& console) {
  CatchInterruptions();
  const auto request = RequestOf(settings);
  if (!request.ok()) {
    console.Report(request.status());
    return kExitUsage;
  }
  const auto connection = Connect(settings, console);
  if (!connection.ok()) return console.Report(connection.status());
  const auto response = connection->talker->Explain(*request);
  if (!response.ok()) return console.Report(response.status());
  if (console.json()) {
    console.PrintJson(*response);
  } else {
    console.Print(FormatExplanation(*response, console.style()));
  }
  return kExitOk;
}

}  // namespace quiver
