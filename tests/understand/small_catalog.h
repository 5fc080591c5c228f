#ifndef QUIVER_TESTS_UNDERSTAND_SMALL_CATALOG_H_
#define QUIVER_TESTS_UNDERSTAND_SMALL_CATALOG_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/catalog.h"

namespace quiver {

// Pieces of catalogs, for tests that need some of one only.

inline EntityValue Value(std::string name, std::vector<std::string> synonyms,
                         std::vector<std::string> patterns = {},
                         std::vector<std::string> except = {}) {
  EntityValue value;
  value.name = std::move(name);
  value.synonyms = std::move(synonyms);
  value.patterns = std::move(patterns);
  value.except = std::move(except);
  return value;
}

inline Entity Named(std::string name, std::vector<EntityValue> values) {
  Entity entity;
  entity.name = std::move(name);
  entity.values = std::move(values);
  return entity;
}

inline Entity Lasting(std::string name) {
  Entity entity;
  entity.name = std::move(name);
  entity.kind = EntityKind::kDuration;
  return entity;
}

// "a=b" or "a".
inline Reference Ref(std::string_view text) {
  const size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {std::string(text), ""};
  return {std::string(text.substr(0, equals)),
          std::string(text.substr(equals + 1))};
}

inline SafetyRule Rule(std::string name, SafetyLevel level, Condition when,
                       Condition unless = {}) {
  SafetyRule rule;
  rule.name = std::move(name);
  rule.level = level;
  rule.when = std::move(when);
  rule.unless = std::move(unless);
  return rule;
}

inline Intent Asking(std::string name, std::vector<std::string> regexes,
                     int priority = 0) {
  Intent intent;
  intent.name = std::move(name);
  intent.priority = priority;
  for (std::string& regex : regexes) {
    intent.patterns.push_back({regex, std::move(regex), {}});
  }
  return intent;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_UNDERSTAND_SMALL_CATALOG_H_
