#include "dialogue/established_finding.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "dialogue/document_choice.h"

namespace quiver {
namespace {

bool NarrowsAnother(const Catalog& catalog, const Document& document) {
  // Of one kind of detail alone nothing can be narrower.
  return document.about.size() > 1 &&
         std::any_of(catalog.documents.begin(), catalog.documents.end(),
                     [&](const Document& other) {
                       return Narrows(catalog, document, other);
                     });
}

bool IsFinding(const Catalog& catalog, const Entity& entity) {
  if (entity.subject || entity.specificity == 0 ||
      catalog.FindSlot(entity.name) != nullptr) {
    return false;
  }
  return std::all_of(entity.values.begin(), entity.values.end(),
                     [&](const EntityValue& value) {
                       return std::all_of(
                           value.documents.begin(), value.documents.end(),
                           [&](uint32_t document) {
                             return NarrowsAnother(catalog,
                                                   catalog.documents[document]);
                           });
                     });
}

struct Finding {
  const Entity* entity = nullptr;
  const Document* document = nullptr;
};

// What was found, as far as it is remembered.
Finding FindingOf(const Turn& turn) {
  for (const RememberedSlot& held : turn.state.slots) {
    if (held.negated || held.declined) continue;
    const Entity* entity = turn.catalog().FindEntity(held.name);
    const EntityValue* value =
        entity == nullptr ? nullptr : entity->Find(held.value);
    if (value == nullptr || value->documents.empty() ||
        !IsFinding(turn.catalog(), *entity)) {
      continue;
    }
    return {entity, &turn.catalog().documents[value->documents.front()]};
  }
  return {};
}

// Whether `mention` is of a place that the finding holds for: the visitor's
// where it is theirs, or somebody else's.
bool IsPlaceConcerned(const Turn& turn, const Mention& mention) {
  if (!mention.entity->sides) return false;
  const Slot* slot = turn.catalog().FindSlot(mention.entity->name);
  return !mention.assertion.is_own ||
         (slot != nullptr && turn.state.Holds(slot->unless));
}

// Whether the message names a place of those in whom it was found, and nothing
// that documents are chosen by but what `finding` is about.
bool AsksOfPlace(const Turn& turn, const Finding& finding) {
  bool of_place = false;
  for (const Mention& mention : turn.understanding().mentions) {
    if (mention.entity->specificity == 0 || mention.assertion.negated) continue;
    if (IsPlaceConcerned(turn, mention)) {
      of_place = true;
    } else if (!IsAbout(*finding.document, mention.entity->name)) {
      return false;
    }
  }
  return of_place;
}

}  // namespace

Inquiry KeepToFinding(const Turn& turn, Inquiry inquiry) {
  // Most messages name no place.
  const auto& mentions = turn.understanding().mentions;
  if (std::none_of(
          mentions.begin(), mentions.end(),
          [](const Mention& mention) { return mention.entity->sides; })) {
    return inquiry;
  }
  const Finding finding = FindingOf(turn);
  if (finding.document == nullptr || !AsksOfPlace(turn, finding)) {
    return inquiry;
  }
  inquiry.document = finding.document;
  inquiry.reach = Inquiry::Reach::kDocument;
  return inquiry;
}

}  // namespace quiver
