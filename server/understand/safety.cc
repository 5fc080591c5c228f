#include "understand/safety.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace quiver {
namespace {

// The words of the first present mention that `reference` names.
std::optional<std::string> Evidence(const Reference& reference,
                                    const std::vector<ReadMentions>& readings) {
  for (const auto& [reading, mentions] : readings) {
    for (const Mention& mention : mentions) {
      if (mention.entity->name == reference.entity &&
          (reference.value.empty() || mention.value == reference.value) &&
          mention.assertion.Present()) {
        return std::string(reading.Text(mention.span));
      }
    }
  }
  return std::nullopt;
}

// The words that make all of `conjunction` hold.
std::optional<std::string> Evidence(const Conjunction& conjunction,
                                    const std::vector<ReadMentions>& readings) {
  std::string words;
  for (const Reference& reference : conjunction) {
    const std::optional<std::string> part = Evidence(reference, readings);
    if (!part) return std::nullopt;
    if (!words.empty()) words += " + ";
    words += *part;
  }
  return words;
}

std::optional<std::string> Evidence(const Condition& condition,
                                    const std::vector<ReadMentions>& readings) {
  for (const Conjunction& conjunction : condition) {
    std::optional<std::string> words = Evidence(conjunction, readings);
    if (words) return words;
  }
  return std::nullopt;
}

}  // namespace

std::vector<SafetyFinding> FindDanger(
    const Catalog& catalog, const std::vector<ReadMentions>& readings) {
  std::vector<SafetyFinding> findings;
  const bool any = std::any_of(
      readings.begin(), readings.end(),
      [](const ReadMentions& read) { return !read.mentions.empty(); });
  if (!any) return findings;
  for (const SafetyRule& rule : catalog.safety_rules) {
    std::optional<std::string> words = Evidence(rule.when, readings);
    if (!words || Evidence(rule.unless, readings)) continue;
    findings.push_back({&rule, *std::move(words)});
  }
  std::sort(findings.begin(), findings.end(),
            [](const SafetyFinding& left, const SafetyFinding& right) {
              return left.rule->level != right.rule->level
                         ? left.rule->level > right.rule->level
                         : left.rule->name < right.rule->name;
            });
  return findings;
}

}  // namespace quiver
