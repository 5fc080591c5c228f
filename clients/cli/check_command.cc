// check: mistakes in content folders.

#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

#include "cli/commands.h"
#include "cli/connection.h"

namespace quiver {
namespace {

google::protobuf::Struct ToJson(const Diagnostic& diagnostic) {
  google::protobuf::Struct object;
  auto& fields = *object.mutable_fields();
  fields["file"].set_string_value(diagnostic.position.file);
  fields["line"].set_number_value(diagnostic.position.line);
  fields["column"].set_number_value(diagnostic.position.column);
  fields["severity"].set_string_value(
      diagnostic.severity == Severity::kError ? "error" : "warning");
  fields["message"].set_string_value(diagnostic.message);
  fields["advice"].set_string_value(diagnostic.advice);
  return object;
}

void Show(const Diagnostics& diagnostics, const Console& console) {
  if (!console.json()) return console.Print(diagnostics.FormatAll());
  for (const Diagnostic& diagnostic : diagnostics.Sorted()) {
    console.PrintJson(ToJson(diagnostic));
  }
}

}  // namespace

int CheckContent(const Settings& settings, const Console& console) {
  const auto now = TimeOf(settings);
  if (!now.ok()) {
    console.Report(now.status());
    return kExitUsage;
  }
  Diagnostics diagnostics;
  // Mistakes can be told without learning, which takes seconds.
  const auto assistants = ReadLocal(settings, settings.content,
                                    /*learn=*/false, console, diagnostics);
  if (assistants.ok()) (*assistants)->FindOutdated(*now, diagnostics);
  Show(diagnostics, console);
  if (diagnostics.HasErrors()) return kExitFailed;
  if (!assistants.ok()) return console.Report(assistants.status());
  if (settings.strict && !diagnostics.Sorted().empty()) return kExitFailed;
  if (!console.json()) {
    console.Print(fmt::format("{}: no mistakes.\n",
                              fmt::join((*assistants)->Names(), ", ")));
  }
  return kExitOk;
}

}  // namespace quiver
