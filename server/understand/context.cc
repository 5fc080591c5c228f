#include "understand/context.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "understand/trigger_phrases.h"

namespace quiver {
namespace {

// How many words a denial reaches, at most.
constexpr size_t kNegationReach = 8;

// A mention as a range of words of its clause.
struct WordRange {
  size_t first = 0;
  size_t last = 0;  // Not included.

  bool Covers(const Trigger& trigger) const {
    return first <= trigger.first && trigger.last <= last;
  }
};

// One clause as the rules see it.
struct ClauseView {
  std::vector<std::string_view> words;
  std::vector<Trigger> triggers;
  std::vector<WordRange> mentions;

  bool Has(TriggerKind kind) const {
    return std::any_of(
        triggers.begin(), triggers.end(),
        [&](const Trigger& trigger) { return trigger.kind == kind; });
  }
  bool HasBetween(TriggerKind kind, size_t begin, size_t end) const {
    return std::any_of(triggers.begin(), triggers.end(),
                       [&](const Trigger& trigger) {
                         return trigger.kind == kind &&
                                trigger.first >= begin && trigger.last <= end;
                       });
  }
  bool HasMentionBetween(size_t begin, size_t end) const {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const WordRange& mention) {
                         return mention.first >= begin && mention.last <= end;
                       });
  }
};

ClauseView ViewOf(const Reading& reading, const Clause& clause,
                  const std::vector<Span>& mentions) {
  ClauseView view;
  for (uint32_t i = clause.first_token; i < clause.last_token; ++i) {
    view.words.push_back(reading.Text(reading.tokens[i].span));
  }
  for (const Span& mention : mentions) {
    if (!clause.span.Overlaps(mention)) continue;
    WordRange range{view.words.size(), 0};
    for (uint32_t i = clause.first_token; i < clause.last_token; ++i) {
      if (!reading.tokens[i].span.Overlaps(mention)) continue;
      const size_t word = i - clause.first_token;
      range.first = std::min(range.first, word);
      range.last = std::max(range.last, word + 1);
    }
    // Kept even when empty: they stand in the order of `mentions`.
    if (range.first > range.last) range = {0, 0};
    view.mentions.push_back(range);
  }
  view.triggers = FindTriggers(view.words);
  std::erase_if(view.triggers, [&](const Trigger& trigger) {
    return std::any_of(
        view.mentions.begin(), view.mentions.end(),
        [&](const WordRange& mention) { return mention.Covers(trigger); });
  });
  return view;
}

// Whether the scope that `trigger` opens ends before `end`.
bool ScopeEnds(const ClauseView& view, const Trigger& trigger, size_t end) {
  if (view.HasBetween(TriggerKind::kTermination, trigger.last, end)) {
    return true;
  }
  // "no twitching in my leg" says that there is a leg.
  for (const Trigger& other : view.triggers) {
    if (other.kind == TriggerKind::kPreposition &&
        other.first >= trigger.last && other.last <= end &&
        view.HasMentionBetween(trigger.last, other.first)) {
      return true;
    }
  }
  return false;
}

bool IsNegated(const ClauseView& view, const WordRange& mention) {
  for (const Trigger& trigger : view.triggers) {
    if (trigger.kind == TriggerKind::kNegation &&
        trigger.last <= mention.first &&
        mention.first - trigger.last <= kNegationReach &&
        !ScopeEnds(view, trigger, mention.first)) {
      return true;
    }
    if (trigger.kind == TriggerKind::kNegationBackward &&
        trigger.first >= mention.last &&
        trigger.first - mention.last <= kNegationReach / 2 &&
        !view.HasBetween(TriggerKind::kTermination, mention.last,
                         trigger.first)) {
      return true;
    }
  }
  return false;
}

bool IsHypothetical(const ClauseView& view, const WordRange& mention) {
  return std::any_of(view.triggers.begin(), view.triggers.end(),
                     [&](const Trigger& trigger) {
                       return trigger.kind == TriggerKind::kHypothetical &&
                              trigger.last <= mention.first &&
                              !view.HasBetween(TriggerKind::kTermination,
                                               trigger.last, mention.first);
                     });
}

// The nearest subject before `mention` is a person: "my speech", "he slurs".
// Not so for the visitor as subject of the question itself: "can i get".
bool IsPersonal(const ClauseView& view, const WordRange& mention) {
  bool personal = false;
  for (const Trigger& trigger : view.triggers) {
    if (trigger.first >= mention.last) break;
    if (trigger.kind == TriggerKind::kGeneral) personal = false;
    if (trigger.kind != TriggerKind::kVisitor &&
        trigger.kind != TriggerKind::kOther) {
      continue;
    }
    const bool asks = trigger.first == 1 && IsModalVerb(view.words.front());
    personal = !asks || view.words[trigger.first] == "my";
  }
  // Inside the mention itself: "i can't breathe".
  for (size_t i = mention.first; i < mention.last; ++i) {
    personal |= view.words[i] == "i" || view.words[i] == "my" ||
                view.words[i] == "his" || view.words[i] == "her";
  }
  return personal;
}

bool IsAsked(const ClauseView& view, const Clause& clause,
             const WordRange& mention) {
  if (IsPersonal(view, mention)) return false;
  const bool general = view.HasBetween(TriggerKind::kGeneral, 0, mention.first);
  const bool named = view.HasBetween(TriggerKind::kAsked, 0, mention.first);
  const bool opens = OpensQuestion(view.words.front());
  const bool asks =
      clause.question &&
      std::any_of(view.words.begin(), view.words.end(), IsAskingWord);
  return general || named || (opens && clause.question) || asks;
}

bool IsYear(std::string_view word) {
  return word.size() == 4 &&
         (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

// "in 2015", "when i was 7".
bool NamesPastDate(const ClauseView& view) {
  for (size_t i = 1; i < view.words.size(); ++i) {
    if (view.words[i - 1] == "in" && IsYear(view.words[i])) return true;
    if (i >= 3 && view.words[i - 1] == "was" && view.words[i - 3] == "when" &&
        std::isdigit(static_cast<unsigned char>(view.words[i].front())) != 0) {
      return true;
    }
  }
  return false;
}

Temporality TemporalityOf(const ClauseView& view) {
  if (view.Has(TriggerKind::kRecent)) return Temporality::kRecent;
  if (view.Has(TriggerKind::kOngoing)) return Temporality::kCurrent;
  if (view.Has(TriggerKind::kPast) || NamesPastDate(view)) {
    return Temporality::kPast;
  }
  return Temporality::kCurrent;
}

Experiencer ExperiencerOf(const ClauseView& view, const WordRange& mention) {
  if (view.Has(TriggerKind::kFamily)) return Experiencer::kFamilyHistory;
  const Trigger* other = nullptr;
  bool past_event = false;
  for (const Trigger& trigger : view.triggers) {
    if (trigger.first >= mention.first) break;
    if (trigger.kind == TriggerKind::kOther) {
      other = &trigger;
      past_event = false;
    } else if (trigger.kind == TriggerKind::kVisitor) {
      other = nullptr;
    } else if (trigger.kind == TriggerKind::kPastEvent && other != nullptr) {
      past_event = true;
    }
  }
  if (other == nullptr) return Experiencer::kVisitor;
  return past_event && !view.Has(TriggerKind::kRecent)
             ? Experiencer::kFamilyHistory
             : Experiencer::kOther;
}

Assertion AssertionOf(const ClauseView& view, const Clause& clause,
                      const WordRange& mention) {
  Assertion assertion;
  assertion.negated = IsNegated(view, mention);
  assertion.hypothetical =
      IsHypothetical(view, mention) || view.Has(TriggerKind::kFiction);
  assertion.asked = IsAsked(view, clause, mention);
  assertion.experiencer = ExperiencerOf(view, mention);
  assertion.temporality = TemporalityOf(view);
  return assertion;
}

// Denials go on over commas: "no weakness, numbness or pain".
class DenialList {
 public:
  // Whether the mentions of `view` continue the denial of the clause before.
  bool Continues(const ClauseView& view, const Clause& clause,
                 bool or_follows) const {
    if (!denied_ || clause.sentence != sentence_ || view.mentions.empty()) {
      return false;
    }
    const bool joined = view.words.front() == "or" ||
                        view.words.front() == "nor" ||
                        view.words.front() == "and";
    const size_t start = joined ? 1 : 0;
    const bool starts = std::any_of(
        view.mentions.begin(), view.mentions.end(),
        [&](const WordRange& mention) { return mention.first == start; });
    return starts && (view.words.size() == start + 1 || or_follows);
  }

  void Note(const Clause& clause, bool denied) {
    sentence_ = clause.sentence;
    denied_ = denied;
  }

 private:
  uint32_t sentence_ = 0;
  bool denied_ = false;
};

// Whether "or" or "nor" stands in the sentence of `clause` from it on.
bool OrFollows(const Reading& reading, size_t clause) {
  const uint32_t sentence = reading.clauses[clause].sentence;
  for (size_t c = clause; c < reading.clauses.size(); ++c) {
    if (reading.clauses[c].sentence != sentence) break;
    for (uint32_t i = reading.clauses[c].first_token;
         i < reading.clauses[c].last_token; ++i) {
      const std::string_view word = reading.Text(reading.tokens[i].span);
      if (word == "or" || word == "nor") return true;
      if (word == "but") return false;
    }
  }
  return false;
}

}  // namespace

std::vector<Assertion> DetectContext(const Reading& reading,
                                     const std::vector<Span>& mentions) {
  std::vector<Assertion> assertions(mentions.size());
  if (mentions.empty()) return assertions;
  DenialList denials;
  for (size_t c = 0; c < reading.clauses.size(); ++c) {
    const Clause& clause = reading.clauses[c];
    const ClauseView view = ViewOf(reading, clause, mentions);
    if (view.words.empty()) continue;
    const bool continues =
        denials.Continues(view, clause, OrFollows(reading, c));
    bool last_denied = false;
    size_t next = 0;  // Into view.mentions, which follow `mentions`' order.
    for (size_t m = 0; m < mentions.size(); ++m) {
      if (!clause.span.Overlaps(mentions[m])) continue;
      if (next == view.mentions.size()) break;
      assertions[m] = AssertionOf(view, clause, view.mentions[next++]);
      assertions[m].negated |= continues;
      last_denied = assertions[m].negated;
    }
    denials.Note(clause, last_denied);
  }
  return assertions;
}

}  // namespace quiver
