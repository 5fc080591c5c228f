// run and test: conversation files.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "cli/commands.h"
#include "cli/connection.h"
#include "cli/conversation_script.h"
#include "cli/interruption.h"
#include "cli/script_report.h"
#include "cli/script_runner.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;

constexpr char kExtension[] = ".txt";

// Conversations are the .txt files, except what CMake calls its own.
bool IsConversation(const fs::directory_entry& entry) {
  return entry.is_regular_file() && entry.path().extension() == kExtension &&
         entry.path().filename() != "CMakeLists.txt";
}

// The files that `path` is or holds, in alphabetical order.
absl::StatusOr<std::vector<std::string>> FilesAt(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return std::vector{path};
  std::vector<std::string> files;
  fs::recursive_directory_iterator entries(path, error);
  if (error) {
    return absl::NotFoundError(
        fmt::format("cannot read {}: {}", path, error.message()));
  }
  for (const fs::directory_entry& entry : entries) {
    if (IsConversation(entry)) {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    return absl::NotFoundError(
        fmt::format("there are no {} files in {}", kExtension, path));
  }
  return files;
}

absl::StatusOr<std::vector<ConversationScript>> ReadScripts(
    const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<ConversationScript> scripts;
  for (const std::string& path : paths) {
    QUIVER_ASSIGN_OR_RETURN(const std::vector<std::string> files,
                            FilesAt(path));
    for (const std::string& file : files) {
      std::ifstream stream(file, std::ios::binary);
      std::ostringstream text;
      text << stream.rdbuf();
      if (!stream) {
        return absl::UnavailableError(fmt::format("cannot read {}", file));
      }
      scripts.push_back(ParseConversation(file, text.str(), diagnostics));
    }
  }
  return scripts;
}

// The scripts of the command line, or an exit code.
absl::StatusOr<std::vector<ConversationScript>> ScriptsOf(
    const Settings& settings, const Console& console) {
  Diagnostics diagnostics;
  auto scripts = ReadScripts(settings.paths, diagnostics);
  if (scripts.ok() && diagnostics.HasErrors()) {
    console.Remark(diagnostics.FormatAll());
    return absl::InvalidArgumentError("the conversations have mistakes");
  }
  return scripts;
}

int ScriptsUnreadable(const absl::Status& status, const Console& console) {
  console.Report(status);
  return kExitUsage;
}

bool WriteJunit(const std::string& file,
                const std::vector<ScriptResult>& results) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << FormatJunit(results);
  return static_cast<bool>(stream.flush());
}

// Runs each script with what `run` makes of it, and reports as it goes.
template <typename Run>
int RunAll(const std::vector<ConversationScript>& scripts,
           const Settings& settings, const Console& console, const Run& run) {
  std::vector<ScriptResult> results;
  for (const ConversationScript& script : scripts) {
    results.push_back(run(script));
    if (Interrupted()) return kExitInterrupted;
    console.Print(console.json()
                      ? FormatResultJson(results.back()) + "\n"
                      : FormatResult(results.back(), console.style()));
  }
  if (!console.json()) console.Print(FormatTotal(results, console.style()));
  if (!settings.junit.empty() && !WriteJunit(settings.junit, results)) {
    console.Report(
        absl::UnavailableError(fmt::format("cannot write {}", settings.junit)));
    return kExitUsage;
  }
  const bool ok =
      std::all_of(results.begin(), results.end(),
                  [](const ScriptResult& result) { return result.ok(); });
  return ok ? kExitOk : kExitFailed;
}

// The assistant of a script that does not say: the one whose name a folder on
// the way to its file has.
std::string AssistantOf(const ConversationScript& script,
                        const std::vector<std::string>& names) {
  if (!script.assistant.empty()) return script.assistant;
  for (const fs::path& part : fs::path(script.file).parent_path()) {
    std::string name = part.string();
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return name;
    }
  }
  return "";
}

}  // namespace

int RunScripts(const Settings& settings, const Console& console) {
  const auto scripts = ScriptsOf(settings, console);
  if (!scripts.ok()) return ScriptsUnreadable(scripts.status(), console);
  CatchInterruptions();
  const auto server = ConnectTo(settings.server);
  if (!server.ok()) return console.Report(server.status());
  // Told once, and not as a failure of every file.
  const absl::Status health = (*server)->CheckHealth();
  if (!health.ok()) return console.Report(health);
  return RunAll(*scripts, settings, console, [&](ConversationScript script) {
    if (script.assistant.empty()) {
      script.assistant = settings.assistant;
    }
    return RunScript(script, **server);
  });
}

int TestScripts(const Settings& settings, const Console& console) {
  const auto scripts = ScriptsOf(settings, console);
  if (!scripts.ok()) return ScriptsUnreadable(scripts.status(), console);
  const auto now = TimeOf(settings);
  if (!now.ok()) return ScriptsUnreadable(now.status(), console);
  CatchInterruptions();
  Diagnostics diagnostics;
  const auto assistants = ReadLocal(settings, settings.content,
                                    /*learn=*/true, console, diagnostics);
  if (diagnostics.HasErrors()) console.Remark(diagnostics.FormatAll());
  if (absl::IsFailedPrecondition(assistants.status())) {
    console.Report(assistants.status());
    return kExitFailed;
  }
  if (!assistants.ok()) return console.Report(assistants.status());
  const std::vector<std::string> names = (*assistants)->Names();
  return RunAll(*scripts, settings, console, [&](ConversationScript script) {
    script.assistant = AssistantOf(script, names);
    const auto talker =
        (*assistants)->StartTalking(script.day ? NoonOf(*script.day) : *now);
    return RunScript(script, *talker);
  });
}

}  // namespace quiver
