#ifndef QUIVER_CLI_CONNECTION_H_
#define QUIVER_CLI_CONNECTION_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "base/diagnostics.h"
#include "cli/console.h"
#include "cli/local_assistants.h"
#include "cli/settings.h"
#include "cli/talker.h"

namespace quiver {

// Who the commands talk to: a server, or with --content assistants in this
// process.
struct Connection {
  std::unique_ptr<LocalAssistants> local;  // Null for a server.
  std::unique_ptr<Talker> talker;
};

// Connects as `settings` say.  Mistakes in the content are printed.
absl::StatusOr<Connection> Connect(const Settings& settings,
                                   const Console& console);

// Reads `folder` as `settings` say.  `console` must outlive the assistants.
absl::StatusOr<std::unique_ptr<LocalAssistants>> ReadLocal(
    const Settings& settings, const std::string& folder, bool learn,
    const Console& console, Diagnostics& diagnostics);

// When conversations take place: now, or noon of --day.
//
// InvalidArgument: --day is no day.
absl::StatusOr<absl::Time> TimeOf(const Settings& settings);
absl::Time NoonOf(absl::CivilDay day);

}  // namespace quiver

#endif  // QUIVER_CLI_CONNECTION_H_
