#ifndef QUIVER_DIALOGUE_DETAILS_H_
#define QUIVER_DIALOGUE_DETAILS_H_

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/turn.h"

namespace quiver {

// Remembers the details that the message gives and notes in `turn` what is
// new and what was taken back.  For every turn, before any rule.
//
// Supposed details, a relative's, and symptoms that are only asked about are
// not the visitor's and not remembered.  A slot of which only one value may
// hold keeps the latest.
void LearnDetails(Turn& turn);

// Remembers one value of `slot` that was tapped.
void LearnTapped(Turn& turn, const Slot& slot, const EntityValue& value);

// Whether the message gives a detail that documents are chosen by.
bool GivesChoosingDetail(const Turn& turn);

// Whether a visitor would want to hear that a value of `entity` is remembered:
// documents are chosen by it, it is asked for, or it tells how long.  Not what
// only safety rules look for.
bool WorthTelling(const Catalog& catalog, const Entity& entity);
// The same of the entity called `entity`, if there is one.
bool WorthTelling(const Catalog& catalog, std::string_view entity);

// How a visitor would call a remembered detail: "left eyelid".
std::string SlotLabel(const Catalog& catalog, const RememberedSlot& slot);
// The same of several, one after the other: "left eyelid, calf".
std::string SlotLabels(const Catalog& catalog,
                       const std::vector<RememberedSlot>& slots);

// Signs of danger, which safety rules ask for, that this message denies.
std::vector<RememberedSlot> DeniedSigns(const Turn& turn);

// Whether the message does nothing but deny, as in "no weakness, no coffee":
// that is no question about weakness.
bool OnlyDenies(const Turn& turn);

// Says them back, unless another sign is there.
void AcknowledgeDenials(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_DETAILS_H_
