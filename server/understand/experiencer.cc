#include "understand/experiencer.h"

#include <cstddef>
#include <limits>
#include <string_view>

#include "understand/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

constexpr size_t kNoEvent = std::numeric_limits<size_t>::max();

enum class Person { kVisitor, kNear, kElder };

// "Is", "can't": after a person, they show that the person lives.
bool IsPresentVerb(std::string_view word) {
  return IsOneOf(
      word, {"is", "has", "keeps", "can't", "cant", "cannot", "won't", "wont",
             "isn't", "isnt", "doesn't", "looks", "seems", "feels", "just"});
}

bool IsPersonKind(TriggerKind kind) {
  return kind == kVisitor || kind == kNear || kind == kElder ||
         kind == kPronoun;
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

  std::vector<Experiencer> Enter(const ClauseView& view) {
    EnterSentence(view.clause().sentence);
    std::vector<Experiencer> experiencers;
    const auto& triggers = view.triggers();
    size_t next = 0;
    for (const MentionView& mention : view.mentions()) {
      while (next < triggers.size() &&
             triggers[next].first < mention.words.last) {
        Follow(view, triggers[next++]);
      }
      experiencers.push_back(ExperiencerOf(view, mention));
    }
    while (next < triggers.size()) Follow(view, triggers[next++]);
    if (event_ != kNoEvent) event_ = 0;
    return experiencers;
  }

 private:
  // Persons are followed in the background too, so that pronouns find theirs.
  static Background BackgroundOf(const std::vector<ClauseView>& views) {
    Background background;
    Person last = Person::kVisitor;
    for (const ClauseView& view : views) {
      for (const Trigger& trigger : view.triggers()) {
        if (trigger.kind == kNear) last = Person::kNear;
        if (trigger.kind == kElder) last = Person::kElder;
        background.needs_help |= trigger.kind == kHelp;
        if (trigger.kind == kDeath) NoteDeath(view, trigger, last, background);
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
      last = inside->kind == kNear ? Person::kNear : Person::kElder;
    }
    background.near_died |= last == Person::kNear;
    background.elder_died |= last == Person::kElder;
  }

  void EnterSentence(uint32_t sentence) {
    if (sentence == sentence_) return;
    sentence_ = sentence;
    person_ = Person::kVisitor;
    event_ = kNoEvent;
  }

  void Follow(const ClauseView& view, const Trigger& trigger) {
    if (trigger.kind == kPastEvent) event_ = trigger.first;
    if (!IsPersonKind(trigger.kind)) return;
    if (trigger.kind == kPronoun) {
      // "They" are things until a person was named.
      const bool is_they = view.words()[trigger.first].starts_with("the");
      person_ = named_ == Person::kVisitor && !is_they ? Person::kNear : named_;
    } else if (trigger.kind == kVisitor) {
      person_ = Person::kVisitor;
    } else {
      person_ = trigger.kind == kNear ? Person::kNear : Person::kElder;
      named_ = person_;
    }
    event_ = kNoEvent;
  }

  Experiencer ExperiencerOf(const ClauseView& view,
                            const MentionView& mention) const {
    const WordRange statement = view.StatementOf(mention.words);
    const bool is_now = view.FirstOf({kNow}, statement) != nullptr;
    if (view.Has(kFamily) && !is_now) return Experiencer::kFamilyHistory;
    if (person_ == Person::kVisitor) return Experiencer::kVisitor;
    if (person_ == Person::kNear) {
      return background_.near_died ? Experiencer::kFamilyHistory
                                   : Experiencer::kOther;
    }
    if (background_.elder_died) return Experiencer::kFamilyHistory;
    const bool goes_on =
        is_now || background_.elder_is_present || background_.needs_help;
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
};

}  // namespace

std::vector<std::vector<Experiencer>> FindExperiencers(
    const std::vector<ClauseView>& views) {
  PersonTracker tracker(views);
  std::vector<std::vector<Experiencer>> experiencers;
  experiencers.reserve(views.size());
  for (const ClauseView& view : views) {
    experiencers.push_back(tracker.Enter(view));
  }
  return experiencers;
}

}  // namespace quiver
