#include "context/negation.h"

#include <algorithm>
#include <string_view>

#include "context/denial_list.h"
#include "text/one_of.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How many words a denial reaches, and one that stands behind.
constexpr size_t kDenialReach = 7;
constexpr size_t kBackwardReach = 4;

// "No" as an answer to something else: "no my arm", "no wait".
bool IsAnswer(const ClauseView& view, const Trigger& trigger) {
  if (trigger.last != trigger.first + 1 ||
      view.words()[trigger.first] != "no" ||
      trigger.last >= view.words().size()) {
    return false;
  }
  const std::string_view next = view.words()[trigger.last];
  return view.IsOf(trigger.last,
                   WordClass::kPronoun | WordClass::kPossessive) ||
         IsOneOf(next, {"the", "but", "and", "actually", "wait", "sorry",
                        "thanks", "thank", "please"});
}

// "Isn't it a sign of": a question in the form of a denial.
bool IsRhetorical(const ClauseView& view, const Trigger& trigger) {
  if (!view.IsQuestion() || trigger.last >= view.words().size()) return false;
  const bool is_auxiliary = view.IsOf(trigger.first, WordClass::kAuxiliary);
  const bool opens = trigger.first == 0 ||
                     view.IsOf(trigger.first - 1, WordClass::kQuestionWord) ||
                     view.words()[trigger.first - 1] == "so";
  // "Don't have any pain?" is a denial with its subject left out.
  return is_auxiliary && opens &&
         !IsOneOf(view.words()[trigger.last],
                  {"have", "feel", "get", "notice", "see", "drink", "smoke",
                   "take", "had", "been"});
}

// "Never had pain like this", "never felt such pain".
bool IsUnheardOf(const ClauseView& view, const Trigger& trigger) {
  const std::string_view word = view.words()[trigger.first];
  const bool can_be = word == "never" || word.starts_with("haven't") ||
                      word.starts_with("hadn't") || word == "not";
  return can_be &&
         view.FirstOf({kUnheardOf},
                      view.After({trigger.first, trigger.last})) != nullptr;
}

bool DeniesNothing(const ClauseView& view, const Trigger& trigger) {
  return IsAnswer(view, trigger) || IsRhetorical(view, trigger) ||
         IsUnheardOf(view, trigger);
}

// Whether "or" stands in `range`.
bool HasOr(const ClauseView& view, const WordRange& range) {
  for (size_t i = range.first; i < range.last; ++i) {
    if (IsOneOf(view.words()[i], {"or", "nor"})) return true;
  }
  return false;
}

// Whether a preposition has ended the scope that began at `range.first`:
// "no twitching in my leg" says that there is a leg.
bool EndsAtPreposition(const ClauseView& view, const WordRange& range) {
  for (const Trigger& trigger : view.TriggersIn(range)) {
    if (trigger.kind != kPreposition) continue;
    const bool has_mention =
        view.CountOutsideMentions({range.first, trigger.first}) <
        trigger.first - range.first;
    if (has_mention && !HasOr(view, {trigger.first, range.last})) return true;
  }
  return false;
}

bool Reaches(const ClauseView& view, const Trigger& trigger,
             const MentionView& mention) {
  const WordRange between = Between(trigger, mention);
  return view.CountOutsideMentions(between) <= kDenialReach &&
         mention.statement.first <= trigger.first &&
         view.FirstOf({kTermination, kContrast}, between) == nullptr &&
         !EndsAtPreposition(view, between);
}

bool IsDeniedBefore(const ClauseView& view, const MentionView& mention) {
  if (!view.Has(kNegation)) return false;
  const auto triggers = view.TriggersIn(ClauseView::Before(mention.words));
  return std::any_of(
      triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
        return trigger.kind == kNegation && Reaches(view, trigger, mention) &&
               !DeniesNothing(view, trigger);
      });
}

bool IsDeniedBehind(const ClauseView& view, const MentionView& mention) {
  const WordRange after = view.After(mention.words);
  const Trigger* const trigger = view.FirstOf({kNegationBackward}, after);
  if (trigger == nullptr) return false;
  const WordRange between = {mention.words.last, trigger->first};
  return between.last - between.first <= kBackwardReach &&
         trigger->first < mention.statement.last &&
         view.FirstOf({kTermination}, between) == nullptr;
}

bool IsNo(std::string_view word) {
  return IsOneOf(word, {"no", "none", "nope", "never", "negative", "nah"});
}

// Whether `view` is only "no" or its like.
bool IsPlainNo(const ClauseView& view) {
  const auto& words = view.words();
  if (view.IsQuestion()) return false;
  if (words.size() == 3) {
    return words[0] == "not" && words[1] == "at" && words[2] == "all";
  }
  return words.size() == 1 && IsNo(words[0]);
}

// "Do you have any", "any": what may stand beside the mentions of a form.
constexpr size_t kFormWords = 3;

// Whether `view` asks for its mentions and `next` denies them: "numbness? no",
// "numbness: none".
bool IsAnsweredNo(const ClauseView& view, const ClauseView& next) {
  return IsPlainNo(next) &&
         (view.EndsIn('?') || view.EndsIn(':') || view.EndsIn('-')) &&
         view.CountOutsideMentions({0, view.words().size()}) <= kFormWords;
}

// "Numbness no".
bool AnswersItself(const ClauseView& view) {
  const size_t last = view.words().size() - 1;
  return last > 0 && !view.IsQuestion() && view.IsInMention(last - 1) &&
         !view.IsInMention(last) && IsNo(view.words()[last]) &&
         view.CountOutsideMentions({0, last}) <= 1;
}

// How many words may follow the denial of what is no mention: "no more falls".
constexpr size_t kUnknownWords = 3;

// "Haven't had any falls", "no falls": a denial of what is no mention, up to
// the end of `view`, so that a list may go on from it.
bool DeniesUnknown(const ClauseView& view) {
  const auto& words = view.words();
  const Trigger* const denial = view.LastOf(
      {kNegation}, ClauseView::Before({words.size(), words.size()}));
  if (denial == nullptr || !view.mentions().empty()) return false;
  if (view.IsQuestion() || DeniesNothing(view, *denial)) return false;
  size_t first = denial->last;
  if (words[denial->first] != "no") {
    while (first < words.size() && words[first] != "any") ++first;
    ++first;
  }
  return first < words.size() && words.size() - first <= kUnknownWords &&
         view.FirstOf({kTermination, kContrast}, {first, words.size()}) ==
             nullptr;
}

// Whether "or" stands in the sentence of clause `from`, from it on.
bool OrFollows(const std::vector<ClauseView>& views, size_t from) {
  for (size_t c = from; c < views.size(); ++c) {
    if (views[c].clause().sentence != views[from].clause().sentence) break;
    if (HasOr(views[c], {0, views[c].words().size()})) return true;
    if (views[c].Has(kContrast)) return false;
  }
  return false;
}

// How many words "i have none of that" may have.
constexpr size_t kPointingWords = 7;

// "I have none of that", "none of those here": denies what was told before.
bool DeniesTheAbove(const ClauseView& view) {
  const auto& words = view.words();
  if (view.IsQuestion() || !view.mentions().empty()) return false;
  if (words.size() < 3 || words.size() > kPointingWords) return false;
  const size_t end = IsOneOf(words.back(), {"here", "myself", "though", "now"})
                         ? words.size() - 1
                         : words.size();
  return end >= 3 && IsOneOf(words[end - 3], {"none", "any"}) &&
         (words[end - 3] == "none" || view.Has(kNegation)) &&
         words[end - 2] == "of" &&
         IsOneOf(words[end - 1], {"that", "those", "these", "them", "this"});
}

// "I don't get those any more": what was told before is over.
bool TellsTheEnd(const ClauseView& view) {
  const auto& words = view.words();
  if (view.IsQuestion() || !view.mentions().empty()) return false;
  if (words.size() < 4 || words.size() > kPointingWords + 1) return false;
  const size_t end = words.back() == "anymore" ? words.size() - 1
                     : IsOneOf(words.back(), {"more", "longer"}) &&
                             words[words.size() - 2] == "any"
                         ? words.size() - 2
                         : 0;
  return end > 0 && view.Has(kNegation) &&
         IsOneOf(words[end - 1],
                 {"that", "those", "these", "them", "this", "it"});
}

// Denies what stands before `clause` in its sentence or, where that opens it,
// in the sentence before.
void DenyBefore(const std::vector<ClauseView>& views, size_t clause,
                std::vector<Assertion>& assertions) {
  if (clause == 0) return;
  const uint32_t sentence = views[clause - 1].clause().sentence;
  for (size_t c = clause; c > 0; --c) {
    if (views[c - 1].clause().sentence != sentence) return;
    for (const MentionView& mention : views[c - 1].mentions()) {
      assertions[mention.index].negated = true;
    }
  }
}

}  // namespace

void NoteDenials(const std::vector<ClauseView>& views,
                 std::vector<Assertion>& assertions) {
  DenialList list;
  for (size_t c = 0; c < views.size(); ++c) {
    const ClauseView& view = views[c];
    if (view.words().empty()) continue;
    const bool is_listed =
        list.IsOpen() && list.Continues(view, OrFollows(views, c));
    const bool is_answered =
        AnswersItself(view) ||
        (c + 1 < views.size() && IsAnsweredNo(view, views[c + 1]));
    bool is_denied = false;
    for (const MentionView& mention : view.mentions()) {
      is_denied = is_listed || is_answered || IsDeniedBefore(view, mention) ||
                  IsDeniedBehind(view, mention);
      assertions[mention.index].negated = is_denied;
    }
    list.Note(view, is_denied, DeniesUnknown(view));
    if (DeniesTheAbove(view) || TellsTheEnd(view)) {
      DenyBefore(views, c, assertions);
    }
  }
}

}  // namespace quiver
