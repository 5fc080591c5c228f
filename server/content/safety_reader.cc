#include <fmt/format.h>

#include "content/assistant_reader.h"
#include "content/map_reader.h"
#include "content/markdown.h"
#include "content/name_lists.h"

namespace quiver {
namespace {

std::vector<Block> ReadMessage(const MapReader& reader) {
  const YamlNode* node = reader.Find("message");
  if (reader.Text("message").empty()) return {};
  return ReadPlainBlocks(*node, reader.diagnostics());
}

SafetyRule ReadRule(const YamlEntry& entry, const ReadContext& context) {
  SafetyRule rule;
  rule.name = entry.key.text;
  rule.position = entry.key.Position();
  ExpectName(entry.key, "a safety rule", context.diagnostics);
  const MapReader reader(entry.value, SafetyRuleKeys(), rule.name,
                         rule.position, context.diagnostics);
  rule.title = reader.Text("title");
  rule.level =
      reader.Choose<SafetyLevel>("level",
                                 {{"emergency", SafetyLevel::kEmergency},
                                  {"same_day", SafetyLevel::kSameDay},
                                  {"doctor", SafetyLevel::kDoctor}},
                                 SafetyLevel::kDoctor);
  rule.when = ReadConditionOf(reader, "when", context.names);
  rule.unless = ReadConditionOf(reader, "unless", context.names);
  rule.message = ReadMessage(reader);
  rule.document = ReadName(reader, "document", context.names.documents);
  return rule;
}

}  // namespace

std::vector<SafetyRule> ReadSafetyRules(
    const std::vector<const YamlEntry*>& entries, const ReadContext& context) {
  std::vector<SafetyRule> rules;
  rules.reserve(entries.size());
  for (const YamlEntry* entry : entries) {
    rules.push_back(ReadRule(*entry, context));
  }
  return rules;
}

}  // namespace quiver
