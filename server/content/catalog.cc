#include "content/catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace quiver {
namespace {

constexpr size_t kSeveral = 3;

template <typename Thing>
const Thing* FindByName(const std::vector<Thing>& things,
                        std::string_view name) {
  const auto found =
      std::find_if(things.begin(), things.end(),
                   [&](const Thing& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}

// Finds the entities of a catalog, and their values, to be written to.
class ValueIndex {
 public:
  explicit ValueIndex(Catalog& catalog) {
    for (Entity& entity : catalog.entities) {
      entities_[entity.name] = &entity;
      for (EntityValue& value : entity.values) {
        values_[Key(entity.name, value.name)] = &value;
      }
    }
  }

  // The value, or null.
  EntityValue* Find(std::string_view entity, std::string_view value) const {
    const auto found = values_.find(Key(entity, value));
    return found == values_.end() ? nullptr : found->second;
  }

  // Where it is listed what `sign` is a sign of, or null.
  std::vector<RuleConjunction>* UsesOf(const Reference& sign) const {
    if (EntityValue* const value = Find(sign.entity, sign.value)) {
      return &value->sign_of;
    }
    const auto entity = entities_.find(sign.entity);
    return entity == entities_.end() || !sign.value.empty()
               ? nullptr
               : &entity->second->sign_of;
  }

 private:
  static std::string Key(std::string_view entity, std::string_view value) {
    return fmt::format("{}={}", entity, value);
  }

  StringMap<Entity*> entities_;
  StringMap<EntityValue*> values_;
};

// Tells `document` which entities it is about.
void LinkEntities(const Catalog& catalog, Document& document) {
  document.entities.clear();
  document.specificity = 0;
  for (uint32_t i = 0; i < catalog.entities.size(); ++i) {
    const Entity& entity = catalog.entities[i];
    const bool is_about = std::any_of(
        document.about.begin(), document.about.end(),
        [&](const About& about) { return about.entity == entity.name; });
    if (!is_about) continue;
    document.entities.push_back(i);
    document.specificity += entity.specificity;
  }
}

}  // namespace

std::string_view ActionName(Action action) {
  switch (action) {
    case Action::kNone:
      return "";
    case Action::kHelp:
      return "help";
    case Action::kStartOver:
      return "start_over";
    case Action::kGoBack:
      return "go_back";
    case Action::kRepeat:
      return "repeat";
    case Action::kRecall:
      return "recall";
    case Action::kForget:
      return "forget";
    case Action::kExplainQuestion:
      return "explain_question";
    case Action::kReject:
      return "reject";
    case Action::kSimpler:
      return "simpler";
    case Action::kMore:
      return "more";
    case Action::kSummarize:
      return "summarize";
    case Action::kWhy:
      return "why";
    case Action::kCorrect:
      return "correct";
    case Action::kYes:
      return "yes";
    case Action::kNo:
      return "no";
    case Action::kUnsure:
      return "unsure";
    case Action::kSkip:
      return "skip";
    case Action::kNoneOfThese:
      return "none";
  }
  return "";
}

const EntityValue* Entity::Find(std::string_view value) const {
  return FindByName(values, value);
}

std::vector<std::string_view> Entity::Amounting(
    std::vector<std::string_view> named) const {
  if (several.empty()) return named;
  const bool said =
      std::find(named.begin(), named.end(), several) != named.end();
  if (!said && named.size() < kSeveral) return named;
  const std::set<std::string_view> different(named.begin(), named.end());
  if (!said && different.size() < kSeveral) return named;
  return {several};
}

const Entity* Catalog::FindEntity(std::string_view name) const {
  return FindByName(entities, name);
}

const Slot* Catalog::FindSlot(std::string_view name) const {
  return FindByName(slots, name);
}

const Intent* Catalog::FindIntent(std::string_view name) const {
  return FindByName(intents, name);
}

const SafetyRule* Catalog::FindSafetyRule(std::string_view name) const {
  return FindByName(safety_rules, name);
}

const Document* Catalog::FindDocument(std::string_view id) const {
  const auto found =
      std::lower_bound(documents.begin(), documents.end(), id,
                       [](const Document& document, std::string_view wanted) {
                         return document.id < wanted;
                       });
  return found == documents.end() || found->id != id ? nullptr : &*found;
}

const std::string& Catalog::Message(std::string_view key, uint64_t turn) const {
  const std::vector<std::string>& variants = messages.find(key)->second;
  return variants[turn % variants.size()];
}

void LinkDocuments(Catalog& catalog) {
  for (Entity& entity : catalog.entities) {
    for (EntityValue& value : entity.values) value.documents.clear();
  }
  for (Document& document : catalog.documents) LinkEntities(catalog, document);
  const ValueIndex values(catalog);
  for (uint32_t i = 0; i < catalog.documents.size(); ++i) {
    for (const About& about : catalog.documents[i].about) {
      EntityValue* const value = values.Find(about.entity, about.value);
      if (value != nullptr) value->documents.push_back(i);
    }
  }
}

void LinkSafetyRules(Catalog& catalog) {
  for (Entity& entity : catalog.entities) {
    entity.sign_of.clear();
    for (EntityValue& value : entity.values) value.sign_of.clear();
  }
  const ValueIndex values(catalog);
  for (uint32_t r = 0; r < catalog.safety_rules.size(); ++r) {
    const Condition& when = catalog.safety_rules[r].when;
    for (uint32_t c = 0; c < when.size(); ++c) {
      for (const Reference& sign : when[c]) {
        auto* const uses = values.UsesOf(sign);
        if (uses != nullptr) uses->push_back({r, c});
      }
    }
  }
}

}  // namespace quiver
