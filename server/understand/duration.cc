#include "understand/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace quiver {
namespace {

using Words = std::unordered_map<std::string_view, std::string_view>;

// Unit as written -> unit as given.
std::optional<std::string_view> UnitOf(std::string_view word) {
  static const Words& units =
      *new Words{{"second", "seconds"}, {"seconds", "seconds"},
                 {"sec", "seconds"},    {"secs", "seconds"},
                 {"minute", "minutes"}, {"minutes", "minutes"},
                 {"min", "minutes"},    {"mins", "minutes"},
                 {"hour", "hours"},     {"hours", "hours"},
                 {"hr", "hours"},       {"hrs", "hours"},
                 {"day", "days"},       {"days", "days"},
                 {"night", "days"},     {"nights", "days"},
                 {"week", "weeks"},     {"weeks", "weeks"},
                 {"wk", "weeks"},       {"wks", "weeks"},
                 {"weekend", "days"},   {"fortnight", "fortnights"},
                 {"month", "months"},   {"months", "months"},
                 {"mth", "months"},     {"mths", "months"},
                 {"year", "years"},     {"years", "years"},
                 {"yr", "years"},       {"yrs", "years"},
                 {"decade", "decades"}, {"decades", "decades"}};
  const auto found = units.find(word);
  if (found == units.end()) return std::nullopt;
  return found->second;
}

// A number in words, as a number or range: "couple" -> "2".
std::optional<std::string_view> NumberWord(std::string_view word) {
  static const Words& numbers = *new Words{
      {"a", "1"},         {"an", "1"},      {"one", "1"},      {"two", "2"},
      {"three", "3"},     {"four", "4"},    {"five", "5"},     {"six", "6"},
      {"seven", "7"},     {"eight", "8"},   {"nine", "9"},     {"ten", "10"},
      {"eleven", "11"},   {"twelve", "12"}, {"fifteen", "15"}, {"twenty", "20"},
      {"thirty", "30"},   {"half", "0.5"},  {"couple", "2"},   {"few", "2..4"},
      {"several", "3.."}, {"many", "3.."}};
  const auto found = numbers.find(word);
  if (found == numbers.end()) return std::nullopt;
  return found->second;
}

bool IsNumber(std::string_view word) {
  return !word.empty() && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) {
                       return std::isdigit(c) != 0 || c == '.';
                     }) &&
         std::isdigit(static_cast<unsigned char>(word.front())) != 0;
}

// "3weeks" -> 1, the length of its number; 0 when it is not such a word.
size_t GluedNumber(std::string_view word) {
  size_t digits = 0;
  while (digits < word.size() &&
         std::isdigit(static_cast<unsigned char>(word[digits])) != 0) {
    ++digits;
  }
  return digits > 0 && digits <= 4 && UnitOf(word.substr(digits)) ? digits : 0;
}

bool NamesDate(std::string_view word) {
  static const std::unordered_set<std::string_view>& names =
      *new std::unordered_set<std::string_view>{
          "january",  "february",  "march",     "april",     "may",
          "june",     "july",      "august",    "september", "october",
          "november", "december",  "jan",       "feb",       "mar",
          "apr",      "jun",       "jul",       "aug",       "sept",
          "sep",      "oct",       "nov",       "dec",       "monday",
          "tuesday",  "wednesday", "thursday",  "friday",    "saturday",
          "sunday",   "yesterday", "christmas", "easter",    "summer",
          "winter",   "spring",    "autumn",    "fall",      "childhood",
          "birth",    "today",     "morning",   "lunch",     "breakfast"};
  return names.contains(word) ||
         (word.size() == 4 && IsNumber(word) &&
          (word.starts_with("19") || word.starts_with("20")));
}

// Reads durations out of the tokens of one reading.
class DurationReader {
 public:
  explicit DurationReader(const Reading& reading) : reading_(reading) {}

  std::vector<DurationMention> Read() {
    for (size_t at = 0; at < reading_.tokens.size();) {
      size_t length = ReadSince(at);
      if (length == 0) length = ReadCounted(at);
      if (length == 0) length = ReadUncounted(at);
      at += std::max<size_t>(length, 1);
    }
    return std::move(found_);
  }

 private:
  std::string_view Word(size_t at) const {
    return at < reading_.tokens.size() ? reading_.Text(reading_.tokens[at].span)
                                       : std::string_view();
  }

  void Add(size_t first, size_t last, std::string value) {
    found_.push_back({std::move(value),
                      {reading_.tokens[first].span.begin,
                       reading_.tokens[last - 1].span.end}});
  }

  // "since march", "since last week".
  size_t ReadSince(size_t at) {
    if (Word(at) != "since") return 0;
    size_t end = at + 1;
    while (Word(end) == "last" || Word(end) == "this" || Word(end) == "early" ||
           Word(end) == "late" || Word(end) == "about" || Word(end) == "my") {
      ++end;
    }
    if (end < reading_.tokens.size() &&
        (NamesDate(Word(end)) || (end > at + 1 && UnitOf(Word(end))))) {
      Add(at, end + 1, fmt::format("since {}", Word(end)));
      return end + 1 - at;
    }
    return 0;
  }

  // "2 weeks", "3-4 days", "2 or 3 weeks", "a couple of months", "2wks".
  size_t ReadCounted(size_t at) {
    if (const size_t digits = GluedNumber(Word(at)); digits > 0) {
      Add(at, at + 1,
          fmt::format("{} {}", Word(at).substr(0, digits),
                      *UnitOf(Word(at).substr(digits))));
      return 1;
    }
    size_t end = at;
    std::string number;
    if (!ReadNumber(end, number)) return 0;
    if (Word(end) == "of") ++end;
    if (Word(end) == "good" || Word(end) == "full" || Word(end) == "more" ||
        Word(end) == "whole") {
      ++end;
    }
    const std::optional<std::string_view> unit = UnitOf(Word(end));
    if (!unit || IsAge(end + 1) || IsRate(at, end + 1)) return 0;
    Add(at, end + 1, fmt::format("{} {}", number, *unit));
    return end + 1 - at;
  }

  bool ReadNumber(size_t& at, std::string& number) {
    if (Word(at) == "a" && NumberWord(Word(at + 1)) && Word(at + 1) != "a")
      ++at;
    if (IsNumber(Word(at))) {
      number = Word(at++);
    } else if (const auto word = NumberWord(Word(at))) {
      number = *word;
      ++at;
    } else {
      return false;
    }
    size_t next = at;
    if (Word(next) == "or" || Word(next) == "to") ++next;
    if (IsNumber(Word(next)) && number.find('.') == std::string::npos) {
      number = fmt::format("{}..{}", number, Word(next));
      at = next + 1;
    } else if (next > at && NumberWord(Word(next)) && Word(next) != "a" &&
               Word(next) != "an") {
      const std::string_view upper = *NumberWord(Word(next));
      number = fmt::format("{}..{}", number, upper.substr(0, upper.find('.')));
      at = next + 1;
    }
    return true;
  }

  // "5 years old", "3 month old".
  bool IsAge(size_t at) const { return Word(at) == "old"; }

  // "3 times a day", "one day", "twice a week".
  bool IsRate(size_t first, size_t) const {
    if (first == 0) return false;
    const std::string_view before = Word(first - 1);
    return before == "times" || before == "once" || before == "twice" ||
           before == "cups" || before == "mg" || before == "every" ||
           before == "hours";
  }

  // "for weeks", "for ages", "on and off for years", "all week", "weeks now".
  size_t ReadUncounted(size_t at) {
    size_t end = at;
    if (Word(end) == "for" || Word(end) == "all") {
      ++end;
      while (Word(end) == "the" || Word(end) == "past" || Word(end) == "last" ||
             Word(end) == "many" || Word(end) == "long") {
        ++end;
      }
      if (Word(end) == "ages") {
        Add(at, end + 1, "2.. months");
        return end + 1 - at;
      }
      if (const auto unit = UnitOf(Word(end))) {
        const bool plural = Word(end).ends_with("s");
        Add(at, end + 1, fmt::format("{} {}", plural ? "2.." : "1", *unit));
        return end + 1 - at;
      }
    }
    if (const auto unit = UnitOf(Word(at));
        unit && Word(at).ends_with("s") && Word(at + 1) == "now") {
      Add(at, at + 1, fmt::format("2.. {}", *unit));
      return 1;
    }
    return 0;
  }

  const Reading& reading_;
  std::vector<DurationMention> found_;
};

}  // namespace

std::vector<DurationMention> FindDurations(const Reading& reading) {
  return DurationReader(reading).Read();
}

}  // namespace quiver
