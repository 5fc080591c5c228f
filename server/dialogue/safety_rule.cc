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

// A sign counts together with those of so many turns before.
constexpr uint64_t kSignsGoTogether = 3;

// Whether a value of `reference` is among the options that were tapped.
bool Tapped(const Turn& turn, const Reference& reference) {
  const std::vector<std::string>& ids = turn.input.visitor.option_ids;
  return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
    const size_t dot = reference.entity.size();
    return id.starts_with(reference.entity) && id.size() > dot &&
           id[dot] == '.' &&
           (reference.value.empty() || id.substr(dot + 1) == reference.value);
  });
}

// Whether one of `slots` tells of `reference` as true, and is not too old to go
// together with what is said now.
bool Told(const Turn& turn, const std::vector<RememberedSlot>& slots,
          const Reference& reference) {
  return std::any_of(
      slots.begin(), slots.end(), [&](const RememberedSlot& slot) {
        return slot.name == reference.entity && !slot.negated &&
               !slot.declined &&
               (reference.value.empty() || slot.value == reference.value) &&
               slot.turn + kSignsGoTogether >= turn.state.turn;
      });
}

// Whether `parts` hold of several turns: one of them now, the rest before. What
// was tapped goes together with whatever is remembered, what was said only with
// what was said lately.  Of the words of one message alone understanding has
// told already.
bool GoTogether(const Turn& turn, const Conjunction& parts) {
  const auto is_tapped = [&](const Reference& part) {
    return Tapped(turn, part);
  };
  if (std::any_of(parts.begin(), parts.end(), is_tapped)) {
    return std::all_of(parts.begin(), parts.end(), [&](const Reference& part) {
      return is_tapped(part) || turn.state.Holds(part);
    });
  }
  const auto fresh = std::count_if(
      parts.begin(), parts.end(),
      [&](const Reference& part) { return Told(turn, turn.learnt, part); });
  if (fresh == 0 || static_cast<size_t>(fresh) == parts.size()) return false;
  return std::all_of(parts.begin(), parts.end(), [&](const Reference& part) {
    return Told(turn, turn.state.slots, part);
  });
}

// Whether what excuses from `rule` was tapped or is remembered.
bool IsExcused(const Turn& turn, const SafetyRule& rule) {
  return std::any_of(
      rule.unless.begin(), rule.unless.end(), [&](const Conjunction& all) {
        return std::all_of(all.begin(), all.end(), [&](const Reference& part) {
          return Tapped(turn, part) || turn.state.Holds(part);
        });
      });
}

bool HoldsOverTurns(const Turn& turn, const SafetyRule& rule,
                    const Conjunction& parts) {
  return GoTogether(turn, parts) && !IsExcused(turn, rule) &&
         (!turn.input.visitor.option_ids.empty() ||
          !turn.understanding().Holds(rule.unless));
}

// Whether this message can complete what was said before: most cannot.
bool AddsToEarlier(const Turn& turn) {
  if (!turn.input.visitor.option_ids.empty()) return true;
  const auto is_earlier = [&](const RememberedSlot& slot) {
    return slot.turn < turn.state.turn &&
           slot.turn + kSignsGoTogether >= turn.state.turn;
  };
  return !turn.learnt.empty() &&
         std::any_of(turn.state.slots.begin(), turn.state.slots.end(),
                     is_earlier);
}

// The conjunctions of which this message tells a sign, in order, some twice; no
// other can come to hold by it.
std::vector<RuleConjunction> ConcernedBy(const Turn& turn) {
  std::vector<RuleConjunction> concerned;
  const auto add_all = [&](const std::vector<RuleConjunction>& uses) {
    concerned.insert(concerned.end(), uses.begin(), uses.end());
  };
  const auto add = [&](std::string_view entity_name, std::string_view value) {
    const Entity* const entity = turn.catalog().FindEntity(entity_name);
    if (entity == nullptr) return;
    add_all(entity->sign_of);
    const EntityValue* const sign = entity->Find(value);
    if (sign != nullptr) add_all(sign->sign_of);
  };
  for (const std::string_view id : turn.input.visitor.option_ids) {
    const size_t dot = id.find('.');
    if (dot != id.npos) add(id.substr(0, dot), id.substr(dot + 1));
  }
  for (const RememberedSlot& slot : turn.learnt) add(slot.name, slot.value);
  std::sort(concerned.begin(), concerned.end());
  return concerned;
}

// The most urgent rule that holds, of this message or of several turns.
SafetyFinding MostUrgent(const Turn& turn) {
  SafetyFinding most;
  if (!turn.understanding().safety.empty()) {
    most = turn.understanding().safety.front();
  }
  if (!AddsToEarlier(turn)) return most;
  for (const RuleConjunction& at : ConcernedBy(turn)) {
    const SafetyRule& rule = turn.catalog().safety_rules[at.rule];
    if (most.rule != nullptr && rule.level <= most.rule->level) continue;
    if (HoldsOverTurns(turn, rule, rule.when[at.conjunction])) {
      most = {&rule, "told over turns", {}};
    }
  }
  return most;
}

void CiteRule(Turn& turn, const SafetyFinding& finding) {
  const Document* document =
      turn.catalog().FindDocument(finding.rule->document);
  if (document != nullptr) {
    Cite(turn, *document, document->passages.front().sources);
  }
  turn.Note("safety rule {}: {}", finding.rule->name, finding.evidence);
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
  // "Will it pass?" is asked about the danger from now on.
  turn.state.topic = {};
  if (!finding.rule->document.empty()) {
    turn.state.topic.documents = {finding.rule->document};
  }
  // Nobody in danger should be asked which cup of coffee it was.
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  return true;
}

void AdviseDoctor(Turn& turn) {
  if (turn.reply.urgency != Urgency::kNone) return;
  // Looked for anew: a correction may have taken away what a rule stood on.
  const SafetyFinding finding = MostUrgent(turn);
  if (finding.rule == nullptr) return;
  turn.reply.urgency = UrgencyOf(finding.rule->level);
  SayBlocks(turn, MessageKind::kSafety, finding.rule->message);
  std::rotate(turn.reply.messages.begin(), turn.reply.messages.end() - 1,
              turn.reply.messages.end());
  CiteRule(turn, finding);
}

}  // namespace quiver
