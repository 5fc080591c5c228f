#ifndef QUIVER_UNDERSTAND_ENTITY_FINDER_H_
#define QUIVER_UNDERSTAND_ENTITY_FINDER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "content/catalog.h"
#include "text/utterance.h"
#include "understand/understanding.h"

namespace quiver {

// Finds the values of entities that a message names.
//
// Immutable: any number of threads may use one.
class EntityFinder {
 public:
  virtual ~EntityFinder() = default;

  // The mentions in `reading`, by place, longer ones first, then by the order
  // of entities and values in the catalog.  Of values of one entity that
  // claim overlapping words the longest claim wins, then the first in the
  // catalog; values of different entities do not compete.  Each mention has
  // its side and its assertion.  `origin` is filled in; `implied` mentions
  // follow the one that implies them.
  virtual std::vector<Mention> Find(const Reading& reading) const = 0;
};

// Makes a finder for the entities of `catalog`, which must outlive it.
//
// Internal: a pattern that the content loader let pass does not compile.
absl::StatusOr<std::unique_ptr<EntityFinder>> MakeEntityFinder(
    const Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_ENTITY_FINDER_H_
