#ifndef QUIVER_CLI_LOCAL_ASSISTANTS_H_
#define QUIVER_CLI_LOCAL_ASSISTANTS_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "base/diagnostics.h"
#include "cli/talker.h"

namespace quiver {

// What assistants are read from.
struct LocalContent {
  std::string folder;                   // With intents/ and knowledge/.
  std::string assistant;                // Only this one; empty: all.
  std::vector<std::string> word_lists;  // Of ordinary words.
  std::string model_folder;  // Keeps learned models; made when missing.
  bool learn = true;         // false: examples are not learned from.
};

// Assistants that answer in this process, without a server: the server's own
// libraries on content folders and sessions in memory.
class LocalAssistants {
 public:
  virtual ~LocalAssistants() = default;

  // In alphabetical order.
  virtual std::vector<std::string> Names() const = 0;

  // Starts conversations that know nothing of those of other talkers.  Time
  // starts at `now`, and passes as usual and by PassTime().  The talker must
  // not outlive the assistants.
  virtual std::unique_ptr<Talker> StartTalking(absl::Time now) const = 0;

  // Records a warning for each document whose review date is before `now`.
  virtual void FindOutdated(absl::Time now, Diagnostics& diagnostics) const = 0;
};

// Is told about what takes long, or went wrong without being an error.
using Notify = std::function<void(std::string_view)>;

// Reads content.  Mistakes of its authors are recorded in `diagnostics`.
//
// NotFound: no such folder, assistant or word list.
// FailedPrecondition: the content has errors; see `diagnostics`.
absl::StatusOr<std::unique_ptr<LocalAssistants>> ReadAssistants(
    const LocalContent& content, Notify notify, Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CLI_LOCAL_ASSISTANTS_H_
