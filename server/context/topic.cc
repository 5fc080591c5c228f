#include "context/topic.h"

#include <algorithm>
#include <string_view>

#include "context/word_traits.h"
#include "text/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How far a phrase that makes topics reaches, in words outside mentions.
constexpr size_t kAskedReach = 4;
constexpr size_t kAskedBeforeReach = 1;
constexpr size_t kOwnedReach = 1;

// Words that open a question: "is", "why", "should".
bool OpensQuestion(std::string_view word) {
  return IsOneOf(
      word, {"is",     "are",    "was",     "were",  "can",   "could", "do",
             "does",   "did",    "should",  "would", "will",  "may",   "might",
             "what",   "why",    "how",     "when",  "which", "who",   "where",
             "what's", "whats",  "how's",   "has",   "have",  "am",    "isn't",
             "isnt",   "aren't", "doesn't", "can't"});
}

// Verbs before the subject of a question that supposes something.
bool IsModal(std::string_view word) {
  return IsOneOf(word, {"can", "could", "should", "would", "will", "may",
                        "might", "do", "does", "did", "shall"});
}

// "Should i", "how do i", "can someone": the subject is only who asks.
bool IsOnlyAsking(const ClauseView& view, const Trigger& person) {
  const auto& words = view.words();
  if (person.first == 0 || !IsModal(words[person.first - 1])) return false;
  const size_t verb = person.first - 1;
  const bool opens =
      verb == 0 ||
      (IsOneOf(words[verb - 1], {"what", "how", "when", "where", "which", "who",
                                 "so", "and", "or", "also", "but"}));
  return opens && IsOneOf(words[person.first],
                          {"i", "we", "someone", "somebody", "a", "kids",
                           "children", "babies", "parents"});
}

// "Should a child": any, right behind the verb that opens the question.
bool IsAnyone(const ClauseView& view, const Trigger& person) {
  const auto& words = view.words();
  return person.first == 2 && IsModal(words[0]) &&
         IsOneOf(words[1], {"a", "an", "any"});
}

// "He sees people": people are what somebody sees.
bool IsObject(const ClauseView& view, const Trigger& general) {
  const WordRange before = ClauseView::Before({general.first, general.last});
  const Trigger* const person =
      view.LastOf({kVisitor, kNear, kElder, kPronoun}, before);
  return person != nullptr && person->kind == kPronoun &&
         view.LastOf({kAsked, kHearsay, kConditional}, before) == nullptr &&
         view.StatementOf({general.first, general.last}).first <= person->first;
}

// "My son, aged 8, | is shaking": a report whose subject stands before.
bool LeavesOutSubject(const ClauseView& view) {
  const auto& words = view.words();
  return view.clause().first_token > 0 && words.size() > 1 &&
         words[0] == "is" && words[1].ends_with("ing") && !view.EndsIn('?') &&
         !view.Has(kAsking) && !view.Has(kAsked);
}

// "This ache", "my ache": words right before the mention.
bool IsPointedAt(const ClauseView& view, const MentionView& mention) {
  constexpr size_t kReach = 2;  // "My left ache".
  const size_t first = mention.words.first;
  return view.HasTraitIn({first - std::min(first, kReach), first}, kPointer);
}

// "What can i take for an ache": help is wanted for one that is there.
bool IsTreated(const ClauseView& view, const Trigger& person,
               const MentionView& mention) {
  const size_t first = mention.words.first;
  if (first == 0 ||
      !IsOneOf(view.words()[first - 1], {"for", "with", "about"})) {
    return false;
  }
  for (size_t i = person.last; i < first; ++i) {
    if (IsOneOf(view.words()[i],
                {"do", "take", "go", "see", "call", "use", "try", "get"})) {
      return true;
    }
  }
  return false;
}

// "An ache in my arm", "is an ache that i have": right behind the mention.
bool IsOwnedBehind(const ClauseView& view, const MentionView& mention) {
  const Trigger* const owner =
      view.FirstOf({kOwned}, view.After(mention.words));
  if (owner == nullptr) return false;
  const std::string_view before =
      owner->first > 0 ? view.words()[owner->first - 1] : std::string_view();
  const size_t apart =
      view.CountOutsideMentions({mention.words.last, owner->first});
  return apart <= kOwnedReach && !IsModal(before);
}

// "I can't breathe": the person is part of the mention.
bool HoldsPerson(const ClauseView& view, const MentionView& mention) {
  return view.HasTraitIn(mention.words, kHolder);
}

// "What's the point of going on": the mention is the whole of the question, so
// that whoever wrote it down meant a report.
bool IsWholeQuestion(const ClauseView& view, const MentionView& mention) {
  return mention.words.first == 0 &&
         IsOneOf(view.words().front(),
                 {"what's", "whats", "what", "how", "why"});
}

// Whether `mention` is owned, or has a person for its subject.
bool IsSomebodys(const ClauseView& view, const MentionView& mention) {
  if (IsOwned(view, mention)) return true;
  const WordRange before = ClauseView::Before(mention.words);
  const Trigger* const person =
      view.LastOf({kVisitor, kNear, kElder, kPronoun}, before);
  if (person == nullptr) return false;
  if (IsOnlyAsking(view, *person)) return IsTreated(view, *person, mention);
  if (IsAnyone(view, *person)) return false;
  const Trigger* const topic = view.LastOf({kAsked, kGeneral}, before);
  // In "does it mean i have" the person is part of the phrase.
  if (topic == nullptr || topic->last <= person->first) return true;
  return topic->kind == kGeneral && IsObject(view, *topic);
}

// Whether `trigger` reaches `mention` behind it.
bool IsNear(const ClauseView& view, const Trigger* trigger,
            const MentionView& mention) {
  return trigger != nullptr &&
         view.CountOutsideMentions(Between(*trigger, mention)) <= kAskedReach;
}

}  // namespace

bool IsOwned(const ClauseView& view, const MentionView& mention) {
  return HoldsPerson(view, mention) || IsPointedAt(view, mention) ||
         IsOwnedBehind(view, mention) ||
         view.LastOf({kShared}, ClauseView::Before(mention.words)) != nullptr;
}

bool IsTopic(const ClauseView& view, const MentionView& mention) {
  if (IsSomebodys(view, mention) || IsWholeQuestion(view, mention)) {
    return false;
  }
  const WordRange before = ClauseView::Before(mention.words);
  const Trigger* const general = view.LastOf({kGeneral}, before);
  if (general != nullptr && !IsObject(view, *general)) return true;
  if (IsNear(view, view.LastOf({kAsked}, before), mention)) return true;
  const WordRange after = view.After(mention.words);
  const Trigger* const behind = view.FirstOf({kAskedBefore}, after);
  if (behind != nullptr &&
      view.CountOutsideMentions({after.first, behind->first}) <=
          kAskedBeforeReach &&
      view.FirstOf({kVisitor, kPronoun}, {after.first, behind->first}) ==
          nullptr) {
    return true;
  }
  return view.IsQuestion() && !LeavesOutSubject(view) &&
         (OpensQuestion(view.words().front()) || view.Has(kAsking));
}

}  // namespace quiver
