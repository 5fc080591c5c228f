#include "understand/danger_resemblance.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "understand/question_parts.h"

namespace quiver {
namespace {

// How much more a text must resemble a rule than what is harmless, as a
// difference of LabelScore::score; docs/understanding.md.
constexpr double kSure = 0.6;
constexpr double kSuspected = 0.1;
// From here on down a text is harmless, whatever a pattern found in it.
constexpr double kHarmless = -1.1;
// A few words tell too little: "in my chest" answers "where do you feel it?".
constexpr size_t kFewestWords = 5;

const SafetyRule* SuspectedRule(const Catalog& catalog) {
  const auto found =
      std::find_if(catalog.safety_rules.begin(), catalog.safety_rules.end(),
                   [](const SafetyRule& rule) { return rule.suspected; });
  return found == catalog.safety_rules.end() ? nullptr : &*found;
}

std::vector<Span> SentencesOf(const Reading& reading) {
  std::vector<Span> sentences;
  uint32_t last = 0;
  for (const Clause& clause : reading.clauses) {
    if (sentences.empty() || clause.sentence != last) {
      sentences.push_back(clause.span);
    }
    sentences.back().end = clause.span.end;
    last = clause.sentence;
  }
  return sentences;
}

// The rules that hold, most urgent first, then by name; each once.
void Sort(std::vector<SafetyFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const SafetyFinding& left, const SafetyFinding& right) {
                     return left.rule->level != right.rule->level
                                ? left.rule->level > right.rule->level
                                : left.rule->name < right.rule->name;
                   });
  const auto same = [](const SafetyFinding& left, const SafetyFinding& right) {
    return left.rule == right.rule;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same),
                 findings.end());
}

}  // namespace

DangerResemblance::DangerResemblance(const Catalog& catalog,
                                     std::shared_ptr<const IntentModel> model)
    : catalog_(catalog),
      model_(std::move(model)),
      suspected_(SuspectedRule(catalog)) {}

std::vector<SafetyFinding> DangerResemblance::Review(
    const Reading& reading, std::vector<SafetyFinding> findings) const {
  if (model_ == nullptr) return findings;
  const std::vector<Part> parts = ComparedParts(reading);
  HoldBack(parts, findings);
  Add(parts, findings);
  Sort(findings);
  return findings;
}

DangerResemblance::Part DangerResemblance::Compare(const Reading& reading,
                                                   const Span& span) const {
  Part part{.origin = reading.Origin(span)};
  const Reading cut = Cut(reading, span);
  if (cut.tokens.size() < kFewestWords) return part;
  double harmless = 0;
  double likest = 0;
  for (const LabelScore& score :
       model_->Classify(cut, catalog_.safety_rules.size() + 1)) {
    if (score.label == kOutOfScope) {
      harmless = score.score;
    } else if (part.rule == nullptr) {
      part.rule = &catalog_.safety_rules[score.label];
      likest = score.score;
    }
  }
  part.margin = likest - harmless;
  return part;
}

std::vector<DangerResemblance::Part> DangerResemblance::ComparedParts(
    const Reading& reading) const {
  std::vector<Part> parts = {Compare(reading, WholeOf(reading))};
  const std::vector<Span> sentences = SentencesOf(reading);
  if (sentences.size() < 2) return parts;
  std::transform(sentences.begin(), sentences.end(), std::back_inserter(parts),
                 [&](const Span& span) { return Compare(reading, span); });
  return parts;
}

bool DangerResemblance::IsHarmless(const std::vector<Part>& parts,
                                   const SafetyFinding& finding) const {
  return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    return !part.origin.Overlaps(finding.origin) ||
           (part.rule != nullptr && part.margin <= kHarmless);
  });
}

void DangerResemblance::HoldBack(const std::vector<Part>& parts,
                                 std::vector<SafetyFinding>& findings) const {
  if (suspected_ == nullptr) return;
  for (SafetyFinding& finding : findings) {
    if (finding.rule->level == SafetyLevel::kDoctor ||
        !IsHarmless(parts, finding)) {
      continue;
    }
    finding.evidence =
        fmt::format("{}: {}; but the message resembles harmless ones",
                    finding.rule->name, finding.evidence);
    finding.rule = suspected_;
  }
}

void DangerResemblance::Add(const std::vector<Part>& parts,
                            std::vector<SafetyFinding>& findings) const {
  for (const Part& part : parts) {
    if (part.rule == nullptr || part.margin < kSuspected) continue;
    const SafetyRule* const rule =
        part.margin >= kSure ? part.rule : suspected_;
    if (rule == nullptr) continue;
    const bool is_told = std::any_of(
        findings.begin(), findings.end(), [&](const SafetyFinding& finding) {
          return finding.rule->level >= rule->level;
        });
    if (is_told) continue;
    findings.push_back({rule,
                        fmt::format("resembles examples of {} by {:.2f}",
                                    part.rule->name, part.margin),
                        part.origin});
  }
}

}  // namespace quiver
