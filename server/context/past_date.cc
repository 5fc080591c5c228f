#include "context/past_date.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "context/word_traits.h"
#include "text/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

// The ages of childhood that people write out.
constexpr std::array<std::string_view, 15> kNumberWords = {
    "one",    "two",    "three",    "four",     "five",
    "six",    "seven",  "eight",    "nine",     "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen"};

bool IsDigits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool IsNumber(std::string_view word) {
  return IsDigits(word) || std::find(kNumberWords.begin(), kNumberWords.end(),
                                     word) != kNumberWords.end();
}

bool IsYear(std::string_view word) {
  return word.size() == 4 && IsDigits(word) &&
         (word.starts_with("19") || word.starts_with("20"));
}

// Numbers after "at" that are ages rather than hours or degrees: 13 to 29.
bool IsYoungAge(std::string_view word) {
  return word.size() == 2 && IsDigits(word) &&
         ((word[0] == '1' && word[1] >= '3') || word[0] == '2');
}

// "20s", "teens".
bool IsDecade(std::string_view word) {
  return IsOneOf(word, {"teens", "twenties", "thirties", "forties", "fifties",
                        "sixties", "seventies", "eighties", "childhood",
                        "youth", "infancy"}) ||
         (word.size() == 3 && word[1] == '0' && word[2] == 's');
}

// The words of a clause, none beyond its ends.
class Words {
 public:
  explicit Words(const ClauseView& view) : words_(view.words()) {}

  std::string_view At(size_t at) const {
    return at < words_.size() ? words_[at] : std::string_view();
  }
  std::string_view Before(size_t at) const {
    return at > 0 ? At(at - 1) : std::string_view();
  }

 private:
  const std::vector<std::string_view>& words_;
};

// Whether a person, or a word that says what they are, stands before `at`.
bool IsOfPerson(const ClauseView& view, size_t at) {
  if (at > 0 && view.HasTrait(at - 1, kPresentTense)) return true;
  const Trigger* const person =
      view.LastOf({kNear, kElder}, ClauseView::Before({at, at}));
  return person != nullptr && person->last == at;
}

// "In 2015", "in her 20s", "in my late teens".
bool NamesPeriod(const ClauseView& view, size_t at) {
  const Words words(view);
  if (IsYear(words.At(at + 1))) return true;
  if (!IsOneOf(words.At(at + 1), {"my", "his", "her", "their", "our"})) {
    return false;
  }
  const size_t decade =
      at + (IsOneOf(words.At(at + 2), {"early", "mid", "late"}) ? 3 : 2);
  return IsDecade(words.At(decade)) && !IsOfPerson(view, at);
}

// "At 17", told of the past; not "at 17 degrees".
bool NamesYoungAge(const ClauseView& view, size_t at) {
  const Words words(view);
  const std::string_view next = words.At(at + 2);
  const bool is_age =
      IsYoungAge(words.At(at + 1)) &&
      (next.empty() ||
       IsOneOf(next, {"i", "he", "she", "we", "my", "and", "but", "when",
                      "after", "from", "because"}));
  const WordRange here = {at, at};
  return is_age && IsToldAsPast(view, {ClauseView::Before(here).first,
                                       view.After(here).last});
}

// "Fell once at work"; not "only once", "once a day".
bool NamesOneTime(const ClauseView& view, size_t at) {
  const Words words(view);
  return IsOneOf(words.At(at + 1),
                 {"at", "when", "as", "years", "back", "during", "before"}) &&
         !IsOneOf(words.Before(at), {"at", "than", "only", "just", "or", "all",
                                     "every", "of", "not", "even", "more"}) &&
         IsToldAsPast(view, ClauseView::Before({at, at}));
}

}  // namespace

bool NamesPastDate(const ClauseView& view, size_t at) {
  if (!view.HasTrait(at, kDateOpener)) return false;
  const Words words(view);
  const std::string_view word = words.At(at);
  if (word == "in" || word == "around") return NamesPeriod(view, at);
  if (word == "when") {
    return IsOneOf(words.At(at + 2), {"was", "were"}) &&
           IsNumber(words.At(at + 3));
  }
  if (word == "aged" || word == "age") {
    return IsNumber(words.At(at + 1)) && !IsOfPerson(view, at);
  }
  if (word == "at") {
    return (words.At(at + 2) == "years" && IsNumber(words.At(at + 1))) ||
           NamesYoungAge(view, at);
  }
  return word == "once" && NamesOneTime(view, at);
}

bool TellsOfPresent(const ClauseView& view, const WordRange& range) {
  return view.HasTraitIn(range, kPresentTense);
}

bool IsToldAsPast(const ClauseView& view, const WordRange& range) {
  return view.HasTraitIn(range, kPastTense) && !TellsOfPresent(view, range);
}

bool EndsInPerson(const ClauseView& view) {
  const size_t end = view.words().size();
  const Trigger* const person =
      view.LastOf({kNear, kElder}, ClauseView::Before({end, end}));
  return person != nullptr && person->last == end;
}

}  // namespace quiver
