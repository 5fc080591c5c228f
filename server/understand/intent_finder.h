#ifndef QUIVER_UNDERSTAND_INTENT_FINDER_H_
#define QUIVER_UNDERSTAND_INTENT_FINDER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "content/catalog.h"
#include "understand/understanding.h"

namespace quiver {

// An intent that a pattern of its found in a text.
struct IntentHit {
  const Intent* intent = nullptr;
  const AuthoredPattern* pattern = nullptr;
  Span span;  // Into the text.
};

// Which intents are looked for.
enum class Sought { kAll, kActs };

// Whether `intent` is no question, but something that a message does.
bool IsAct(const Intent& intent);

// Finds intents by their authors' patterns.
//
// Immutable: any number of threads may use one.
class IntentFinder {
 public:
  virtual ~IntentFinder() = default;

  // The intents in `text` that are `sought`, each once, best first: by
  // priority, then length of the match, then name.  Required and refused
  // entities are not looked at.
  virtual std::vector<IntentHit> Find(std::string_view text,
                                      Sought sought) const = 0;
};

// Makes a finder for the intents of `catalog`, which must outlive it.
//
// Internal: a pattern that the content loader let pass does not compile.
absl::StatusOr<std::unique_ptr<IntentFinder>> MakeIntentFinder(
    const Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_INTENT_FINDER_H_
