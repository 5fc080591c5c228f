#include <fmt/format.h>

#include <utility>

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

// A rule holds for what it looks for, or for what resembles other rules.
void ExpectOneGround(const MapReader& reader, const SafetyRule& rule) {
  if (!reader.Has("when") && !rule.suspected) reader.Missing("when");
  if (reader.Has("when") && rule.suspected) {
    reader.diagnostics().Error(reader.Find("when")->Position(),
                               "a rule that is `suspected` has no `when`",
                               "leave one of the two out");
  }
}

// Two of them would hold for the same messages.
void RefuseSecondSuspected(const std::vector<SafetyRule>& rules,
                           Diagnostics& diagnostics) {
  bool seen = false;
  for (const SafetyRule& rule : rules) {
    if (rule.suspected && std::exchange(seen, true)) {
      diagnostics.Error(rule.position, "only one rule may be `suspected`",
                        "give this one a `when`");
    }
  }
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
  rule.suspected = reader.Flag("suspected", false);
  ExpectOneGround(reader, rule);
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
  RefuseSecondSuspected(rules, context.diagnostics);
  return rules;
}

}  // namespace quiver
