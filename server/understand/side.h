#ifndef QUIVER_UNDERSTAND_SIDE_H_
#define QUIVER_UNDERSTAND_SIDE_H_

#include <string_view>

#include "text/utterance.h"

namespace quiver {

// The side of the body, or of anything that has two, that belongs to what is
// named at `mention`: "left", "right", "both" or empty.  "My left eyelid",
// "both calves", "the eyelid on the right side"; not "right now".
std::string_view FindSide(const Reading& reading, const Span& mention);

// The side that a message names and nothing else: "left", "no, I meant the
// right one", "both sides"; empty for any other message.  "Right" by itself
// agrees; it names no side.
std::string_view FindBareSide(const Reading& reading);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_SIDE_H_
