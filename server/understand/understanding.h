#ifndef QUIVER_UNDERSTAND_UNDERSTANDING_H_
#define QUIVER_UNDERSTAND_UNDERSTANDING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalog.h"
#include "context/context.h"
#include "text/utterance.h"
#include "understand/evidence.h"

namespace quiver {

// A value of an entity, found in a message.  Pointers are into the catalog.
struct Mention {
  const Entity* entity = nullptr;
  std::string value;      // Name of the value; "3..4 weeks" of a duration.
  std::string_view side;  // "left", "right", "both" or empty.
  Span span;              // Into the reading it was found in.
  Span origin;            // Into Utterance::original.
  uint32_t clause = 0;    // Of the reading.
  bool implied = false;   // By another mention ("implies"), not said itself.
  Assertion assertion;
};

// A safety rule that holds.
struct SafetyFinding {
  const SafetyRule* rule = nullptr;
  std::string evidence;  // The words that made it hold.
  Span origin;           // Where they stand, into Utterance::original.
};

// How a meaning was found.
enum class Method { kPattern, kExample, kRetrieval, kDetails };
std::string_view MethodName(Method method);

// A meaning that a message, or a part of it, may have.
struct Candidate {
  // What is meant; of a question which aspect is asked.  Null when only a
  // document was found.
  const Intent* intent = nullptr;
  // The document that answers.  Null for acts.
  const Document* document = nullptr;
  uint32_t passage = 0;  // Of `document`: where its words fit best.
  Method method = Method::kPattern;
  double confidence = 0;  // 0 to 1; one threshold means the same everywhere.
  Span span;              // Into the corrected reading.
  // What found it: a pattern as it is written, or a word for something else;
  // of the catalog or for ever.  Empty where evidence was weighed.
  std::string_view found_by;
  std::optional<Evidence> weighed;  // Of a document among others.

  // What speaks for it, for the trace.
  std::string Describe() const;
  // The document's id, or of acts the intent's name.
  std::string_view Name() const;
};

// A part of a message that asks one thing.
struct Question {
  Span span;                          // Into the corrected reading.
  std::vector<Candidate> candidates;  // Best first; total order.
  // Whether it is a question only inside a conversation about the subject.
  bool needs_topic = false;
};

// What a message means, as far as it can be told without the conversation.
// Valid as long as its catalog.
struct Understanding {
  Utterance utterance;
  std::vector<Mention> mentions;      // By place in the message.
  std::vector<SafetyFinding> safety;  // Most urgent first, then by name.
  std::vector<Candidate> acts;        // Social, control and answer intents.
  std::vector<Question> questions;    // In order of appearance; at most 3.
  // The side that is all the message says: "left", "right", "both" or empty.
  std::string_view bare_side;
  bool names_subject = false;   // Some entity of the subject is mentioned.
  bool other_language = false;  // Not in the assistant's language.

  // Whether `reference` is said of the matter itself: mentioned and not
  // denied.
  bool Holds(const Reference& reference) const;
  bool Holds(const Condition& condition) const;

  // Whether some clause is a question.
  bool Asks() const;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_UNDERSTANDING_H_
