#ifndef QUIVER_UNDERSTAND_UNDERSTANDER_H_
#define QUIVER_UNDERSTAND_UNDERSTANDER_H_

#include <memory>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "content/catalog.h"
#include "text/dictionary.h"
#include "understand/learned_models.h"
#include "understand/understanding.h"

namespace quiver {

// What candidates need to be answered.  One scale of confidence for every
// method; docs/understanding.md tells how the values were chosen.
struct UnderstandingThresholds {
  // From here on the best candidate is the answer.
  double answer = 0.6;
  // From here on up to `answer` the visitor is asked which is meant; below,
  // the message was not understood.
  double clarify = 0.4;
  // Candidates nearer than this to the best one are as likely as it.
  double tie = 0.005;
};

// Reads messages for one assistant.
//
// Immutable: any number of threads may use one.
class Understander {
 public:
  virtual ~Understander() = default;

  // Understands `message`, which must be valid UTF-8.  Always succeeds: a
  // message that means nothing has no candidates.
  virtual Understanding Understand(std::string_view message) const = 0;

  // Documents that `message` is about, best first, for search.
  virtual std::vector<Candidate> Search(std::string_view message,
                                        size_t limit) const = 0;

  virtual const UnderstandingThresholds& thresholds() const = 0;
};

// Makes an Understander of `catalog`, which it shares.  `dictionary` must
// outlive it.  `models` are those of `catalog`, or none: examples are then not
// used.
//
// Internal: a pattern that the content loader let pass does not compile.
absl::StatusOr<std::unique_ptr<Understander>> MakeUnderstander(
    std::shared_ptr<const Catalog> catalog, const Dictionary& dictionary,
    const LearnedModels& models,
    const UnderstandingThresholds& thresholds = {});

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_UNDERSTANDER_H_
