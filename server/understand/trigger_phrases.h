#ifndef QUIVER_UNDERSTAND_TRIGGER_PHRASES_H_
#define QUIVER_UNDERSTAND_TRIGGER_PHRASES_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace quiver {

// What a phrase says about the mentions near it.
enum class TriggerKind {
  kPseudo,            // Looks like a trigger and is none: "not only".
  kNegation,          // Denies what follows: "no", "without".
  kNegationBackward,  // Denies what stands before: "was ruled out".
  kTermination,       // Ends every scope: "but", "except".
  kPreposition,       // Ends a scope that holds a mention already: "in my".
  kHypothetical,      // Supposes what follows: "if", "what if".
  kFiction,           // Supposes the whole sentence: "in a movie".
  kRecent,            // Dates the clause: "an hour ago".
  kPast,              // Dates the clause: "as a kid".
  kOngoing,           // Undoes kPast: "started", "since".
  kVisitor,           // The subject is the visitor: "i", "my".
  kOther,             // The subject is someone else: "my son", "she".
  kPastEvent,         // Between kOther and a mention, makes it history: "had".
  kFamily,            // The clause is about the family: "runs in my family".
  kGeneral,           // The subject is nobody in particular: "people".
  kAsked,             // What follows is a subject, not a report: "signs of".
};

// A trigger phrase found in a text.
struct Trigger {
  TriggerKind kind = TriggerKind::kPseudo;
  size_t first = 0;  // Word index.
  size_t last = 0;   // Not included.
};

// Finds the trigger phrases in `words` (normalized): at each place the
// longest, which hides those inside it.  In order of appearance.
std::vector<Trigger> FindTriggers(const std::vector<std::string_view>& words);

// Whether `word` opens a question: "is", "why", "should".
bool OpensQuestion(std::string_view word);
// Whether `word` is a verb that asks for a possibility: "can", "should".
bool IsModalVerb(std::string_view word);
// Whether a clause with `word` asks about things: "symptom", "mean".
bool IsAskingWord(std::string_view word);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_TRIGGER_PHRASES_H_
