#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/string_map.h"
#include "content/assistant_reader.h"
#include "content/map_reader.h"
#include "content/name_lists.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr int kMaxSpecificity = 100;

std::vector<std::string> ReadPatterns(const MapReader& reader,
                                      std::string_view key,
                                      const ReadContext& context) {
  std::vector<std::string> patterns;
  for (const YamlNode* node : reader.TextNodes(key)) {
    std::string regex = context.macros.Expand(*node, context.diagnostics);
    if (!regex.empty()) patterns.push_back(std::move(regex));
  }
  return patterns;
}

// Phrases in normalized form, each once.
class PhraseList {
 public:
  // Whether `text` is new.
  bool Add(std::string_view text) {
    std::string phrase = Normalize(text);
    if (phrase.empty() || !known_.insert(phrase).second) return false;
    phrases_.push_back(std::move(phrase));
    return true;
  }
  std::vector<std::string> Take() { return std::move(phrases_); }

 private:
  std::vector<std::string> phrases_;
  StringSet known_;
};

void ExpectWords(const YamlNode& node, Diagnostics& diagnostics) {
  if (!Tokenize(Normalize(node.text)).empty()) return;
  diagnostics.Error(node.Position(),
                    fmt::format("\"{}\" has no words", node.text),
                    "use `patterns` for signs");
}

// Fills in `value.synonyms` and `value.linked`.
void ReadSynonyms(const MapReader& reader, EntityValue& value) {
  PhraseList phrases;
  if (reader.Flag("match_name", true)) {
    std::string name = value.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    phrases.Add(name);
    phrases.Add(value.label);
  }
  for (const YamlNode* node : reader.TextNodes("synonyms")) {
    ExpectWords(*node, reader.diagnostics());
    phrases.Add(node->text);
  }
  for (const YamlNode* node : reader.TextNodes("linked")) {
    ExpectWords(*node, reader.diagnostics());
    if (phrases.Add(node->text)) {
      value.linked.push_back(Normalize(node->text));
      continue;
    }
    reader.diagnostics().Error(
        node->Position(), fmt::format("\"{}\" stands here twice", node->text),
        "leave it in `synonyms` or in `linked`");
  }
  value.synonyms = phrases.Take();
}

std::vector<Reference> ReadImplied(const MapReader& reader,
                                   const ReadContext& context) {
  std::vector<Reference> implied;
  for (const YamlNode* node : reader.TextNodes("implies")) {
    Conjunction references =
        ReadConjunction(*node, context.names, context.diagnostics);
    if (references.empty()) continue;
    if (references.size() == 1 && !references.front().value.empty()) {
      implied.push_back(std::move(references.front()));
      continue;
    }
    context.diagnostics.Error(node->Position(),
                              "`implies` names one value of an entity",
                              "write entity=value");
  }
  return implied;
}

// A value that no words find.
struct WordlessValue {
  std::string entity;
  std::string value;
  SourcePosition position;
};

EntityValue ReadValue(const YamlEntry& entry, const ReadContext& context,
                      const std::string& entity,
                      std::vector<WordlessValue>& wordless) {
  EntityValue value;
  value.name = entry.key.text;
  value.position = entry.key.Position();
  ExpectName(entry.key, "a value", context.diagnostics);
  const MapReader reader(entry.value, ValueKeys(), value.name, value.position,
                         context.diagnostics);
  value.label = reader.Text("label");
  ReadSynonyms(reader, value);
  value.patterns = ReadPatterns(reader, "patterns", context);
  value.except = ReadPatterns(reader, "except", context);
  value.implies = ReadImplied(reader, context);
  value.lingers = reader.Flag("lingers", false);
  value.remedy = reader.Flag("remedy", false);
  if (value.synonyms.empty() && !reader.Has("patterns")) {
    wordless.push_back({entity, value.name, value.position});
  }
  return value;
}

// Kinds that find their values themselves have none in the files.
void RefuseValueKeys(const MapReader& reader) {
  for (const std::string_view key : {"values", "sides", "several", "causes"}) {
    if (!reader.Has(key)) continue;
    reader.diagnostics().Error(
        reader.Find(key)->Position(),
        fmt::format("an entity of kind duration has no `{}`", key),
        "leave it out");
  }
}

void ReadValues(const MapReader& reader, const ReadContext& context,
                Entity& entity, std::vector<WordlessValue>& wordless) {
  const YamlNode* values = reader.Find("values");
  if (values == nullptr) return reader.Missing("values");
  if (!Expect(*values, YamlKind::kMap, "`values`", context.diagnostics)) return;
  if (values->entries.empty()) {
    context.diagnostics.Error(values->Position(), "`values` is empty",
                              "give at least one value");
  }
  for (const YamlEntry& value : values->entries) {
    entity.values.push_back(ReadValue(value, context, entity.name, wordless));
  }
}

// A remedy is the opposite of a cause.
void RefuseRemedies(const MapReader& reader, const Entity& entity) {
  if (entity.causes) return;
  for (const EntityValue& value : entity.values) {
    if (!value.remedy) continue;
    reader.diagnostics().Error(
        value.position,
        fmt::format("`remedy` means nothing: {} names no causes", entity.name),
        "leave it out, or give the entity `causes: true`");
  }
}

void ReadSeveral(const MapReader& reader, Entity& entity) {
  entity.several = reader.Text("several");
  if (entity.several.empty() || entity.Find(entity.several) != nullptr) return;
  reader.diagnostics().Error(
      reader.Find("several")->Position(),
      fmt::format("{} has no value \"{}\"", entity.name, entity.several),
      "name one of its values");
}

Entity ReadEntity(const YamlEntry& entry, const ReadContext& context,
                  std::vector<WordlessValue>& wordless) {
  Entity entity;
  entity.name = entry.key.text;
  entity.position = entry.key.Position();
  ExpectName(entry.key, "an entity", context.diagnostics);
  const MapReader reader(entry.value, EntityKeys(), entity.name,
                         entity.position, context.diagnostics);
  entity.kind =
      reader.Choose<EntityKind>("kind",
                                {{"dictionary", EntityKind::kDictionary},
                                 {"duration", EntityKind::kDuration}},
                                EntityKind::kDictionary);
  entity.specificity = reader.Integer("specificity", 0, kMaxSpecificity, 0);
  entity.subject = reader.Flag("subject", false);
  entity.sides = reader.Flag("sides", false);
  entity.causes = reader.Flag("causes", false);
  if (entity.kind == EntityKind::kDuration) {
    RefuseValueKeys(reader);
  } else {
    ReadValues(reader, context, entity, wordless);
    RefuseRemedies(reader, entity);
    ReadSeveral(reader, entity);
  }
  return entity;
}

// Two of them would find the same words.
void RefuseSecondDuration(const std::vector<Entity>& entities,
                          Diagnostics& diagnostics) {
  bool seen = false;
  for (const Entity& entity : entities) {
    if (entity.kind != EntityKind::kDuration) continue;
    if (seen) {
      diagnostics.Error(entity.position,
                        "only one entity may be of kind duration",
                        "use the other one here too");
    }
    seen = true;
  }
}

bool IsImplied(const std::vector<Entity>& entities,
               const WordlessValue& wordless) {
  for (const Entity& entity : entities) {
    for (const EntityValue& value : entity.values) {
      for (const Reference& implied : value.implies) {
        if (implied.entity == wordless.entity &&
            implied.value == wordless.value) {
          return true;
        }
      }
    }
  }
  return false;
}

// Values that no words find must follow from others.
void RefuseUnfound(const std::vector<Entity>& entities,
                   const std::vector<WordlessValue>& wordless,
                   Diagnostics& diagnostics) {
  for (const WordlessValue& value : wordless) {
    if (IsImplied(entities, value)) continue;
    diagnostics.Error(
        value.position, fmt::format("nothing finds value \"{}\"", value.value),
        "give it synonyms or patterns, or have another value imply it");
  }
}

}  // namespace

std::vector<Entity> ReadEntities(const std::vector<const YamlEntry*>& entries,
                                 const ReadContext& context) {
  std::vector<Entity> entities;
  entities.reserve(entries.size());
  std::vector<WordlessValue> wordless;
  for (const YamlEntry* entry : entries) {
    entities.push_back(ReadEntity(*entry, context, wordless));
  }
  RefuseSecondDuration(entities, context.diagnostics);
  RefuseUnfound(entities, wordless, context.diagnostics);
  return entities;
}

}  // namespace quiver
