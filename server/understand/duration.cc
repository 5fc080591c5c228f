#include "understand/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "text/one_of.h"
#include "understand/duration_words.h"

namespace quiver {
namespace {

constexpr double kUnbounded = NumberRange::kUnbounded;

std::string Format(const NumberRange& number) {
  if (number.high == kUnbounded) return fmt::format("{:g}..", number.low);
  if (number.low == number.high) return fmt::format("{:g}", number.low);
  return fmt::format("{:g}..{:g}", number.low, number.high);
}

// Reads durations out of the tokens of one reading.  Every Read function reads
// at a token and returns how many it took, 0 for none.
class DurationReader {
 public:
  explicit DurationReader(const Reading& reading) : reading_(reading) {}

  std::vector<DurationMention> Read() {
    for (size_t at = 0; at < reading_.tokens.size();) {
      if (!OpensDuration(Word(at))) {
        ++at;
        continue;
      }
      size_t taken = ReadSince(at);
      if (taken == 0) taken = ReadCounted(at);
      if (taken == 0) taken = ReadUncounted(at);
      at += std::max<size_t>(taken, 1);
    }
    return std::move(found_);
  }

 private:
  std::string_view Word(size_t at) const {
    return at < reading_.tokens.size() ? reading_.Text(reading_.tokens[at].span)
                                       : std::string_view();
  }
  std::string_view WordBefore(size_t at) const {
    return at == 0 ? std::string_view() : Word(at - 1);
  }

  size_t Add(size_t first, size_t last, std::string value) {
    found_.push_back({std::move(value),
                      {reading_.tokens[first].span.begin,
                       reading_.tokens[last - 1].span.end}});
    return last - first;
  }

  // "since march", "since last week", "since i was 12".
  size_t ReadSince(size_t at) {
    if (Word(at) != "since") return 0;
    if (IsOneOf(Word(at + 1), {"i", "he", "she"}) && Word(at + 2) == "was") {
      return ReadSinceAge(at);
    }
    size_t end = at + 1;
    std::string_view which;
    while (IsOneOf(Word(end),
                   {"last", "this", "early", "late", "about", "around", "my",
                    "the", "mid", "end", "start", "beginning", "of"})) {
      if (IsOneOf(Word(end), {"last", "this"})) which = Word(end);
      ++end;
    }
    const bool names_unit = !which.empty() && !UnitOf(Word(end)).empty();
    if (!NamesDate(Word(end)) && !names_unit) return 0;
    return Add(at, end + 1,
               which.empty() ? fmt::format("since {}", Word(end))
                             : fmt::format("since {} {}", which, Word(end)));
  }

  size_t ReadSinceAge(size_t at) {
    const size_t age = at + 3;
    if (const auto number = NumberOf(Word(age));
        number.has_value() && Word(age) != "a") {
      return Add(at, age + 1, fmt::format("since age {:g}", number->low));
    }
    for (size_t i = age; i < age + 3; ++i) {
      if (IsOneOf(Word(i), {"kid", "child", "baby", "little", "young", "boy",
                            "girl", "born"})) {
        return Add(at, i + 1, "since childhood");
      }
      if (IsOneOf(Word(i), {"teenager", "teen"})) {
        return Add(at, i + 1, "since teens");
      }
    }
    return 0;
  }

  // "2 weeks", "3-4 days", "over a year", "a month and a half", "2wks".
  size_t ReadCounted(size_t at) {
    if (const size_t digits = GluedDigits(Word(at)); digits > 0) {
      if (!IsLength(at, at + 1)) return 0;
      return Add(at, at + 1,
                 fmt::format("{} {}", Word(at).substr(0, digits),
                             UnitOf(Word(at).substr(digits))));
    }
    size_t end = at;
    std::optional<NumberRange> number = ReadNumber(end);
    if (!number) return 0;
    if (Word(end) == "of" || Word(end) == "an" || Word(end) == "a") ++end;
    if (IsOneOf(Word(end), {"good", "full", "more", "whole", "solid"})) ++end;
    const std::string_view unit = UnitOf(Word(end));
    if (unit.empty() || !IsLength(at, end + 1)) return 0;
    ++end;
    const bool is_single = number->low == 1 && number->high == 1;
    const size_t tail = ReadTail(end, *number);
    if (is_single && tail == end && !IsMeasured(at, end)) return 0;
    Bound(at, *number);
    return Add(at, tail, fmt::format("{} {}", Format(*number), unit));
  }

  // A number, from `at`, which is moved behind it: "3", "a couple", "2 or 3",
  // "two and a half".
  std::optional<NumberRange> ReadNumber(size_t& at) const {
    size_t end = at;
    const bool has_article =
        Word(end) == "a" && NumberOf(Word(end + 1)) && Word(end + 1) != "a";
    if (has_article) ++end;
    std::optional<NumberRange> number = NumberOf(Word(end));
    if (!number) return std::nullopt;
    ++end;
    if (Word(end) == "and" && Word(end + 1) == "a" && Word(end + 2) == "half") {
      *number = {number->low + 0.5, number->high + 0.5};
      end += 3;
    } else {
      size_t next = end;
      if (IsOneOf(Word(next), {"or", "to"})) ++next;
      const std::optional<NumberRange> upper = NumberOf(Word(next));
      if (upper && !IsOneOf(Word(next), {"a", "an"})) {
        *number = {number->low, upper->high};
        end = next + 1;
      }
    }
    at = end;
    return number;
  }

  // What may follow the unit, and changes `number`: "or two", "and a half".
  // Returns where it ends.
  size_t ReadTail(size_t at, NumberRange& number) const {
    if (Word(at) == "or" && Word(at + 1) == "so") return at + 2;
    if (Word(at) == "or") {
      const std::optional<NumberRange> upper = NumberOf(Word(at + 1));
      if (upper && upper->low > number.low) {
        number.high = upper->high;
        return at + 2;
      }
    }
    if (Word(at) == "and" && Word(at + 1) == "a" && Word(at + 2) == "half") {
      number = {number.low + 0.5, number.high + 0.5};
      return at + 3;
    }
    return at;
  }

  // "Over", "at least", "less than" before the number at `at`.
  void Bound(size_t at, NumberRange& number) const {
    const std::string_view before = WordBefore(at);
    const std::string_view second = at < 2 ? "" : Word(at - 2);
    const bool is_than = before == "than";
    if (before == "over" || (is_than && second == "more") ||
        (before == "least" && second == "at")) {
      number.high = kUnbounded;
    } else if (before == "under" || (is_than && second == "less")) {
      number.low = 0;
    }
  }

  // Whether the words from `first` to `last` can be how long something lasted:
  // no age, rate or future.
  bool IsLength(size_t first, size_t last) const {
    if (IsOneOf(Word(last), {"old", "pregnant", "along"})) return false;
    if (IsOneOf(Word(last), {"a", "per", "each", "every"}) &&
        !UnitOf(Word(last + 1)).empty()) {
      return false;
    }
    if (IsOneOf(Word(last), {"time", "times"})) return false;
    return !IsOneOf(WordBefore(first), {"every", "times", "once", "twice",
                                        "per", "in", "next", "each"});
  }

  // Whether "a week" is one that went by: "for a week", "a week ago", not
  // "3 cups a week".
  bool IsMeasured(size_t first, size_t last) const {
    return (first == 0 && Word(first) != "one") ||
           IsOneOf(WordBefore(first),
                   {"for",    "about",  "around",       "over",  "under",
                    "almost", "nearly", "roughly",      "than",  "least",
                    "last",   "past",   "within",       "after", "been",
                    "only",   "just",   "like",         "maybe", "probably",
                    "lasted", "lasts",  "approximately"}) ||
           IsOneOf(Word(last), {"ago", "now", "already", "long", "straight"});
  }

  // "for weeks", "for the past month", "all week", "weeks now".
  size_t ReadUncounted(size_t at) {
    if (const std::string_view unit = UnitOf(Word(at));
        !unit.empty() && Word(at).ends_with('s') &&
        IsOneOf(Word(at + 1), {"now", "already"})) {
      return Add(at, at + 1, fmt::format("2.. {}", unit));
    }
    if (!IsOneOf(Word(at), {"for", "all", "over", "whole", "entire", "past",
                            "last", "in"})) {
      return 0;
    }
    size_t end = at + 1;
    while (IsOneOf(Word(end), {"the", "past", "last", "many", "long", "whole",
                               "entire", "literally"})) {
      ++end;
    }
    if (Word(at) == "for" && Word(end) == "ages") {
      return Add(at, end + 1, "2.. months");
    }
    const std::string_view unit = UnitOf(Word(end));
    if (unit.empty()) return 0;
    const bool is_plural = Word(end).ends_with('s');
    // "The last day", "in weeks": no length without "for" or "all".
    const bool is_span = IsOneOf(Word(at), {"for", "all", "whole", "entire"}) ||
                         (end > at + 1 && IsOneOf(Word(at), {"over", "in"}));
    if (!is_span || !IsLength(at, end + 1)) return 0;
    return Add(at, end + 1,
               fmt::format("{} {}", is_plural ? "2.." : "1", unit));
  }

  const Reading& reading_;
  std::vector<DurationMention> found_;
};

}  // namespace

std::vector<DurationMention> FindDurations(const Reading& reading) {
  return DurationReader(reading).Read();
}

}  // namespace quiver
