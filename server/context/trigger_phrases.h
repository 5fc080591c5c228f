#ifndef QUIVER_CONTEXT_TRIGGER_PHRASES_H_
#define QUIVER_CONTEXT_TRIGGER_PHRASES_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace quiver {

// What a phrase says about the mentions near it.
enum class TriggerKind : uint8_t {
  kPseudo,  // Looks like a trigger and is none: "not only".
  // Denial:
  kNegation,          // Denies what follows: "no", "without".
  kNegationBackward,  // Denies what stands before: "was ruled out".
  kUnheardOf,         // Makes "never" a report: "never had pain like this".
  kPreposition,       // Ends a denial that has its mention: "in my".
  kTermination,       // Ends a denial: "just", "since".
  kContrast,          // Ends every scope: "but", "except".
  // Supposition:
  kConditional,  // Supposes what follows: "if", "in case".
  kSupposition,  // Supposes what follows at once: "worried about".
  kHearsay,      // What follows was read or heard: "read that".
  kOpinion,      // What follows is what an acquaintance says: "thinks it's".
  kAdvice,       // What to do on the condition that follows: "told me to".
  kFiction,      // Made up, from here on: "in a movie".
  kFigurative,   // A figure of speech: "laughing so hard".
  kGeneral,      // The subject is nobody in particular: "people".
  kAsked,        // What follows at once is a topic: "signs of".
  kAskedBefore,  // What stands right before is a topic: "symptoms".
  kAsking,       // A question with it is about things: "dangerous".
  kOwned,        // What stands right before is somebody's: "in my".
  kShared,       // What follows is the visitor's too: "anyone else".
  // Time:
  kNow,       // Hours at most: "an hour ago", "today".
  kRecent,    // Days: "yesterday", "last week".
  kSudden,    // "suddenly".
  kPast,      // An adverbial, may stand apart: "as a kid".
  kLapsed,    // The same, weeks or a month: "three weeks ago".
  kPastVerb,  // Part of the sentence: "used to".
  kOngoing,   // Undoes the past: "started", "since".
  kBegun,     // Begins what follows at once: "put me on".
  // People:
  kVisitor,    // "i", "my".
  kNear,       // Someone the visitor may speak for: "son", "a man".
  kElder,      // The same, or family history: "dad".
  kAnimal,     // What is told may be an animal's: "dog"; animals.h.
  kPronoun,    // Whoever was named: "she", "his".
  kDeath,      // "died of".
  kLastDays,   // Of an elder, who died: "by the end".
  kThought,    // What an elder had is told of now: "i think".
  kPastEvent,  // After kElder makes it history: "had".
  kFamily,     // "runs in my family".
  kHelp,       // What is told goes on: "what do i do".
  // What things are for, and what they bring on:
  kTried,    // What follows is a remedy: "recommended".
  kTaking,   // What follows is taken or used: "took".
  kHelping,  // What stands before is a remedy: "helped".
  kTying,    // Ties what follows to what is told: "because of".
  kSetsOff,  // Ties what stands beside it: "makes".
  kCount,
};

// A set of kinds.
class TriggerKinds {
 public:
  constexpr TriggerKinds() = default;
  constexpr TriggerKinds(TriggerKind kind) { Add(kind); }
  constexpr TriggerKinds(std::initializer_list<TriggerKind> kinds) {
    for (const TriggerKind kind : kinds) Add(kind);
  }

  constexpr void Add(TriggerKind kind) { bits_ |= BitOf(kind); }
  constexpr bool Has(TriggerKind kind) const {
    return (bits_ & BitOf(kind)) != 0;
  }
  constexpr bool Overlaps(TriggerKinds other) const {
    return (bits_ & other.bits_) != 0;
  }

 private:
  static constexpr uint64_t BitOf(TriggerKind kind) {
    static_assert(static_cast<int>(TriggerKind::kCount) <= 64);
    return uint64_t{1} << static_cast<int>(kind);
  }

  uint64_t bits_ = 0;
};

// A trigger phrase found in a text.
struct Trigger {
  TriggerKind kind = TriggerKind::kPseudo;
  size_t first = 0;  // Word index.
  size_t last = 0;   // Not included.
};

// What a word has to do with mentions.
enum class MentionPart : uint8_t { kNone, kStart, kInside };

// Finds the trigger phrases in `words` (normalized), by first word.  Of the
// phrases of one group (trigger_tables.h) the longest at each place hides
// those inside it; `parts` (of each word) keep "don't want" from hiding the
// denial of a mention that begins at "want".  Takes time linear in the words.
std::vector<Trigger> FindTriggers(std::span<const std::string_view> words,
                                  std::span<const MentionPart> parts);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_TRIGGER_PHRASES_H_
