#include "dialogue/session_state.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace quiver {
namespace {

std::string PassageKey(std::string_view document, size_t index) {
  return fmt::format(FMT_COMPILE("{}#{}"), document, index);
}

bool PassageExists(std::string_view key, const Catalog& catalog) {
  const size_t hash = key.rfind('#');
  if (hash == std::string_view::npos) return false;
  const Document* document = catalog.FindDocument(key.substr(0, hash));
  size_t index = 0;
  std::from_chars(key.data() + hash + 1, key.data() + key.size(), index);
  return document != nullptr && index < document->passages.size();
}

bool SlotExists(const RememberedSlot& slot, const Catalog& catalog) {
  const Entity* entity = catalog.FindEntity(slot.name);
  if (entity == nullptr) return false;
  return slot.value.empty() || entity->kind == EntityKind::kDuration ||
         entity->Find(slot.value) != nullptr;
}

template <typename Item, typename Keep, typename Name>
void DropGone(std::vector<Item>& items, Keep keep, Name name,
              std::vector<std::string>& dropped) {
  std::erase_if(items, [&](const Item& item) {
    if (keep(item)) return false;
    dropped.push_back(name(item));
    return true;
  });
}

void ReconcileTopic(Topic& topic, const Catalog& catalog,
                    std::vector<std::string>& dropped) {
  if (!topic.intent.empty() && catalog.FindIntent(topic.intent) == nullptr) {
    dropped.push_back("intent " + std::exchange(topic.intent, ""));
  }
  const auto is_there = [&](const std::string& id) {
    return catalog.FindDocument(id) != nullptr;
  };
  const auto name = [](const std::string& id) { return "document " + id; };
  DropGone(topic.documents, is_there, name, dropped);
  DropGone(topic.alternatives, is_there, name, dropped);
}

void ReconcileSlots(std::vector<RememberedSlot>& slots, const Catalog& catalog,
                    std::vector<std::string>& dropped) {
  DropGone(
      slots,
      [&](const RememberedSlot& slot) { return SlotExists(slot, catalog); },
      [](const RememberedSlot& slot) {
        return fmt::format("slot {}={}", slot.name, slot.value);
      },
      dropped);
}

}  // namespace

bool SessionState::Knows(std::string_view slot) const {
  return std::any_of(slots.begin(), slots.end(), [&](const auto& held) {
    return held.name == slot && !held.negated && !held.declined;
  });
}

bool SessionState::Settled(std::string_view slot) const {
  return std::any_of(slots.begin(), slots.end(), [&](const auto& held) {
    return held.name == slot && (!held.negated || held.declined);
  });
}

uint32_t SessionState::TimesAsked(std::string_view slot) const {
  const auto found =
      std::find_if(asked.begin(), asked.end(),
                   [&](const AskedSlot& entry) { return entry.slot == slot; });
  return found == asked.end() ? 0 : found->times;
}

bool SessionState::WasTold(std::string_view document, size_t index) const {
  const fmt::format_int number(index);
  const std::string_view digits(number.data(), number.size());
  return std::any_of(told.begin(), told.end(), [&](std::string_view key) {
    // As PassageKey() has it, without making one for each question.
    return key.size() == document.size() + 1 + digits.size() &&
           key.starts_with(document) && key[document.size()] == '#' &&
           key.ends_with(digits);
  });
}

bool SessionState::Holds(const Reference& reference) const {
  return std::any_of(slots.begin(), slots.end(), [&](const auto& held) {
    return held.name == reference.entity && !held.negated && !held.declined &&
           (reference.value.empty() || held.value == reference.value);
  });
}

bool SessionState::Holds(const Condition& condition) const {
  return std::any_of(
      condition.begin(), condition.end(), [&](const Conjunction& all) {
        return std::all_of(
            all.begin(), all.end(),
            [&](const Reference& reference) { return Holds(reference); });
      });
}

void Remember(SessionState& state, RememberedSlot slot) {
  // An answer outweighs "I don't know".
  std::erase_if(state.slots, [&](const RememberedSlot& held) {
    return held.name == slot.name &&
           (held.declined || held.value == slot.value);
  });
  state.slots.push_back(std::move(slot));
  if (state.slots.size() > kMaxRememberedSlots) {
    state.slots.erase(state.slots.begin());
  }
}

void ForgetSlot(SessionState& state, std::string_view slot,
                std::string_view value) {
  std::erase_if(state.slots, [&](const RememberedSlot& held) {
    return held.name == slot && (value.empty() || held.value == value);
  });
}

void CountAsked(SessionState& state, std::string_view slot) {
  for (AskedSlot& entry : state.asked) {
    if (entry.slot == slot) {
      ++entry.times;
      return;
    }
  }
  state.asked.push_back({std::string(slot), 1});
}

bool CountTold(SessionState& state, std::string_view document, size_t index) {
  if (state.WasTold(document, index)) return false;
  state.told.push_back(PassageKey(document, index));
  if (state.told.size() > kMaxToldPassages) {
    state.told.erase(state.told.begin());
  }
  return true;
}

std::vector<std::string> Reconcile(SessionState& state,
                                   const Catalog& catalog) {
  std::vector<std::string> dropped;
  if (state.content_hash == catalog.content_hash) return dropped;
  ReconcileSlots(state.slots, catalog, dropped);
  ReconcileSlots(state.previous_slots, catalog, dropped);
  ReconcileTopic(state.topic, catalog, dropped);
  ReconcileTopic(state.previous_topic, catalog, dropped);
  DropGone(
      state.told,
      [&](const std::string& key) { return PassageExists(key, catalog); },
      [](const std::string& key) { return "passage " + key; }, dropped);
  if (state.pending && catalog.FindSlot(state.pending->slot) == nullptr) {
    dropped.push_back("question for " + state.pending->slot);
    state.pending.reset();
  }
  return dropped;
}

}  // namespace quiver
