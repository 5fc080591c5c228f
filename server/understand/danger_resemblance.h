#ifndef QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_
#define QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_

#include <memory>
#include <optional>

#include "content/catalog.h"
#include "learn/intent_model.h"
#include "text/utterance.h"
#include "understand/understanding.h"

namespace quiver {

// Finds danger that is told in words which no rule looks for: messages that
// resemble the examples of a safety rule more than anything harmless.
//
// A net below the rules, not in their place: it knows nothing of who has a
// sign, nor when, but by the examples.
//
// Immutable: any number of threads may use one.
class DangerResemblance {
 public:
  // `catalog` must outlive it.  `model` may be null: then it finds nothing;
  // else it was trained on DangerExamples(catalog).
  DangerResemblance(const Catalog& catalog,
                    std::shared_ptr<const IntentModel> model);

  // The rule whose examples `reading` resembles: that rule when it does so
  // surely, the `suspected` rule of the catalog, if there is one, when it does
  // so only just, else nothing.  Never for a message of fewer than five words:
  // it may answer a question. Costs a few microseconds.
  std::optional<SafetyFinding> Find(const Reading& reading) const;

 private:
  const Catalog& catalog_;
  const std::shared_ptr<const IntentModel> model_;
  const SafetyRule* suspected_ = nullptr;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DANGER_RESEMBLANCE_H_
