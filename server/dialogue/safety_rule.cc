#include <fmt/format.h>

#include <algorithm>

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

}  // namespace

bool WarnOfDanger(Turn& turn) {
  const auto& findings = turn.understanding().safety;
  if (findings.empty() ||
      findings.front().rule->level == SafetyLevel::kDoctor) {
    return false;
  }
  const SafetyRule& rule = *findings.front().rule;
  turn.Note(
      fmt::format("safety rule {}: {}", rule.name, findings.front().evidence));
  SayBlocks(turn, MessageKind::kSafety, rule.message);
  const Document* document = turn.catalog().FindDocument(rule.document);
  if (document != nullptr) {
    Cite(turn, *document, document->passages.front().sources);
  }
  turn.reply.outcome = Outcome::kSafety;
  turn.reply.urgency = UrgencyOf(rule.level);
  turn.state.urgent = true;
  // Nobody in danger should be asked which cup of coffee it was.
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  return true;
}

}  // namespace quiver
