#include "dialogue/details.h"

#include <algorithm>
#include <utility>

namespace quiver {
namespace {

// Whether some safety rule asks for `value` of `entity`; `alone`: for nothing
// beside it.  Not what visitors are asked for: to have no eyelid twitch is no
// good sign.
bool IsSign(const Catalog& catalog, std::string_view entity,
            std::string_view value, bool alone = false) {
  if (catalog.FindSlot(entity) != nullptr) return false;
  const Entity* const found = catalog.FindEntity(entity);
  const EntityValue* const sign =
      found == nullptr ? nullptr : found->Find(value);
  return sign != nullptr &&
         std::any_of(sign->sign_of.begin(), sign->sign_of.end(),
                     [&](const RuleConjunction& at) {
                       const SafetyRule& rule = catalog.safety_rules[at.rule];
                       return !alone || rule.when[at.conjunction].size() == 1;
                     });
}

// Whether it is good news that the visitor does not have it.  "Not suddenly" is
// none: it is a sign only beside others.
bool IsGoodToDeny(const Catalog& catalog, const RememberedSlot& slot) {
  return IsSign(catalog, slot.name, slot.value) &&
         (WorthTelling(catalog, slot.name) ||
          IsSign(catalog, slot.name, slot.value, /*alone=*/true));
}

// "Is this ALS?" tells nothing of the visitor.
bool InQuestion(const Turn& turn, const Mention& mention) {
  const auto& clauses = turn.understanding().utterance.corrected.clauses;
  return mention.clause < clauses.size() && clauses[mention.clause].question;
}

// "So it is not a fit?" denies nothing; "any weakness? no" does.
bool DeniedInQuestion(const Turn& turn, const Mention& mention) {
  const auto& clauses = turn.understanding().utterance.corrected.clauses;
  return mention.assertion.negated && InQuestion(turn, mention) &&
         mention.clause + 1 == clauses.size();
}

// A body part is told by naming it; a symptom only by reporting it.  Asked for
// what sets it off, "if I drink coffee" is an answer.
bool WorthRemembering(const Turn& turn, const Mention& mention) {
  const Assertion& assertion = mention.assertion;
  const std::string& name = mention.entity->name;
  if (assertion.experiencer == Experiencer::kFamilyHistory ||
      assertion.experiencer == Experiencer::kAnimal) {
    return false;
  }
  // "No fever" does not deny the illness that a fever would imply.
  if (mention.implied && assertion.negated) return false;
  if (DeniedInQuestion(turn, mention)) return false;
  if (turn.state.pending && turn.state.pending->slot == name) return true;
  if (assertion.hypothetical) return false;
  if (turn.catalog().FindSlot(name) != nullptr || assertion.negated) {
    return true;
  }
  return assertion.Present() && !InQuestion(turn, mention) &&
         (WorthTelling(turn.catalog(), *mention.entity) ||
          IsSign(turn.catalog(), name, mention.value));
}

RememberedSlot SlotOf(const Turn& turn, const Mention& mention) {
  return {.name = mention.entity->name,
          .value = mention.value,
          .side = std::string(mention.side),
          .negated = mention.assertion.negated,
          .declined = false,
          .turn = turn.state.turn};
}

const RememberedSlot* FindHeld(const SessionState& state,
                               const RememberedSlot& slot) {
  const auto found = std::find_if(
      state.slots.begin(), state.slots.end(), [&](const RememberedSlot& held) {
        return held.name == slot.name && held.value == slot.value &&
               !held.declined;
      });
  return found == state.slots.end() ? nullptr : &*found;
}

bool SaysTheSame(const RememberedSlot& held, const RememberedSlot& slot) {
  return held.negated == slot.negated &&
         (held.side == slot.side || slot.side.empty());
}

bool HoldsOneValue(const Catalog& catalog, std::string_view name) {
  const Slot* slot = catalog.FindSlot(name);
  if (slot != nullptr) return !slot->multiple;
  return catalog.FindEntity(name)->kind == EntityKind::kDuration;
}

void Learn(Turn& turn, RememberedSlot slot) {
  const RememberedSlot* held = FindHeld(turn.state, slot);
  if (held != nullptr && SaysTheSame(*held, slot)) return;
  if (held != nullptr && !held->negated && slot.negated) {
    turn.taken_back.push_back(*held);
  }
  if (!slot.negated && HoldsOneValue(turn.catalog(), slot.name)) {
    std::erase_if(turn.state.slots, [&](const RememberedSlot& old) {
      return old.name == slot.name && !old.negated && old.turn < slot.turn;
    });
  }
  turn.learnt.push_back(slot);
  Remember(turn.state, std::move(slot));
}

bool HasSides(const Catalog& catalog, const RememberedSlot& slot) {
  const Entity* entity = catalog.FindEntity(slot.name);
  return entity != nullptr && entity->sides && !slot.negated && !slot.declined;
}

// "The left one": the side of what was named last.
void LearnBareSide(Turn& turn) {
  const std::string_view side = turn.understanding().bare_side;
  if (side.empty()) return;
  uint64_t latest = 0;
  for (const RememberedSlot& held : turn.state.slots) {
    if (HasSides(turn.catalog(), held)) latest = std::max(latest, held.turn);
  }
  const std::vector<RememberedSlot> held_before = turn.state.slots;
  for (RememberedSlot slot : held_before) {
    if (!HasSides(turn.catalog(), slot) || slot.turn != latest) continue;
    slot.side = side;
    slot.turn = turn.state.turn;
    Learn(turn, std::move(slot));
  }
}

// Whether a clause asks something that the message does not answer itself, as
// in "any weakness? no".
bool AsksOpenly(const Turn& turn) {
  const auto& clauses = turn.understanding().utterance.corrected.clauses;
  const auto& mentions = turn.understanding().mentions;
  for (uint32_t i = 0; i < clauses.size(); ++i) {
    const bool answered =
        i + 1 < clauses.size() &&
        std::any_of(mentions.begin(), mentions.end(),
                    [&](const Mention& mention) {
                      return mention.clause == i && mention.assertion.negated;
                    });
    if (clauses[i].question && !answered) return true;
  }
  return false;
}

}  // namespace

bool WorthTelling(const Catalog& catalog, const Entity& entity) {
  return entity.specificity > 0 || entity.kind == EntityKind::kDuration ||
         catalog.FindSlot(entity.name) != nullptr;
}

bool WorthTelling(const Catalog& catalog, std::string_view entity) {
  const Entity* found = catalog.FindEntity(entity);
  return found != nullptr && WorthTelling(catalog, *found);
}

void LearnDetails(Turn& turn) {
  for (const Mention& mention : turn.understanding().mentions) {
    if (WorthRemembering(turn, mention)) Learn(turn, SlotOf(turn, mention));
  }
  LearnBareSide(turn);
}

void LearnTapped(Turn& turn, const Slot& slot, const EntityValue& value) {
  Learn(turn, {.name = slot.name,
               .value = value.name,
               .side = "",
               .negated = false,
               .declined = false,
               .turn = turn.state.turn});
}

bool GivesChoosingDetail(const Turn& turn) {
  const auto& mentions = turn.understanding().mentions;
  const bool said =
      std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
        return mention.entity->specificity > 0 && !mention.assertion.negated;
      });
  return said ||
         std::any_of(
             turn.learnt.begin(), turn.learnt.end(),
             [&](const RememberedSlot& slot) {
               return !slot.negated &&
                      turn.catalog().FindEntity(slot.name)->specificity > 0;
             });
}

std::string SlotLabel(const Catalog& catalog, const RememberedSlot& slot) {
  const Entity* entity = catalog.FindEntity(slot.name);
  const EntityValue* value =
      entity == nullptr ? nullptr : entity->Find(slot.value);
  const std::string& label = value == nullptr ? slot.value : value->label;
  if (slot.side == "both") return label + " on both sides";
  return slot.side.empty() ? label : slot.side + " " + label;
}

std::string SlotLabels(const Catalog& catalog,
                       const std::vector<RememberedSlot>& slots) {
  std::string labels;
  std::vector<std::string> seen;  // Two entities may share a label.
  for (const RememberedSlot& slot : slots) {
    std::string label = SlotLabel(catalog, slot);
    if (std::find(seen.begin(), seen.end(), label) != seen.end()) continue;
    if (!labels.empty()) labels += ", ";
    labels += label;
    seen.push_back(std::move(label));
  }
  return labels;
}

std::vector<RememberedSlot> DeniedSigns(const Turn& turn) {
  std::vector<RememberedSlot> signs;
  for (const RememberedSlot& slot : turn.learnt) {
    if (slot.negated && IsGoodToDeny(turn.catalog(), slot)) {
      signs.push_back(slot);
    }
  }
  return signs;
}

bool OnlyDenies(const Turn& turn) {
  const auto& mentions = turn.understanding().mentions;
  return !turn.learnt.empty() &&
         std::all_of(turn.learnt.begin(), turn.learnt.end(),
                     [](const RememberedSlot& slot) { return slot.negated; }) &&
         std::all_of(mentions.begin(), mentions.end(),
                     [](const Mention& mention) {
                       return mention.assertion.negated;
                     }) &&
         !AsksOpenly(turn);
}

void AcknowledgeDenials(Turn& turn) {
  // With another sign there, reassurance would be false.
  if (!turn.understanding().safety.empty()) return;
  const std::vector<RememberedSlot> signs = DeniedSigns(turn);
  if (signs.empty()) return;
  SayMessage(turn, MessageKind::kRemark, "denied",
             {{"value", SlotLabels(turn.catalog(), signs)}});
}

}  // namespace quiver
