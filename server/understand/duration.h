#ifndef QUIVER_UNDERSTAND_DURATION_H_
#define QUIVER_UNDERSTAND_DURATION_H_

#include <string>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// A length of time, named in a message.
struct DurationMention {
  // A number or range and a unit in the plural, seconds to decades: "2 weeks",
  // "1.5 months", "3..4 days", "2.. years" (at least), "0..2 weeks" (at most);
  // or "since" and a point in time: "since march".
  std::string value;
  Span span;  // Into the text.
};

// Finds how long something has lasted: "for 2 weeks", "3-4 days", "a couple
// of months", "over a year", "since march", "on and off for years", "all day".
// Points in time ("two days ago") count as the time since.
//
// Not lengths are: ages ("5 years old"), rates ("twice a week", "every 2
// days"), the future ("in 2 weeks"), and "a day" or "one day" by themselves.
// Months and weekdays stay as they are: what date it is now is not known here.
//
// The words are English.  Takes time linear in the tokens.
std::vector<DurationMention> FindDurations(const Reading& reading);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DURATION_H_
