#ifndef QUIVER_UNDERSTAND_DURATION_H_
#define QUIVER_UNDERSTAND_DURATION_H_

#include <string>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// A length of time, named in a message.
struct DurationMention {
  std::string value;  // "2 weeks", "3..4 days", "2.. years" for "for years".
  Span span;          // Into the text.
};

// Finds how long something has lasted: "for 2 weeks", "3-4 days", "a couple
// of months", "since march", "for years", "since yesterday".  Points in time
// ("two days ago") count as the time since.  Without a number or "for" a unit
// alone ("day and night") is none.
//
// The words are English.  Months and weekdays are given as "since march":
// what date it is now is not known here.  Takes time linear in the tokens.
std::vector<DurationMention> FindDurations(const Reading& reading);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DURATION_H_
