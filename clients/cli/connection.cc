#include "cli/connection.h"

#include <fmt/format.h>
#include <unistd.h>

#include "absl/time/civil_time.h"
#include "base/status_macros.h"
#include "cli/grpc_talker.h"

namespace quiver {

absl::StatusOr<Connection> Connect(const Settings& settings,
                                   const Console& console) {
  Connection connection;
  if (settings.content.empty()) {
    QUIVER_ASSIGN_OR_RETURN(connection.talker, ConnectTo(settings.server));
    return connection;
  }
  Diagnostics diagnostics;
  auto local = ReadLocal(settings, settings.content, /*learn=*/true, console,
                         diagnostics);
  if (diagnostics.HasErrors()) console.Remark(diagnostics.FormatAll());
  QUIVER_RETURN_IF_ERROR(local.status());
  connection.local = *std::move(local);
  QUIVER_ASSIGN_OR_RETURN(const absl::Time now, TimeOf(settings));
  connection.talker = connection.local->StartTalking(now);
  return connection;
}

absl::StatusOr<std::unique_ptr<LocalAssistants>> ReadLocal(
    const Settings& settings, const std::string& folder, bool learn,
    const Console& console, Diagnostics& diagnostics) {
  LocalContent content;
  content.folder = folder;
  content.assistant = settings.assistant;
  content.word_lists = settings.word_lists;
  content.model_folder = settings.cache;
  content.learn = learn;
  return ReadAssistants(
      content,
      [&console](std::string_view text) {
        console.Remark(fmt::format("quiver: {}", text));
      },
      diagnostics);
}

absl::StatusOr<absl::Time> TimeOf(const Settings& settings) {
  if (settings.day.empty()) return absl::Now();
  absl::CivilDay day;
  if (!absl::ParseCivilTime(settings.day, &day)) {
    return absl::InvalidArgumentError(
        fmt::format("--day {}: write it like 2026-12-31", settings.day));
  }
  return NoonOf(day);
}

absl::Time NoonOf(absl::CivilDay day) {
  return absl::FromCivil(day, absl::UTCTimeZone()) + absl::Hours(12);
}

}  // namespace quiver
