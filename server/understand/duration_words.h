#ifndef QUIVER_UNDERSTAND_DURATION_WORDS_H_
#define QUIVER_UNDERSTAND_DURATION_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace quiver {

// A count, or the bounds of one that is not exact: "a few" is 2 to 4.
struct NumberRange {
  double low = 0;
  double high = 0;  // kUnbounded: no upper bound.

  static constexpr double kUnbounded = -1;
};

// Whether a length of time may begin with `word`: with a number, a unit, or a
// word like "since" and "for".
bool OpensDuration(std::string_view word);

// The number that `word` is or names ("3", "1.5", "twelve", "couple"), "a" and
// "an" included; nothing for other words and for numbers above 9999.
std::optional<NumberRange> NumberOf(std::string_view word);

// The unit of time that `word` names, in the plural ("wk" is "weeks"); empty
// for other words.
std::string_view UnitOf(std::string_view word);

// How many digits stand before the unit in words like "3weeks"; 0 for others.
size_t GluedDigits(std::string_view word);

// Whether `word`, after "since", names a point in time: "march", "yesterday",
// "childhood", "2019".
bool NamesDate(std::string_view word);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DURATION_WORDS_H_
