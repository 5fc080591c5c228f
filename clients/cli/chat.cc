#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "cli/chat_session.h"
#include "cli/commands.h"
#include "cli/connection.h"
#include "cli/interruption.h"
#include "cli/line_reader.h"
#include "cli/reply_format.h"
#include "cli/trace_format.h"

namespace quiver {
namespace {

// A conversation in a terminal, or over a pipe.
class ChatLoop {
 public:
  ChatLoop(const Settings& settings, const Console& console, Talker& talker)
      : assistant_(settings.assistant),
        console_(console),
        talker_(talker),
        interactive_(isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1),
        can_go_on_(settings.content.empty()),
        session_(talker, settings.assistant, settings.session),
        trace_(settings.trace) {}

  int Run() {
    if (interactive_) {
      CatchInterruptions();
      if (!Welcome()) return exit_code_;
    }
    const std::unique_ptr<LineReader> reader =
        interactive_ ? EditLines("> ", CommandNames()) : ReadLines(stdin);
    while (!done_) Take(reader->Read());
    if (interactive_ && can_go_on_ && !session_.id().empty()) {
      console_.Remark("To go on later: quiver chat --session " + session_.id());
    }
    return exit_code_;
  }

 private:
  // What may be typed instead of a message.
  struct Command {
    std::string_view name;
    std::string_view description;
    void (ChatLoop::*perform)();
  };
  static const std::array<Command, 11> kCommands;

  static std::vector<std::string> CommandNames() {
    std::vector<std::string> names;
    names.reserve(kCommands.size());
    for (const Command& command : kCommands) names.emplace_back(command.name);
    return names;
  }

  std::string StarterLines(const v1::DescribeAssistantResponse& described) {
    std::string lines;
    for (const std::string& starter : described.starter_questions()) {
      lines +=
          Wrapped(Printable(starter), console_.style().width, "  - ") + '\n';
    }
    return lines;
  }

  bool Welcome() {
    const auto described = talker_.Describe(assistant_);
    if (!described.ok()) {
      exit_code_ = console_.Report(described.status());
      return false;
    }
    if (console_.json()) return true;
    const TextStyle& style = console_.style();
    std::string text = fmt::format(
        "{}\n\n{}\n\n{}\n\n", Painted(described->name(), Paint::kBold, style),
        Wrapped(Printable(described->greeting()), style.width),
        Painted(Wrapped(Printable(described->disclaimer()), style.width),
                Paint::kDim, style));
    text += StarterLines(*described);
    text += Painted("\nType a message, or /help.\n\n", Paint::kDim, style);
    console_.Print(text);
    return true;
  }

  void Take(const InputLine& line) {
    if (line.end == LineEnd::kEndOfInput) {
      if (interactive_) console_.Print("\n");
      done_ = true;
    } else if (line.end == LineEnd::kInterrupted) {
      TakeInterruption(line.text);
    } else {
      interrupted_once_ = false;
      TakeLine(std::string(absl::StripAsciiWhitespace(line.text)));
    }
  }

  // The first Ctrl-C drops what was typed; the second in a row leaves.
  void TakeInterruption(const std::string& typed) {
    ClearInterruption();
    console_.Print("\n");
    if (!interactive_ || (interrupted_once_ && typed.empty())) {
      done_ = true;
      exit_code_ = kExitInterrupted;
      return;
    }
    interrupted_once_ = true;
    if (typed.empty()) {
      console_.Remark("Ctrl-C again, Ctrl-D or /quit leaves.");
    }
  }

  void TakeLine(const std::string& text) {
    if (text.empty()) return;
    if (text.front() != '/') return TakeResponse(session_.Say(text, trace_));
    for (const Command& command : kCommands) {
      if (command.name == text) return (this->*command.perform)();
    }
    console_.Remark(fmt::format("There is no command {}; /help lists them.",
                                Printable(text)));
  }

  void TakeResponse(const absl::StatusOr<v1::SendMessageResponse>& response) {
    if (response.ok()) return Show(*response);
    Complain(response.status());
    if (interactive_) {
      console_.Remark("No answer.  /retry sends your message again, safely.");
    } else {
      done_ = true;
    }
  }

  void Show(const v1::SendMessageResponse& response) {
    if (session_.replaced()) {
      console_.Remark("The earlier session is gone; this is a new one.");
    }
    if (console_.json()) return console_.PrintJson(response);
    const TextStyle& style = console_.style();
    std::string text =
        fmt::format("\n{}\n", FormatReply(response.reply(), style));
    if (trace_) text += FormatTrace(response.trace(), "", style) + "\n";
    console_.Print(text);
  }

  void Help() {
    std::string text = "\n";
    for (const Command& command : kCommands) {
      text += fmt::format("  {:<10} {}\n", command.name, command.description);
    }
    text +=
        "\nAnything else goes to the assistant. The number of an option "
        "chooses it.\nCtrl-C drops the line, Ctrl-D leaves.\n\n";
    console_.Print(text);
  }

  void ShowOptions() {
    v1::Reply options;
    *options.mutable_options() = session_.last_reply().options();
    options.set_multiple(session_.last_reply().multiple());
    Answer(FormatReply(options, console_.style()), "Nothing is on offer.");
  }

  void ShowSources() {
    Answer(FormatSources(session_.last_reply(), console_.style()),
           "The last reply is from no document.");
  }

  void ShowMemory() {
    if (session_.id().empty()) return console_.Remark("Nothing was said yet.");
    const auto session = talker_.GetSession(session_.id());
    if (!session.ok()) return Complain(session.status());
    if (console_.json()) return console_.PrintJson(*session);
    Answer(FormatSession(*session, console_.style()), "");
  }

  void ToggleTrace() {
    trace_ = !trace_;
    console_.Remark(trace_ ? "Replies come with their trace now."
                           : "Replies come without their trace now.");
  }

  void Restart() { TakeResponse(session_.Restart(trace_)); }

  void Retry() {
    const auto response = session_.Retry();
    if (absl::IsFailedPrecondition(response.status())) {
      return console_.Remark("Every message was answered.");
    }
    TakeResponse(response);
  }

  void Forget() {
    const auto receipt = session_.Forget();
    if (!receipt.ok()) return Complain(receipt.status());
    if (console_.json()) return console_.PrintJson(*receipt);
    console_.Print(
        fmt::format("Turns deleted for good: {}.\n", receipt->deleted_turns()));
  }

  void ShowSession() {
    Answer(session_.id().empty() ? "" : session_.id() + "\n",
           "There is no session yet.");
  }

  void ShowStarters() {
    const auto described = talker_.Describe(assistant_);
    if (!described.ok()) return Complain(described.status());
    Answer(StarterLines(*described), "There are none.");
  }

  void Quit() { done_ = true; }

  void Answer(const std::string& text, std::string_view nothing) {
    if (text.empty()) return console_.Remark(nothing);
    console_.Print(fmt::format("\n{}\n", text));
  }

  void Complain(const absl::Status& status) {
    ClearInterruption();
    const int code = console_.Report(status);
    if (!interactive_) exit_code_ = code;
  }

  const std::string assistant_;
  const Console& console_;
  Talker& talker_;
  const bool interactive_;
  const bool can_go_on_;  // The session outlives this process.
  ChatSession session_;
  bool trace_;
  bool interrupted_once_ = false;
  bool done_ = false;
  int exit_code_ = kExitOk;
};

const std::array<ChatLoop::Command, 11> ChatLoop::kCommands = {{
    {"/help", "what can be typed here", &ChatLoop::Help},
    {"/options", "what was offered last", &ChatLoop::ShowOptions},
    {"/sources", "where the last reply is from", &ChatLoop::ShowSources},
    {"/starters", "questions to start with", &ChatLoop::ShowStarters},
    {"/memory", "what is remembered of you", &ChatLoop::ShowMemory},
    {"/trace", "show, or stop showing, why", &ChatLoop::ToggleTrace},
    {"/session", "the secret id of this session", &ChatLoop::ShowSession},
    {"/retry", "send an unanswered message again", &ChatLoop::Retry},
    {"/restart", "start over", &ChatLoop::Restart},
    {"/forget", "delete this session for good", &ChatLoop::Forget},
    {"/quit", "leave", &ChatLoop::Quit},
}};

}  // namespace

int Chat(const Settings& settings, const Console& console) {
  const auto connection = Connect(settings, console);
  if (!connection.ok()) return console.Report(connection.status());
  return ChatLoop(settings, console, *connection->talker).Run();
}

}  // namespace quiver
