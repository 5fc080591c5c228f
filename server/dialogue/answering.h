#ifndef QUIVER_DIALOGUE_ANSWERING_H_
#define QUIVER_DIALOGUE_ANSWERING_H_

#include <string>
#include <vector>

#include "dialogue/turn.h"

namespace quiver {

// What is asked: a document for visitors who give no detail, and which aspect
// of whatever document fits better.
struct Inquiry {
  const Intent* intent = nullptr;      // Null when retrieval found it.
  const Document* document = nullptr;  // Never null.
  size_t passage = 0;                  // Of `document`.
  std::string aspect;                  // Empty: none.
};

// A passage that answers.
struct PassageChoice {
  const Document* document = nullptr;
  size_t passage = 0;

  friend bool operator==(const PassageChoice&, const PassageChoice&) = default;
};

// What `candidate`, one of a question, asks.
Inquiry InquiryOf(const Candidate& candidate);

// What the conversation was about when it left off; its document is null when
// it was about nothing.
Inquiry InquiryOf(const Catalog& catalog, const Topic& topic);

// The passages that answer `inquiry`, in the order to give them.
//
// The documents about details that this message gives come first, by
// specificity; then, for a message without details of its own, those about
// what is remembered; then the inquiry's own document.  At most two documents
// and about 120 words.
std::vector<PassageChoice> SelectPassages(const Turn& turn,
                                          const Inquiry& inquiry);

// Remembers the details of the message.  Returns whether it gave any that was
// not known.
bool RememberDetails(Turn& turn);

// Gives the passages, warns at the doctor level, and keeps the topic.
void GiveAnswer(Turn& turn, const Inquiry& inquiry);

// Slots worth asking for when `topic` was answered.
std::vector<std::string> FollowUpsOf(const Turn& turn, const Topic& topic);

// Asks what is open: the interrupted question once more, or the next one.
void GoOnAsking(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_ANSWERING_H_
