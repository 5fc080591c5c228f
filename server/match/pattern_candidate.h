#ifndef QUIVER_MATCH_PATTERN_CANDIDATE_H_
#define QUIVER_MATCH_PATTERN_CANDIDATE_H_

#include <cstdint>

#include "text/utterance.h"

namespace quiver {

// A pattern that a text may match.
struct PatternCandidate {
  uint32_t pattern = 0;
  Span range;  // A match lies within these bytes of the text.

  friend bool operator==(const PatternCandidate&,
                         const PatternCandidate&) = default;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_PATTERN_CANDIDATE_H_
