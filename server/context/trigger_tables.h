#ifndef QUIVER_CONTEXT_TRIGGER_TABLES_H_
#define QUIVER_CONTEXT_TRIGGER_TABLES_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "context/trigger_phrases.h"

namespace quiver {

// Phrases of one group are readings of the same words, of which the longest is
// right: "not only" is no "not".  Those of different groups go together: "in
// my family" has a "my".
enum class PhraseGroup : uint8_t {
  kDenial,
  kSupposition,
  kFrame,  // Fiction and figures of speech.
  kTopic,  // What makes a topic of the words before it.
  kOwner,
  kTime,
  kPerson,
  kEvent,  // What happened to people.
  kUse,    // What things are for.
  kCount,
};

// Phrases of one kind.
struct PhraseList {
  PhraseGroup group = PhraseGroup::kDenial;
  TriggerKind kind = TriggerKind::kPseudo;
  std::string_view phrases;  // Apart by "|", each normalized.
};

// All trigger phrases: how things are said (denied, supposed, asked), what
// happened when and to whom, and what things are for.  After NegEx (Chapman et
// al. 2001) and ConText (Harkema et al. 2009), in the words of people who type
// to a chat window rather than of doctors' notes.  They are English and know
// nothing of any subject.
std::span<const PhraseList> PhrasesOfSpeech();
std::span<const PhraseList> PhrasesOfEvents();
std::span<const PhraseList> PhrasesOfUse();

}  // namespace quiver

#endif  // QUIVER_CONTEXT_TRIGGER_TABLES_H_
