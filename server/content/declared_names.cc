#include "content/declared_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/names.h"

namespace quiver {
namespace {

std::vector<std::string_view> ViewsOf(const StringSet& names) {
  return {names.begin(), names.end()};
}

DeclaredEntity DeclareEntity(const YamlNode& node, bool complete) {
  DeclaredEntity entity;
  entity.values.kind = "value";
  entity.values.complete = complete;
  const YamlNode* kind = node.Find("kind");
  entity.has_values = kind == nullptr || kind->text != "duration";
  const YamlNode* values = node.Find("values");
  if (values == nullptr || values->kind != YamlKind::kMap) {
    entity.values.complete = false;  // An error of its own.
    return entity;
  }
  for (const YamlEntry& value : values->entries) {
    entity.values.names.insert(value.key.text);
  }
  return entity;
}

void Declare(const std::vector<const YamlEntry*>& section, NameSet& set) {
  for (const YamlEntry* entry : section) set.names.insert(entry->key.text);
}

void DeclareAspects(const Sections& sections, NameSet& set) {
  const YamlNode* aspects =
      sections.assistant.empty()
          ? nullptr
          : sections.assistant.front()->value.Find("aspects");
  if (aspects == nullptr || aspects->kind != YamlKind::kList) {
    set.complete = false;
    return;
  }
  for (const YamlNode& aspect : aspects->items) set.names.insert(aspect.text);
}

std::string DefaultIntentOf(const Sections& sections) {
  if (sections.assistant.empty()) return "";
  const YamlNode* intent =
      sections.assistant.front()->value.Find("default_intent");
  return intent == nullptr ? "" : intent->text;
}

// One part of a conjunction, and where it stands in the text.
struct Part {
  std::string_view text;
  size_t offset = 0;
};

// The parts of `text` between "+", without blanks around them.
std::vector<Part> SplitParts(std::string_view text) {
  std::vector<Part> parts;
  size_t begin = 0;
  while (begin <= text.size()) {
    const size_t end = std::min(text.find('+', begin), text.size());
    const std::string_view part = Trim(text.substr(begin, end - begin));
    const size_t offset =
        part.empty() ? begin : static_cast<size_t>(part.data() - text.data());
    parts.push_back({part, offset});
    begin = end + 1;
  }
  return parts;
}

// Whether `part` is resolved into `reference`.
bool ReadReference(const Part& part, const YamlNode& node,
                   const DeclaredNames& names, Diagnostics& diagnostics,
                   Reference& reference) {
  const SourcePosition position = node.PositionInside(part.offset);
  const size_t equals = part.text.find('=');
  reference.entity = Trim(part.text.substr(0, equals));
  if (reference.entity.empty()) {
    diagnostics.Error(position, "a reference is missing here",
                      "write entity or entity=value");
    return false;
  }
  if (!names.entities.Resolve(reference.entity, position, diagnostics)) {
    return false;
  }
  if (equals == std::string_view::npos) return true;
  reference.value = Trim(part.text.substr(equals + 1));
  if (reference.value.empty()) {
    diagnostics.Error(node.PositionInside(part.offset + equals),
                      "a value is missing after =", "write entity=value");
    return false;
  }
  return names.ResolveValue(reference.entity, reference.value,
                            node.PositionInside(part.offset + equals + 1),
                            diagnostics);
}

}  // namespace

bool NameSet::Resolve(std::string_view name, const SourcePosition& position,
                      Diagnostics& diagnostics) const {
  if (names.contains(name)) return true;
  if (complete) {
    diagnostics.Error(position,
                      fmt::format("there is no {} \"{}\"", kind, name),
                      DidYouMean(name, ViewsOf(names)));
  }
  return false;
}

bool DeclaredNames::ResolveValue(std::string_view entity,
                                 std::string_view value,
                                 const SourcePosition& position,
                                 Diagnostics& diagnostics) const {
  const auto found = entity_values.find(entity);
  if (found == entity_values.end()) return false;
  const auto& [has_values, values] = found->second;
  if (!has_values) {
    diagnostics.Error(position,
                      fmt::format("values of {} cannot be named", entity),
                      "it finds them by itself: name the entity alone");
    return false;
  }
  if (values.Contains(value)) return true;
  if (values.complete) {
    diagnostics.Error(position,
                      fmt::format("{} has no value \"{}\"", entity, value),
                      DidYouMean(value, ViewsOf(values.names)));
  }
  return false;
}

DeclaredNames DeclareNames(const Sections& sections, bool complete) {
  DeclaredNames names;
  for (NameSet* set : {&names.entities, &names.slots, &names.intents,
                       &names.aspects, &names.safety_rules}) {
    set->complete = complete;
  }
  Declare(sections.entities, names.entities);
  Declare(sections.slots, names.slots);
  Declare(sections.intents, names.intents);
  Declare(sections.safety, names.safety_rules);
  DeclareAspects(sections, names.aspects);
  names.default_intent = DefaultIntentOf(sections);
  for (const YamlEntry* entity : sections.entities) {
    names.entity_values.emplace(entity->key.text,
                                DeclareEntity(entity->value, complete));
  }
  return names;
}

Conjunction ReadConjunction(const YamlNode& text, const DeclaredNames& names,
                            Diagnostics& diagnostics) {
  Conjunction conjunction;
  for (const Part& part : SplitParts(text.text)) {
    Reference reference;
    if (ReadReference(part, text, names, diagnostics, reference)) {
      conjunction.push_back(std::move(reference));
    }
  }
  return conjunction;
}

Condition ReadCondition(const std::vector<const YamlNode*>& nodes,
                        const DeclaredNames& names, Diagnostics& diagnostics) {
  Condition condition;
  for (const YamlNode* node : nodes) {
    condition.push_back(ReadConjunction(*node, names, diagnostics));
  }
  return condition;
}

}  // namespace quiver
