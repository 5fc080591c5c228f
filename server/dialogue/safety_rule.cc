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
  const bool taps = !turn.input.visitor.option_ids.empty();
  const auto is_tapped = [&](const Reference& part) {
    return Tapped(turn, part);
  };
  if (taps && std::any_of(parts.begin(), parts.end(), is_tapped)) {
    return std::all_of(parts.begin(), parts.end(), [&](const Reference& part) {
      return is_tapped(part) || turn.state.Holds(part);
    });
  }
  if (parts.size() < 2) return false;
  const auto is_told = [&](const Reference& part) {
    return Told(turn, turn.state.slots, part);
  };
  if (!std::all_of(parts.begin(), parts.end(), is_told)) return false;
  const auto fresh = std::count_if(
      parts.begin(), parts.end(),
      [&](const Reference& part) { return Told(turn, turn.learnt, part); });
  return fresh > 0 && static_cast<size_t>(fresh) < parts.size();
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

// Shows `see` the conjunctions of which this message tells a sign, some twice;
// no other can come to hold by it.
template <typename See>
void ForEachConcerned(const Turn& turn, See see) {
  const auto show = [&](std::string_view entity_name, std::string_view value) {
    const Entity* const entity = turn.catalog().FindEntity(entity_name);
    if (entity == nullptr) return;
    std::for_each(entity->sign_of.begin(), entity->sign_of.end(), see);
    const EntityValue* const sign = entity->Find(value);
    if (sign == nullptr) return;
    std::for_each(sign->sign_of.begin(), sign->sign_of.end(), see);
  };
  for (const std::string_view id : turn.input.visitor.option_ids) {
    const size_t dot = id.find('.');
    if (dot != id.npos) show(id.substr(0, dot), id.substr(dot + 1));
  }
  for (const RememberedSlot& slot : turn.learnt) {
    if (!slot.negated) show(slot.name, slot.value);
  }
}

// A rule that holds, and why.
struct Alarm {
  const SafetyRule* rule = nullptr;
  std::string_view evidence;
};

// The most urgent rule that holds of several turns and is more urgent than
// `said`, which may be null; the first of those that are as urgent.  Null when
// there is none.
const SafetyRule* MostUrgentOverTurns(const Turn& turn,
                                      const SafetyRule* said) {
  const SafetyRule* most = nullptr;
  ForEachConcerned(turn, [&](const RuleConjunction& at) {
    const SafetyRule* const rule = &turn.catalog().safety_rules[at.rule];
    if (said != nullptr && rule->level <= said->level) return;
    if (most != nullptr && rule->level < most->level) return;
    if (most != nullptr && rule->level == most->level && rule >= most) return;
    if (HoldsOverTurns(turn, *rule, rule->when[at.conjunction])) most = rule;
  });
  return most;
}

// The most urgent rule that holds, of this message or of several turns.
Alarm MostUrgent(const Turn& turn) {
  Alarm most;
  if (!turn.understanding().safety.empty()) {
    const SafetyFinding& said = turn.understanding().safety.front();
    most = {said.rule, said.evidence};
  }
  if (!AddsToEarlier(turn)) return most;
  const SafetyRule* const over_turns = MostUrgentOverTurns(turn, most.rule);
  return over_turns == nullptr ? most : Alarm{over_turns, "told over turns"};
}

void CiteRule(Turn& turn, const Alarm& alarm) {
  const Document* document = turn.catalog().FindDocument(alarm.rule->document);
  if (document != nullptr) {
    Cite(turn, *document, document->passages.front().sources);
  }
  turn.Note("safety rule {}: {}", alarm.rule->name, alarm.evidence);
}

}  // namespace

bool WarnOfDanger(Turn& turn) {
  const Alarm alarm = MostUrgent(turn);
  if (alarm.rule == nullptr || alarm.rule->level == SafetyLevel::kDoctor) {
    return false;
  }
  SayBlocks(turn, MessageKind::kSafety, alarm.rule->message);
  CiteRule(turn, alarm);
  turn.reply.outcome = Outcome::kSafety;
  turn.reply.urgency = UrgencyOf(alarm.rule->level);
  turn.state.urgent = true;
  // "Will it pass?" is asked about the danger from now on.
  turn.state.topic = {};
  if (!alarm.rule->document.empty()) {
    turn.state.topic.documents = {alarm.rule->document};
  }
  // Nobody in danger should be asked which cup of coffee it was.
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  return true;
}

void AdviseDoctor(Turn& turn) {
  if (turn.reply.urgency != Urgency::kNone) return;
  // Looked for anew: a correction may have taken away what a rule stood on.
  const Alarm alarm = MostUrgent(turn);
  if (alarm.rule == nullptr) return;
  turn.reply.urgency = UrgencyOf(alarm.rule->level);
  SayBlocks(turn, MessageKind::kSafety, alarm.rule->message);
  std::rotate(turn.reply.messages.begin(), turn.reply.messages.end() - 1,
              turn.reply.messages.end());
  CiteRule(turn, alarm);
}

}  // namespace quiver
