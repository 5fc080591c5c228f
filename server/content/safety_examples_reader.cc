#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "content/assistant_reader.h"
#include "content/map_reader.h"
#include "content/names.h"

namespace quiver {
namespace {

constexpr std::string_view kHarmless = "harmless";

std::vector<std::string> ReadExamples(const YamlEntry& entry,
                                      Diagnostics& diagnostics) {
  std::vector<std::string> examples;
  if (!Expect(entry.value, YamlKind::kList, "examples", diagnostics)) {
    return examples;
  }
  examples.reserve(entry.value.items.size());
  for (const YamlNode& item : entry.value.items) {
    if (!ExpectText(item, "an example", diagnostics)) continue;
    examples.emplace_back(Trim(item.text));
  }
  return examples;
}

}  // namespace

std::vector<std::string> ReadSafetyExamples(
    const std::vector<const YamlEntry*>& entries, const ReadContext& context,
    std::vector<SafetyRule>& rules) {
  std::vector<std::string> harmless;
  for (const YamlEntry* entry : entries) {
    std::vector<std::string> examples =
        ReadExamples(*entry, context.diagnostics);
    if (entry->key.text == kHarmless) {
      harmless = std::move(examples);
      continue;
    }
    context.names.safety_rules.Resolve(entry->key.text, entry->key.Position(),
                                       context.diagnostics);
    const auto rule = std::find_if(
        rules.begin(), rules.end(),
        [&](const SafetyRule& other) { return other.name == entry->key.text; });
    if (rule != rules.end()) rule->examples = std::move(examples);
  }
  return harmless;
}

}  // namespace quiver
