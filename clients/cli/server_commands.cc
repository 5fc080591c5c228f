// history, forget, health and reload: what a server keeps and how it is.

#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

#include <string>

#include "cli/commands.h"
#include "cli/connection.h"
#include "cli/grpc_talker.h"
#include "cli/interruption.h"
#include "cli/reply_format.h"

namespace quiver {
namespace {

constexpr int kPageSize = 200;
constexpr size_t kHashDigits = 12;

int MissSession(const Settings& settings, const Console& console) {
  console.Report(absl::InvalidArgumentError(
      fmt::format("which session? quiver {} --session ID, or QUIVER_SESSION",
                  settings.command)));
  return kExitUsage;
}

std::string FormatDiagnostic(const v1::ContentDiagnostic& diagnostic) {
  std::string place = diagnostic.file();
  if (diagnostic.line() > 0) place += fmt::format(":{}", diagnostic.line());
  if (diagnostic.column() > 0) place += fmt::format(":{}", diagnostic.column());
  return fmt::format("{}: {}: {}\n", place,
                     diagnostic.error() ? "error" : "warning",
                     Printable(diagnostic.message()));
}

}  // namespace

int ShowHistory(const Settings& settings, const Console& console) {
  if (settings.session.empty()) return MissSession(settings, console);
  CatchInterruptions();
  const auto server = ConnectTo(settings.server);
  if (!server.ok()) return console.Report(server.status());
  v1::ListTurnsRequest request;
  request.set_session_id(settings.session);
  request.set_page_size(kPageSize);
  do {
    const auto page = (*server)->ListTurns(request);
    if (!page.ok()) return console.Report(page.status());
    for (const v1::Turn& turn : page->turns()) {
      if (console.json()) {
        console.PrintJson(turn);
      } else {
        console.Print(FormatTurn(turn, console.style()) + "\n");
      }
    }
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  return kExitOk;
}

int ForgetSession(const Settings& settings, const Console& console) {
  if (settings.session.empty()) return MissSession(settings, console);
  CatchInterruptions();
  const auto server = ConnectTo(settings.server);
  if (!server.ok()) return console.Report(server.status());
  const auto receipt = (*server)->DeleteSession(settings.session);
  if (!receipt.ok()) return console.Report(receipt.status());
  if (console.json()) {
    console.PrintJson(*receipt);
  } else if (receipt->deleted_turns() == 0) {
    console.Print("Nothing was stored under this id.\n");
  } else {
    console.Print(fmt::format(
        "{} turn{} deleted for good. Receipt: {}\n", receipt->deleted_turns(),
        receipt->deleted_turns() == 1 ? "" : "s", receipt->session_hash()));
  }
  return kExitOk;
}

int ShowHealth(const Settings& settings, const Console& console) {
  CatchInterruptions();
  const auto server = ConnectTo(settings.server);
  if (!server.ok()) return console.Report(server.status());
  const absl::Status health = (*server)->CheckHealth();
  if (!health.ok()) return console.Report(health);
  // Several assistants and no default: it serves all the same.
  const auto described = (*server)->Describe(settings.assistant);
  if (!described.ok() && !settings.assistant.empty()) {
    return console.Report(described.status());
  }
  if (console.json()) {
    google::protobuf::Struct object;
    auto& fields = *object.mutable_fields();
    fields["server"].set_string_value(settings.server.target);
    fields["serving"].set_bool_value(true);
    if (described.ok()) {
      fields["assistant"].set_string_value(described->assistant());
      fields["content_hash"].set_string_value(described->content_hash());
    }
    console.PrintJson(object);
    return kExitOk;
  }
  std::string text = fmt::format("{} serves", settings.server.target);
  if (described.ok()) {
    text += fmt::format(" {} ({}), content {}", described->assistant(),
                        Printable(described->name()),
                        described->content_hash().substr(0, kHashDigits));
  }
  console.Print(text + ".\n");
  return kExitOk;
}

int Reload(const Settings& settings, const Console& console) {
  CatchInterruptions();
  const auto server = ConnectTo(settings.server);
  if (!server.ok()) return console.Report(server.status());
  const auto reloaded = (*server)->ReloadContent(settings.assistant);
  if (!reloaded.ok()) return console.Report(reloaded.status());
  bool has_errors = false;
  for (const auto& diagnostic : reloaded->diagnostics()) {
    has_errors |= diagnostic.error();
    if (!console.json()) console.Print(FormatDiagnostic(diagnostic));
  }
  if (console.json()) {
    console.PrintJson(*reloaded);
  } else {
    console.Print(fmt::format(
        "{} content {}.\n",
        has_errors ? "Mistakes: the server keeps its" : "The server uses",
        reloaded->content_hash().substr(0, kHashDigits)));
  }
  return has_errors ? kExitFailed : kExitOk;
}

}  // namespace quiver
