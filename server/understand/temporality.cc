#include "understand/temporality.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "understand/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How many words may stand between a mention and what dates it at once: "a
// fit about ten years ago".
constexpr size_t kDateReach = 3;
// How many words other than a date a clause may have that is only a date:
// "about 10 years ago".
constexpr size_t kOtherWords = 3;

// How many words may stand before the noun of "my second bad fall".
constexpr size_t kNounPhrase = 3;

// The ages of childhood that people write out.
constexpr std::array<std::string_view, 15> kNumberWords = {
    "one",    "two",    "three",    "four",     "five",
    "six",    "seven",  "eight",    "nine",     "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen"};

bool IsNumber(std::string_view word) {
  if (std::find(kNumberWords.begin(), kNumberWords.end(), word) !=
      kNumberWords.end()) {
    return true;
  }
  return !word.empty() &&
         std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool IsYear(std::string_view word) {
  return word.size() == 4 && IsNumber(word) &&
         (word.starts_with("19") || word.starts_with("20"));
}

// Whether the words from `at` name a date long ago: "in 2015", "when i was 7",
// "at age 7", "aged 7".
bool NamesPastDate(const std::vector<std::string_view>& words, size_t at) {
  const auto is = [&](size_t i, std::string_view word) {
    return i < words.size() && words[i] == word;
  };
  const auto number = [&](size_t i) {
    return i < words.size() && IsNumber(words[i]);
  };
  if (is(at, "in") || is(at, "around")) {
    return at + 1 < words.size() && IsYear(words[at + 1]);
  }
  if (is(at, "when")) {
    return (is(at + 2, "was") || is(at + 2, "were")) && number(at + 3);
  }
  if (is(at, "aged") || is(at, "age")) return number(at + 1);
  if (is(at, "at")) return is(at + 2, "years") && number(at + 1);
  return false;
}

bool IsInside(const WordRange& part, const WordRange& whole) {
  return whole.first <= part.first && part.last <= whole.last;
}

// Whether the words in `range` date what is not part of the date itself: "ten
// years ago" may be a mention too.
bool IsPastIn(const ClauseView& view, const WordRange& range,
              const WordRange& own) {
  for (const Trigger& trigger : view.TriggersIn(range)) {
    if ((trigger.kind == kPast || trigger.kind == kPastVerb) &&
        !IsInside({trigger.first, trigger.last}, own)) {
      return true;
    }
  }
  for (size_t i = range.first; i < range.last; ++i) {
    if (!IsInside({i, i + 1}, own) && NamesPastDate(view.words(), i)) {
      return true;
    }
  }
  return false;
}

// The time that the phrases in `range` tell of a mention at `own`; nothing
// when there are none.
std::optional<Temporality> DateIn(const ClauseView& view,
                                  const WordRange& range,
                                  const WordRange& own) {
  if (view.FirstOf({kNow, kRecent, kSudden}, range) != nullptr) {
    return Temporality::kRecent;
  }
  if (view.FirstOf({kOngoing}, range) != nullptr) {
    return Temporality::kCurrent;
  }
  if (IsPastIn(view, range, own)) return Temporality::kPast;
  return std::nullopt;
}

// Whether a mention stands in `range` that does not reach to its end.
bool HasMentionIn(const ClauseView& view, const WordRange& range) {
  return std::any_of(view.mentions().begin(), view.mentions().end(),
                     [&](const MentionView& mention) {
                       return IsInside(mention.words, range);
                     });
}

// "Since they gave me these pills last month", which goes on; but "since my
// fall last month" and "since i had a fall" tell of what is over.
bool IsSinceThen(const ClauseView& view, const MentionView& mention) {
  const Trigger* since = nullptr;
  for (const Trigger& trigger :
       view.TriggersIn(ClauseView::Before(mention.words))) {
    if (view.words()[trigger.last - 1] == "since") since = &trigger;
  }
  if (since == nullptr) return false;
  const WordRange between = Between(*since, mention);
  for (size_t i = between.first; i < between.last; ++i) {
    if (IsOneOf(view.words()[i], {"had", "having", "suffered"})) return false;
  }
  return between.last - between.first > kNounPhrase ||
         (between.first < between.last &&
          !IsOneOf(view.words()[between.first],
                   {"my", "the", "a", "an", "his", "her", "our", "that"}));
}

// "The attack two years ago", whatever goes on since.
bool IsDatedAtOnce(const ClauseView& view, const MentionView& mention) {
  const size_t end =
      std::min(mention.words.last + kDateReach + 1, view.words().size());
  const Trigger* const date = view.FirstOf(
      {kPast, kNow, kRecent, kOngoing, kContrast}, {mention.words.last, end});
  return date != nullptr && date->kind == kPast &&
         !IsSinceThen(view, mention) &&
         !HasMentionIn(view, {mention.words.last, date->first});
}

// Whether `view` is nothing but a date long ago.
bool IsPastDate(const ClauseView& view) {
  const WordRange all = {0, view.words().size()};
  const Trigger* const date = view.FirstOf({kPast}, all);
  if (date == nullptr) {
    return view.mentions().empty() && NamesPastDate(view.words(), 0);
  }
  const bool is_all_date =
      std::all_of(view.mentions().begin(), view.mentions().end(),
                  [&](const MentionView& mention) {
                    return mention.words.first < date->last &&
                           date->first < mention.words.last;
                  });
  return is_all_date && all.last - (date->last - date->first) <= kOtherWords &&
         view.FirstOf({kNow, kRecent, kOngoing}, all) == nullptr;
}

// "That was ten years ago."
bool PointsBackToPast(const ClauseView& view) {
  const auto& words = view.words();
  const bool points =
      words.size() > 1 &&
      (words[0] == "that" || words[0] == "this" || words[0] == "it") &&
      (words[1] == "was" || words[1] == "happened");
  return points && DateIn(view, {0, words.size()}, {}) == Temporality::kPast;
}

bool InSameSentence(const ClauseView& left, const ClauseView& right) {
  return left.clause().sentence == right.clause().sentence;
}

}  // namespace

Temporality TemporalityOf(const std::vector<ClauseView>& views, size_t clause,
                          const MentionView& mention) {
  const ClauseView& view = views[clause];
  if (IsDatedAtOnce(view, mention)) return Temporality::kPast;
  for (const WordRange& range :
       {view.StatementOf(mention.words), view.StoryOf(mention.words)}) {
    const auto date = DateIn(view, range, mention.words);
    if (date.has_value()) return *date;
  }
  if (clause > 0 && InSameSentence(view, views[clause - 1]) &&
      IsPastDate(views[clause - 1])) {
    return Temporality::kPast;
  }
  if (clause + 1 == views.size()) return Temporality::kCurrent;
  const ClauseView& next = views[clause + 1];
  const bool is_dated_behind = InSameSentence(view, next)
                                   ? IsPastDate(next) || PointsBackToPast(next)
                                   : PointsBackToPast(next);
  return is_dated_behind ? Temporality::kPast : Temporality::kCurrent;
}

bool IsHappening(const ClauseView& view, const MentionView& mention) {
  return view.FirstOf({kNow, kRecent}, view.StatementOf(mention.words)) !=
         nullptr;
}

}  // namespace quiver
