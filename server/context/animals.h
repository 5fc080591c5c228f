#ifndef QUIVER_CONTEXT_ANIMALS_H_
#define QUIVER_CONTEXT_ANIMALS_H_

#include "context/clause_view.h"

namespace quiver {

// Whether the animal that `trigger` (TriggerKind::kAnimal) names is what its
// statement tells of: "my dog collapsed", "our 6 month old kitten is shaking".
// Not so when somebody met it ("bitten by a dog", "my dog bite"), nor when it
// may be food ("the chicken was off").
bool IsSubjectAnimal(const ClauseView& view, const Trigger& trigger);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_ANIMALS_H_
