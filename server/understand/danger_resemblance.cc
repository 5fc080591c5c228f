#include "understand/danger_resemblance.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace quiver {
namespace {

// How much more a message must resemble a rule than what is harmless, as a
// difference of LabelScore::score; docs/understanding.md.
constexpr double kSure = 0.6;
constexpr double kSuspected = 0.1;
// A few words tell too little: "in my chest" answers "where do you feel it?".
constexpr size_t kFewestWords = 5;

const SafetyRule* SuspectedRule(const Catalog& catalog) {
  const auto found =
      std::find_if(catalog.safety_rules.begin(), catalog.safety_rules.end(),
                   [](const SafetyRule& rule) { return rule.suspected; });
  return found == catalog.safety_rules.end() ? nullptr : &*found;
}

}  // namespace

DangerResemblance::DangerResemblance(const Catalog& catalog,
                                     std::shared_ptr<const IntentModel> model)
    : catalog_(catalog),
      model_(std::move(model)),
      suspected_(SuspectedRule(catalog)) {}

std::optional<SafetyFinding> DangerResemblance::Find(
    const Reading& reading) const {
  if (model_ == nullptr || reading.tokens.size() < kFewestWords) {
    return std::nullopt;
  }
  const std::vector<LabelScore> scores =
      model_->Classify(reading, catalog_.safety_rules.size() + 1);
  const auto harmless = std::find_if(
      scores.begin(), scores.end(),
      [](const LabelScore& score) { return score.label == kOutOfScope; });
  if (harmless == scores.begin() || harmless == scores.end()) {
    return std::nullopt;
  }
  const SafetyRule& rule = catalog_.safety_rules[scores.front().label];
  const double margin = scores.front().score - harmless->score;
  std::string evidence =
      fmt::format("resembles examples of {} by {:.2f}", rule.name, margin);
  if (margin >= kSure) return SafetyFinding{&rule, std::move(evidence)};
  if (margin < kSuspected || suspected_ == nullptr) return std::nullopt;
  return SafetyFinding{suspected_, std::move(evidence)};
}

}  // namespace quiver
