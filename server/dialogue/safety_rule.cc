#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/rules.h"

namespace quiver {
namespace {

Urgency UrgencyOf(SafetyLevel level) {
  switch (level) {
    case SafetyLevel::kDoctor:
      return Urgency::kSeeDoctor;
    case SafetyLevel::kSameDay:
      return Urgency::kSameDay;
    case SafetyLevel::kEmergency:
      return Urgency::kEmergency;
  }
  return Urgency::kEmergency;
}

// Whether a value of `reference` is among the options that were tapped.
bool Tapped(const Turn& turn, const Reference& reference) {
  const std::vector<std::string>& ids = turn.input.visitor.option_ids;
  const std::string prefix = reference.entity + ".";
  return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
    return id.starts_with(prefix) &&
           (reference.value.empty() ||
            id.substr(prefix.size()) == reference.value);
  });
}

// Whether what was tapped, with what is remembered, makes `rule` hold.
bool HoldsOfTapped(const Turn& turn, const SafetyRule& rule) {
  const auto holds = [&](const Reference& reference) {
    return Tapped(turn, reference) || turn.state.Holds(reference);
  };
  const auto all_hold = [&](const Conjunction& all) {
    return std::all_of(all.begin(), all.end(), holds) &&
           std::any_of(all.begin(), all.end(), [&](const Reference& reference) {
             return Tapped(turn, reference);
           });
  };
  return std::any_of(rule.when.begin(), rule.when.end(), all_hold) &&
         std::none_of(rule.unless.begin(), rule.unless.end(),
                      [&](const Conjunction& all) {
                        return std::all_of(all.begin(), all.end(), holds);
                      });
}

// The most urgent rule that holds, of words or of what was tapped.
SafetyFinding MostUrgent(const Turn& turn) {
  SafetyFinding most;
  if (!turn.understanding().safety.empty()) {
    most = turn.understanding().safety.front();
  }
  if (turn.input.visitor.option_ids.empty()) return most;
  for (const SafetyRule& rule : turn.catalog().safety_rules) {
    if (most.rule != nullptr && rule.level <= most.rule->level) continue;
    if (HoldsOfTapped(turn, rule)) most = {&rule, "tapped", {}};
  }
  return most;
}

void CiteRule(Turn& turn, const SafetyFinding& finding) {
  const Document* document =
      turn.catalog().FindDocument(finding.rule->document);
  if (document != nullptr) {
    Cite(turn, *document, document->passages.front().sources);
  }
  turn.Note(
      fmt::format("safety rule {}: {}", finding.rule->name, finding.evidence));
}

}  // namespace

bool WarnOfDanger(Turn& turn) {
  const SafetyFinding finding = MostUrgent(turn);
  if (finding.rule == nullptr || finding.rule->level == SafetyLevel::kDoctor) {
    return false;
  }
  SayBlocks(turn, MessageKind::kSafety, finding.rule->message);
  CiteRule(turn, finding);
  turn.reply.outcome = Outcome::kSafety;
  turn.reply.urgency = UrgencyOf(finding.rule->level);
  turn.state.urgent = true;
  // Nobody in danger should be asked which cup of coffee it was.
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  return true;
}

void AdviseDoctor(Turn& turn) {
  if (turn.reply.urgency != Urgency::kNone) return;
  const SafetyFinding finding = MostUrgent(turn);
  if (finding.rule == nullptr) return;
  turn.reply.urgency = UrgencyOf(finding.rule->level);
  SayBlocks(turn, MessageKind::kSafety, finding.rule->message);
  std::rotate(turn.reply.messages.begin(), turn.reply.messages.end() - 1,
              turn.reply.messages.end());
  CiteRule(turn, finding);
}

}  // namespace quiver
