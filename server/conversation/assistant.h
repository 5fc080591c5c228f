#ifndef QUIVER_CONVERSATION_ASSISTANT_H_
#define QUIVER_CONVERSATION_ASSISTANT_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/diagnostics.h"
#include "content/catalog.h"
#include "text/dictionary.h"
#include "understand/learned_models.h"
#include "understand/understander.h"

namespace quiver {

// Everything that answers for one assistant: one content, one reading of it.
// An immutable value; a turn uses one from beginning to end.
struct Assistant {
  std::shared_ptr<const Catalog> catalog;
  std::shared_ptr<const Understander> understander;
};

// Trains or finds what is learnt from a catalog.
using ModelSource = std::function<LearnedModels(const Catalog&)>;

// Reads the assistant `name` under `content_root`.  Mistakes of its authors
// are recorded in `diagnostics`.  `dictionary` must outlive the assistant.
// `models` may be empty: examples are then not learnt from.
//
// NotFound, Unavailable: as ReadContentFiles().
// FailedPrecondition: the content has errors; see `diagnostics`.
absl::StatusOr<std::shared_ptr<const Assistant>> LoadAssistant(
    const std::string& content_root, const std::string& name,
    const Dictionary& dictionary, const ModelSource& models,
    Diagnostics& diagnostics);

// The assistants of a server, by name.
//
// Safe for concurrent use: turns that run keep the assistant they started
// with while another takes its place.
class AssistantDirectory {
 public:
  virtual ~AssistantDirectory() = default;

  // The assistant called `name`; the default one for an empty name.
  //
  // NotFound: there is none of that name.
  virtual absl::StatusOr<std::shared_ptr<const Assistant>> Find(
      std::string_view name) const = 0;

  // Names, in alphabetical order.
  virtual std::vector<std::string> Names() const = 0;

  // Puts `assistant` in the place of the one of the same name.
  virtual void Replace(std::shared_ptr<const Assistant> assistant) = 0;
};

// Makes a directory.  `default_name` must be one of `assistants`, or empty:
// then the default is the only one, if there is only one.
std::unique_ptr<AssistantDirectory> MakeAssistantDirectory(
    std::vector<std::shared_ptr<const Assistant>> assistants,
    std::string default_name);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_ASSISTANT_H_
