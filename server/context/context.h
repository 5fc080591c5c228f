#ifndef QUIVER_CONTEXT_CONTEXT_H_
#define QUIVER_CONTEXT_CONTEXT_H_

#include <vector>

#include "text/utterance.h"

namespace quiver {

// Who a statement is about.
enum class Experiencer {
  kVisitor,        // "I", "my leg", or nobody named.
  kOther,          // Someone the visitor speaks for now: "my son's arm".
  kFamilyHistory,  // A relative, not now: "my dad had ALS", "runs in the
                   // family", "my grandad died of a stroke".
  kAnimal,         // "my dog is shaking".
};

// When it holds.
enum class Temporality {
  kCurrent,  // Now, or no time given.
  kRecent,   // It has just passed: "ten minutes ago", "but fine now".
  kPast,     // Long past: "as a kid", "years ago", "history of".
};

// How something said is meant.
struct Assertion {
  bool negated = false;       // "no weakness", "without pain".
  bool hypothetical = false;  // "if I get chest pain", "what if".
  bool asked = false;         // Asked about, not reported: "is slurred speech
                              // a symptom?"
  Experiencer experiencer = Experiencer::kVisitor;
  // Of kVisitor: said to be theirs ("my arm"), not only taken for granted.
  bool is_own = false;
  Temporality temporality = Temporality::kCurrent;
  // Of kPast: weeks or a month ago rather than years.  A sign is then over, but
  // not what an operation or an infection may bring on.
  bool weeks_ago = false;
  // Said to be taken or used: "i take it", "on it".
  bool taken = false;
  // Tried against something, or asked about as if it were: "it did not help".
  bool remedy = false;
  // Told together with what it may bring on or come from: "after it",
  // "because of it"; not said by the way.
  bool tied = false;

  // Whether it is, or has just been, really there, whoever has it.
  bool Present() const {
    return !negated && !hypothetical && !asked &&
           experiencer != Experiencer::kFamilyHistory &&
           experiencer != Experiencer::kAnimal &&
           temporality != Temporality::kPast;
  }

  friend bool operator==(const Assertion&, const Assertion&) = default;
};

// Tells, for each of `mentions` (spans of `reading.text`), how it is meant.
//
// After NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009): trigger
// phrases (trigger_tables.h) before or after a mention open a scope, which ends
// at a termination phrase or with the clause; pseudo-triggers ("not only",
// "can't stop") open none.  Triggers inside a mention are part of it: "can't
// breathe" is not negated.  Where both ways of reading are likely, the mention
// holds: a sign of danger must not be missed.  The rules: negation.h,
// supposition.h, topic.h, experiencer.h, temporality.h, role.h.
//
// `is_matter` tells which of the mentions name what the message is about; it
// may be empty.  A mention is judged by the clause that it begins in.  Takes
// time linear in the number of tokens and of mentions.
std::vector<Assertion> DetectContext(const Reading& reading,
                                     const std::vector<Span>& mentions,
                                     const std::vector<bool>& is_matter = {});

}  // namespace quiver

#endif  // QUIVER_CONTEXT_CONTEXT_H_
