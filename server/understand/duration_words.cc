#include "understand/duration_words.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

#include "text/word_table.h"

namespace quiver {
namespace {

constexpr size_t kMaxDigits = 4;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsYear(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), IsDigit) &&
         (word.starts_with("19") || word.starts_with("20"));
}

std::optional<NumberRange> ParseDigits(std::string_view word) {
  if (word.empty() || word.size() > kMaxDigits || !IsDigit(word.front())) {
    return std::nullopt;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(
      word.data(), word.data() + word.size(), number, std::chars_format::fixed);
  if (error != std::errc() || end != word.data() + word.size()) {
    return std::nullopt;
  }
  return NumberRange{number, number};
}

// What one of the words that a length of time may begin with says of it.
struct DurationWord {
  std::optional<NumberRange> number;
  std::string_view unit;  // Empty: none.
};

constexpr std::pair<std::string_view, NumberRange> kNumbers[] = {
    {"a", {1, 1}},
    {"an", {1, 1}},
    {"one", {1, 1}},
    {"two", {2, 2}},
    {"three", {3, 3}},
    {"four", {4, 4}},
    {"five", {5, 5}},
    {"six", {6, 6}},
    {"seven", {7, 7}},
    {"eight", {8, 8}},
    {"nine", {9, 9}},
    {"ten", {10, 10}},
    {"eleven", {11, 11}},
    {"twelve", {12, 12}},
    {"fourteen", {14, 14}},
    {"fifteen", {15, 15}},
    {"twenty", {20, 20}},
    {"thirty", {30, 30}},
    {"forty", {40, 40}},
    {"half", {0.5, 0.5}},
    {"couple", {2, 2}},
    {"few", {2, 4}},
    {"several", {3, NumberRange::kUnbounded}},
    {"many", {3, NumberRange::kUnbounded}},
    {"multiple", {2, NumberRange::kUnbounded}},
};

constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
    {"second", "seconds"}, {"seconds", "seconds"},
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
    {"mnth", "months"},    {"mnths", "months"},
    {"year", "years"},     {"years", "years"},
    {"yr", "years"},       {"yrs", "years"},
    {"decade", "decades"}, {"decades", "decades"},
};

constexpr std::string_view kOtherOpeners[] = {
    "since", "for", "all", "over", "whole", "entire", "past", "last", "in"};

using Table = WordTable<std::string_view, DurationWord>;

Table MakeTable() {
  Table table;
  for (const auto& [word, number] : kNumbers) table[word].number = number;
  for (const auto& [word, unit] : kUnits) table[word].unit = unit;
  for (const std::string_view word : kOtherOpeners) table[word] = {};
  return table;
}

// What is known of `word`, or null.  Never destroyed, so that threads may
// outlive main().
const DurationWord* Find(std::string_view word) {
  static const Table& table = *new Table(MakeTable());
  const auto found = table.find(word);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

bool OpensDuration(std::string_view word) {
  return !word.empty() && (IsDigit(word.front()) || Find(word) != nullptr);
}

std::optional<NumberRange> NumberOf(std::string_view word) {
  const DurationWord* const known = Find(word);
  if (known != nullptr && known->number) return known->number;
  return ParseDigits(word);
}

std::string_view UnitOf(std::string_view word) {
  const DurationWord* const known = Find(word);
  return known == nullptr ? std::string_view() : known->unit;
}

size_t GluedDigits(std::string_view word) {
  const size_t digits = static_cast<size_t>(
      std::find_if_not(word.begin(), word.end(), IsDigit) - word.begin());
  const bool is_glued = digits > 0 && digits <= kMaxDigits &&
                        !UnitOf(word.substr(digits)).empty();
  return is_glued ? digits : 0;
}

bool NamesDate(std::string_view word) {
  static const auto& names = *new std::unordered_set<std::string_view>{
      "january", "february",  "march",     "april",     "may",      "june",
      "july",    "august",    "september", "october",   "november", "december",
      "jan",     "feb",       "mar",       "apr",       "jun",      "jul",
      "aug",     "sept",      "sep",       "oct",       "nov",      "dec",
      "monday",  "tuesday",   "wednesday", "thursday",  "friday",   "saturday",
      "sunday",  "yesterday", "today",     "christmas", "easter",   "halloween",
      "summer",  "winter",    "spring",    "autumn",    "fall",     "childhood",
      "birth",   "morning",   "afternoon", "evening",   "lunch",    "breakfast",
      "dinner",  "weekend",   "teens",     "twenties",  "thirties", "forties",
      "college", "school",    "lockdown"};
  return names.contains(word) || IsYear(word);
}

}  // namespace quiver
