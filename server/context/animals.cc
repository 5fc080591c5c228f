#include "context/animals.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

#include "text/one_of.h"

namespace quiver {
namespace {

// How many words may stand between "my" and the animal.
constexpr size_t kNounPhrase = 4;

bool IsEaten(std::string_view word) {
  return IsOneOf(
      word, {"fish", "chicken", "chickens", "duck", "cow", "cows", "pig",
             "pigs", "lamb", "rabbit", "goat", "goats", "sheep", "turkey"});
}

bool IsOwner(std::string_view word) {
  return IsOneOf(word, {"my", "our", "his", "her", "their", "your"}) ||
         word.ends_with("'s");
}

// "Little", "6", "month": what may describe an animal.
bool Describes(std::string_view word) {
  return IsOneOf(word,
                 {"old",    "little", "poor",   "big",   "elderly", "young",
                  "older",  "rescue", "pet",    "new",   "year",    "month",
                  "months", "week",   "weeks",  "black", "white",   "guinea",
                  "german", "golden", "border", "cocker"}) ||
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Words after which a subject stands.
bool OpensSubject(std::string_view word) {
  return IsOneOf(word, {"and",   "but",   "because", "so",    "that", "think",
                        "when",  "if",    "why",     "says",  "help", "please",
                        "hi",    "hello", "is",      "does",  "did",  "can",
                        "could", "would", "should",  "since", "hey",  "omg"});
}

// "Dog bite", "cat bit me", "dog food".
bool IsMet(std::string_view next) {
  return IsOneOf(
      next, {"bite",    "bites",  "bit",    "scratch", "scratches", "scratched",
             "bitten",  "hair",   "fur",    "food",    "allergy",   "allergies",
             "owner",   "sitter", "walker", "attack",  "attacked",  "knocked",
             "jumped",  "licked", "threw",  "kicked",  "trod",      "pulled",
             "tripped", "bucked", "saliva", "poo"});
}

}  // namespace

bool IsSubjectAnimal(const ClauseView& view, const Trigger& trigger) {
  const auto& words = view.words();
  if (trigger.last < words.size() && IsMet(words[trigger.last])) return false;
  size_t first = trigger.first;
  while (first > 0 && trigger.first - first < kNounPhrase &&
         Describes(words[first - 1])) {
    --first;
  }
  const bool is_eaten = IsEaten(words[trigger.first]);
  if (first == 0) return !is_eaten;
  const std::string_view determiner = words[first - 1];
  if (IsOwner(determiner)) {
    --first;
    while (first > 0 && IsOwner(words[first - 1])) --first;
  } else if (!is_eaten && IsOneOf(determiner, {"the", "this", "that"})) {
    --first;
  }
  return !(is_eaten && !IsOwner(determiner)) &&
         (first == 0 || OpensSubject(words[first - 1]));
}

}  // namespace quiver
