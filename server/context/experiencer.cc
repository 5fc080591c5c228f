#include "context/experiencer.h"

#include <cctype>
#include <cstddef>
#include <limits>
#include <string_view>

#include "context/animals.h"
#include "text/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

constexpr size_t kNoEvent = std::numeric_limits<size_t>::max();

enum class Person { kVisitor, kNear, kElder, kAnimal };

// "Is", "can't": after a person, they show that the person lives.
bool IsPresentVerb(std::string_view word) {
  return IsOneOf(
      word, {"is", "has", "keeps", "can't", "cant", "cannot", "won't", "wont",
             "isn't", "isnt", "doesn't", "looks", "seems", "feels", "just"});
}

bool IsPersonKind(TriggerKind kind) {
  return kind == kVisitor || kind == kNear || kind == kElder ||
         kind == kPronoun || kind == kAnimal;
}

Person PersonOf(TriggerKind kind) {
  if (kind == kNear) return Person::kNear;
  if (kind == kElder) return Person::kElder;
  return kind == kAnimal ? Person::kAnimal : Person::kVisitor;
}

// Verbs of what the visitor has, rather than sees or does.
bool IsHaving(std::string_view word) {
  return IsOneOf(word, {"have", "had", "get", "got", "feel", "felt", "keep",
                        "am", "was", "can't", "cant", "cannot"});
}

// How many words may stand between "i have" and what the visitor has.
constexpr size_t kHavingReach = 2;

bool IsWhich(std::string_view word) {
  return IsOneOf(word, {"left", "right", "upper", "lower", "whole", "own"});
}

// Whether "my", which ends before word `first`, owns what begins there: "my
// left | arm".  Other words between may name somebody ("my lodger collapsed"),
// and so may an age ("my 3 year old").
bool Owns(const ClauseView& view, size_t first, const MentionView& mention) {
  const auto& words = view.words();
  if (std::isdigit(static_cast<unsigned char>(words[first].front())) != 0) {
    return false;
  }
  for (size_t i = first; i < mention.words.first; ++i) {
    if (!view.IsInMention(i) && !IsWhich(words[i])) return false;
  }
  return true;
}

// "My arm is numb", "i have a rash": nobody else is in the statement.
bool IsOwn(const ClauseView& view, const MentionView& mention) {
  const WordRange& statement = mention.statement;
  const Trigger* const own =
      view.LastOf({kVisitor}, {statement.first, mention.words.first + 1});
  if (own == nullptr || own->last >= view.words().size() ||
      view.FirstOf({kNear, kElder, kPronoun, kAnimal}, statement) != nullptr) {
    return false;
  }
  const auto& words = view.words();
  const std::string_view word = words[own->first];
  size_t behind = own->last;
  if (word == "my") return Owns(view, behind, mention);
  if (behind > mention.words.first) return true;
  if (word == "i" && behind < mention.words.first &&
      !IsHaving(words[behind++])) {
    return false;
  }
  return mention.words.first - behind <= kHavingReach &&
         IsOneOf(word, {"i", "i'm", "im", "i've", "ive"});
}

// What the whole message says of the people in it.
struct Background {
  bool near_died = false;
  bool elder_died = false;
  bool elder_is_present = false;
  bool needs_help = false;
};

// Follows who is spoken of, from clause to clause.
class PersonTracker {
 public:
  explicit PersonTracker(const std::vector<ClauseView>& views)
      : background_(BackgroundOf(views)) {}

  // Goes on to `view`, and notes who has its mentions.
  void Enter(const ClauseView& view, std::vector<Assertion>& assertions) {
    EnterSentence(view.clause().sentence);
    LeaveAnimal(view);
    const auto& triggers = view.triggers();
    size_t next = 0;
    for (const MentionView& mention : view.mentions()) {
      while (next < triggers.size() &&
             triggers[next].first < mention.words.last) {
        Follow(view, triggers[next++]);
      }
      const Experiencer experiencer = ExperiencerOf(view, mention);
      assertions[mention.index].experiencer = experiencer;
      assertions[mention.index].is_own =
          experiencer == Experiencer::kVisitor && IsOwn(view, mention);
    }
    while (next < triggers.size()) Follow(view, triggers[next++]);
    if (event_ != kNoEvent) event_ = 0;
  }

 private:
  // Persons are followed in the background too, so that pronouns find theirs.
  static Background BackgroundOf(const std::vector<ClauseView>& views) {
    Background background;
    Person last = Person::kVisitor;
    for (const ClauseView& view : views) {
      for (const Trigger& trigger : view.triggers()) {
        const Person named = PersonOf(trigger.kind);
        if (named != Person::kVisitor) last = named;
        background.needs_help |= trigger.kind == kHelp;
        if (trigger.kind == kDeath) NoteDeath(view, trigger, last, background);
        background.elder_died |=
            trigger.kind == kLastDays && last == Person::kElder;
        const bool is_elder =
            trigger.kind == kElder ||
            (trigger.kind == kPronoun && last == Person::kElder);
        if (is_elder && trigger.last < view.words().size()) {
          background.elder_is_present |=
              IsPresentVerb(view.words()[trigger.last]);
        }
      }
    }
    return background;
  }

  static void NoteDeath(const ClauseView& view, const Trigger& death,
                        Person last, Background& background) {
    // "Lost my dad": the person is part of the phrase.
    const Trigger* const inside =
        view.LastOf({kNear, kElder}, {death.first, death.last});
    if (inside != nullptr) {
      last = PersonOf(inside->kind);
    }
    background.near_died |= last == Person::kNear;
    background.elder_died |= last == Person::kElder;
  }

  void EnterSentence(uint32_t sentence) {
    if (sentence == sentence_) return;
    sentence_ = sentence;
    person_ = Person::kVisitor;
    event_ = kNoEvent;
    is_thought_ = false;
  }

  // "The dog barked, woke up numb": not the dog did, but with "is" or "and".
  void LeaveAnimal(const ClauseView& view) {
    if (person_ != Person::kAnimal || view.words().empty()) return;
    if (!IsOneOf(view.words().front(), {"and", "but"}) &&
        !IsPresentVerb(view.words().front())) {
      person_ = Person::kVisitor;
    }
  }

  void Follow(const ClauseView& view, const Trigger& trigger) {
    if (trigger.kind == kPastEvent) event_ = trigger.first;
    if (!IsPersonKind(trigger.kind)) return;
    if (trigger.kind == kAnimal && !IsSubjectAnimal(view, trigger)) return;
    if (trigger.kind == kPronoun) {
      // "They" are things until a person was named.
      const bool is_they = view.words()[trigger.first].starts_with("the");
      person_ = named_ == Person::kVisitor && !is_they ? Person::kNear : named_;
    } else {
      person_ = PersonOf(trigger.kind);
      // Once a person was named, a pronoun means no animal.
      const bool is_named =
          person_ != Person::kVisitor &&
          (person_ != Person::kAnimal || named_ == Person::kVisitor);
      if (is_named) named_ = person_;
    }
    const Trigger* const thought = view.LastOf(
        {kThought}, ClauseView::Before({trigger.first, trigger.last}));
    // "I think my gran", "i think she".
    is_thought_ = thought != nullptr && thought->last + 1 >= trigger.first;
    event_ = kNoEvent;
  }

  Experiencer ExperiencerOf(const ClauseView& view,
                            const MentionView& mention) const {
    if (person_ == Person::kAnimal) return Experiencer::kAnimal;
    const bool is_now = view.FirstOf({kNow}, mention.statement) != nullptr;
    if (view.Has(kFamily) && !is_now) return Experiencer::kFamilyHistory;
    if (person_ == Person::kVisitor) return Experiencer::kVisitor;
    if (person_ == Person::kNear) {
      return background_.near_died ? Experiencer::kFamilyHistory
                                   : Experiencer::kOther;
    }
    if (background_.elder_died) return Experiencer::kFamilyHistory;
    const bool goes_on = is_now || is_thought_ ||
                         background_.elder_is_present || background_.needs_help;
    // "Had a fall and can't move": what cannot be done now goes on.
    const bool is_event = event_ != kNoEvent &&
                          event_ >= view.StoryOf(mention.words).first &&
                          (!mention.is_denial || mention.is_past);
    return is_event && !goes_on ? Experiencer::kFamilyHistory
                                : Experiencer::kOther;
  }

  const Background background_;
  uint32_t sentence_ = 0;
  Person person_ = Person::kVisitor;  // Who is spoken of.
  Person named_ = Person::kVisitor;   // Whom a pronoun means.
  // Where "had" stands after the person: a word of this clause, or 0 when in
  // an earlier one of the sentence.
  size_t event_ = kNoEvent;
  bool is_thought_ = false;  // "I think" stands before the person.
};

}  // namespace

void NoteBearers(const std::vector<ClauseView>& views,
                 std::vector<Assertion>& assertions) {
  PersonTracker tracker(views);
  for (const ClauseView& view : views) tracker.Enter(view, assertions);
}

}  // namespace quiver
