#include "context/supposition.h"

#include <algorithm>
#include <string_view>

#include "context/temporality.h"
#include "context/topic.h"
#include "context/word_traits.h"
#include "text/one_of.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How far fear and the like reach, and what was read, in words outside
// mentions.
constexpr size_t kSuppositionReach = 5;
constexpr size_t kHearsayReach = 12;

// People whom nobody knows.
bool IsAnybody(std::string_view word) {
  return IsOneOf(word, {"someone", "somebody", "a", "kids", "children", "baby",
                        "babies", "child", "kid", "they"});
}

// "Would my arm", "will i get": what follows a condition is supposed too.
bool IsStillSupposed(const ClauseView& view, const WordRange& range) {
  if (!view.HasTraitIn(range, kForeseeing)) return false;
  for (size_t i = range.first; i < range.last; ++i) {
    if (!view.HasTrait(i, kForeseeing)) continue;
    if (view.words()[i] != "will" ||
        view.IsOf(i + 1, WordClass::kPronoun | WordClass::kPossessive)) {
      return true;
    }
  }
  return false;
}

// Whether the condition at `trigger` is met before `mention` and this tells
// what happens then: "if i stand up my leg hurts" has a second subject.
bool IsConsequence(const ClauseView& view, const Trigger& trigger,
                   const MentionView& mention) {
  const auto& words = view.words();
  if (words[trigger.first] == "what") return false;
  if (IsStillSupposed(view, Between(trigger, mention))) return false;
  size_t subjects = 0;
  size_t last_subject = trigger.last;
  for (size_t i = trigger.last; i < mention.words.first; ++i) {
    const bool is_subject = IsOneOf(
        words[i], {"i", "he", "she", "it", "it's", "its", "they", "we", "i'm"});
    // "If i move my arm": what right behind the verb is its object.
    const bool is_other =
        IsOneOf(words[i], {"my", "his", "her", "the"}) && i > last_subject + 2;
    const bool is_joined = IsOneOf(words[i - 1], {"and", "or"});
    if ((!is_subject && !is_other) || is_joined) continue;
    ++subjects;
    last_subject = i;
  }
  return subjects >= 2;
}

// "If my arm is going numb", "is it bad if my arm aches": what somebody has
// already, put as a condition.  Not so after "what if".
bool IsReport(const ClauseView& view, const Trigger& trigger,
              const MentionView& mention) {
  const auto& words = view.words();
  const bool is_plain_if =
      words[trigger.first] == "if" && trigger.last == trigger.first + 1;
  const WordRange all = {0, words.size()};
  if (!is_plain_if || IsStillSupposed(view, all)) return false;
  const bool asks_for_judgement =
      words.size() > 1 && words[0] == "is" && words[1] == "it";
  if (asks_for_judgement && IsOwned(view, mention)) return true;
  const WordRange until = {trigger.last, mention.words.last};
  const Trigger* const person =
      view.FirstOf({kVisitor, kNear, kElder, kPronoun}, until);
  if (person == nullptr || IsAnybody(words[person->first])) return false;
  for (size_t i = person->last; i < until.last; ++i) {
    if (IsOneOf(words[i], {"is", "are", "am", "isn't", "keeps", "can't", "cant",
                           "cannot", "won't", "wont", "been"})) {
      return true;
    }
  }
  return IsOneOf(words[person->first], {"i'm", "he's", "she's"});
}

// "Said to call", "told me to ring": what to do on a condition, at words of
// `view` before `condition`.
bool IsAdvice(const ClauseView& view, const Trigger& condition) {
  const Trigger* const advice = view.LastOf(
      {kAdvice}, ClauseView::Before({condition.first, condition.last}));
  if (advice == nullptr) return false;
  const size_t end = std::min(advice->last + 2, condition.first);
  for (size_t i = advice->last; i < end; ++i) {
    if (IsOneOf(view.words()[i], {"call", "ring", "phone", "dial", "go", "come",
                                  "seek", "return", "attend", "get", "head"})) {
      return true;
    }
  }
  return false;
}

bool IsConditional(const ClauseView& view, const MentionView& mention) {
  const Trigger* const trigger =
      view.LastOf({kConditional}, ClauseView::Before(mention.words));
  if (trigger == nullptr || IsHappening(view, mention)) return false;
  const WordRange between = Between(*trigger, mention);
  return view.FirstOf({kContrast}, between) == nullptr &&
         !IsConsequence(view, *trigger, mention) &&
         (IsAdvice(view, *trigger) || !IsReport(view, *trigger, mention));
}

// "Would my arm be weak", "will it get worse".
bool IsForeseen(const ClauseView& view, const MentionView& mention) {
  return view.IsQuestion() &&
         IsOneOf(view.words().front(), {"would", "will"}) &&
         !IsHappening(view, mention);
}

// "Worried about an ache", but not "about my ache" or "about having one now".
bool IsFeared(const ClauseView& view, const MentionView& mention) {
  const Trigger* const trigger =
      view.LastOf({kSupposition}, ClauseView::Before(mention.words));
  if (trigger == nullptr) return false;
  const WordRange between = Between(*trigger, mention);
  return view.CountOutsideMentions(between) <= kSuppositionReach &&
         trigger->first >= mention.statement.first && !IsOwned(view, mention) &&
         !IsHappening(view, mention);
}

// "Read about a man who": somebody of whom the visitor only read.
bool IsAboutAnybody(const ClauseView& view, const Trigger& hearsay,
                    const WordRange& between) {
  const auto& words = view.words();
  const Trigger* const person = view.FirstOf({kNear, kElder}, between);
  return person != nullptr &&
         IsOneOf(words[hearsay.last - 1], {"about", "read", "of", "on"}) &&
         (IsAnybody(words[person->first]) ||
          (person->first > 0 &&
           IsOneOf(words[person->first - 1], {"a", "an", "some", "one"})));
}

bool IsHearsay(const ClauseView& view, const MentionView& mention) {
  const Trigger* const trigger =
      view.LastOf({kHearsay}, ClauseView::Before(mention.words));
  if (trigger == nullptr) return false;
  const WordRange between = Between(*trigger, mention);
  return view.CountOutsideMentions(between) <= kHearsayReach &&
         trigger->first >= mention.statement.first &&
         view.FirstOf({kVisitor}, between) == nullptr &&
         (IsAboutAnybody(view, *trigger, between) || !IsOwned(view, mention));
}

// "A friend reckons it's an ache": whoever is no doctor nor family, and does
// not stand beside the visitor, can only guess.
bool IsOpinion(const ClauseView& view, const MentionView& mention) {
  const Trigger* const trigger =
      view.LastOf({kOpinion}, ClauseView::Before(mention.words));
  if (trigger == nullptr || trigger->first == 0) return false;
  const std::string_view who = view.words()[trigger->first - 1];
  return IsOneOf(who,
                 {"friend",    "friends",   "mate",     "mates",    "colleague",
                  "coworker",  "neighbour", "neighbor", "flatmate", "roommate",
                  "housemate", "boss",      "google",   "forum",    "reddit",
                  "internet",  "chatgpt",   "trainer",  "coach",    "people",
                  "everyone",  "somebody",  "someone"}) &&
         view.CountOutsideMentions(Between(*trigger, mention)) <=
             kSuppositionReach &&
         !IsOwned(view, mention) && !IsHappening(view, mention);
}

// Whether the condition of `before` goes on in `view`: "if i wake and can't".
bool GoesOn(const ClauseView& before, const ClauseView& view) {
  return before.clause().sentence == view.clause().sentence &&
         before.Has(kConditional) && !before.Has(kNow) && !view.Has(kNow) &&
         (view.words().front() == "and" || view.words().front() == "or");
}

}  // namespace

void NoteSuppositions(const std::vector<ClauseView>& views,
                      std::vector<Assertion>& assertions) {
  bool is_fiction = false;
  for (size_t c = 0; c < views.size(); ++c) {
    const ClauseView& view = views[c];
    if (view.words().empty()) continue;
    is_fiction |= view.Has(kFiction);
    const bool goes_on = c > 0 && GoesOn(views[c - 1], view);
    for (const MentionView& mention : view.mentions()) {
      Assertion& assertion = assertions[mention.index];
      assertion.hypothetical =
          is_fiction || view.Has(kFigurative) || goes_on ||
          IsConditional(view, mention) || IsForeseen(view, mention) ||
          IsFeared(view, mention) || IsHearsay(view, mention) ||
          IsOpinion(view, mention);
      assertion.asked = IsTopic(view, mention);
    }
  }
}

}  // namespace quiver
