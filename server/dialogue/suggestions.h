#ifndef QUIVER_DIALOGUE_SUGGESTIONS_H_
#define QUIVER_DIALOGUE_SUGGESTIONS_H_

#include "dialogue/turn.h"

namespace quiver {

// Offers up to three documents: what this message resembles, what the last
// question may have meant, then what most visitors ask: the answer of the
// default intent and one of each aspect, in the order of the intents.
void SuggestDocuments(Turn& turn);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_SUGGESTIONS_H_
