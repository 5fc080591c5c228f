#ifndef QUIVER_UNDERSTAND_RESEMBLANCE_H_
#define QUIVER_UNDERSTAND_RESEMBLANCE_H_

#include <memory>
#include <vector>

#include "content/catalog.h"
#include "learn/intent_model.h"
#include "understand/understanding.h"

namespace quiver {

// Finds what a text resembles: intents and documents by their examples and
// questions, documents by their words.
//
// Immutable: any number of threads may use one.
class Resemblance {
 public:
  virtual ~Resemblance() = default;

  // Up to `limit` meanings of the tokens of `reading` inside `span`, best
  // first; equal ones by name.  Each document once, whichever way it was
  // found.  The confidences of examples and of retrieval are on one scale:
  // docs/understanding.md.
  virtual std::vector<Candidate> Find(const Reading& reading, const Span& span,
                                      size_t limit) const = 0;
};

// Makes it for `catalog`, which must outlive it.  `model` may be null.
std::unique_ptr<Resemblance> MakeResemblance(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_RESEMBLANCE_H_
