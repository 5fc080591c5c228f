#include "context/temporality.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "context/past_date.h"
#include "context/story.h"
#include "context/word_traits.h"
#include "text/one_of.h"

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

// How many words may stand before the date that heads a sentence: "about ten
// years ago i fell".
constexpr size_t kHeadReach = 3;
// How many clauses such a date reaches over.
constexpr size_t kHeadClauses = 4;

// When something holds.
struct Dating {
  Temporality temporality = Temporality::kCurrent;
  bool weeks_ago = false;  // Assertion::weeks_ago.
};

constexpr Dating kLongAgo = {Temporality::kPast, false};
constexpr Dating kWeeksAgo = {Temporality::kPast, true};

constexpr TriggerKinds kPastKinds = {kPast, kPastVerb, kLapsed};

bool IsInside(const WordRange& part, const WordRange& whole) {
  return whole.first <= part.first && part.last <= whole.last;
}

// The date in the past that the words in `range` name, unless it is part of
// what is dated: "ten years ago" may be a mention too.
std::optional<Dating> PastIn(const ClauseView& view, const WordRange& range,
                             const WordRange& own) {
  std::optional<Dating> found;
  if (!view.Has(kPastKinds) && !view.HasTraitIn(range, kDateOpener)) {
    return found;
  }
  for (const Trigger& trigger : view.TriggersIn(range)) {
    if (!kPastKinds.Has(trigger.kind) ||
        IsInside({trigger.first, trigger.last}, own)) {
      continue;
    }
    if (trigger.kind != kLapsed) return kLongAgo;
    found = kWeeksAgo;
  }
  for (size_t i = range.first; i < range.last; ++i) {
    if (!IsInside({i, i + 1}, own) && NamesPastDate(view, i)) return kLongAgo;
  }
  return found;
}

// When the phrases in `range` say that a mention at `own` holds; nothing when
// there are none.
std::optional<Dating> DateIn(const ClauseView& view, const WordRange& range,
                             const WordRange& own) {
  if (view.FirstOf({kNow, kRecent, kSudden}, range) != nullptr) {
    return Dating{Temporality::kRecent};
  }
  if (view.FirstOf({kOngoing}, range) != nullptr) return Dating{};
  return PastIn(view, range, own);
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

// "Started the [pill]", "put on a [pill]": dated by when it was begun.
bool IsBegun(const ClauseView& view, const MentionView& mention) {
  const Trigger* begun = nullptr;
  for (const Trigger& trigger :
       view.TriggersIn({ClauseView::Before(mention.words).first,
                        mention.words.first + 1})) {
    if (trigger.kind == kBegun) begun = &trigger;
  }
  if (begun == nullptr) return false;
  for (size_t i = begun->last; i < mention.words.first; ++i) {
    if (!IsOneOf(view.words()[i], {"taking", "on", "a", "an", "the", "my",
                                   "his", "her", "some", "new", "using"})) {
      return false;
    }
  }
  return true;
}

// "The attack two years ago", whatever goes on since.
std::optional<Dating> DateRightBehind(const ClauseView& view,
                                      const MentionView& mention) {
  const size_t end =
      std::min(mention.words.last + kDateReach + 1, view.words().size());
  const Trigger* const date =
      view.FirstOf({kPast, kLapsed, kNow, kRecent, kOngoing, kContrast},
                   {mention.words.last, end});
  const bool is_past = date != nullptr && kPastKinds.Has(date->kind) &&
                       !IsBegun(view, mention) && !IsSinceThen(view, mention) &&
                       !HasMentionIn(view, {mention.words.last, date->first});
  if (!is_past) return std::nullopt;
  return date->kind == kLapsed ? kWeeksAgo : kLongAgo;
}

// The date that `views[clause]` is, if it is nothing but a date in the past.
std::optional<Dating> AsPastDate(const std::vector<ClauseView>& views,
                                 size_t clause) {
  const ClauseView& view = views[clause];
  const WordRange all = {0, view.words().size()};
  const Trigger* const date = view.FirstOf({kPast, kLapsed}, all);
  if (date == nullptr) {
    // "My son, aged 7, ..." tells his age now.
    const bool is_age_of_person =
        clause > 0 && IsOneOf(view.words().front(), {"aged", "age"}) &&
        EndsInPerson(views[clause - 1]);
    return view.mentions().empty() && NamesPastDate(view, 0) &&
                   !is_age_of_person
               ? std::optional(kLongAgo)
               : std::nullopt;
  }
  const bool is_all_date =
      std::all_of(view.mentions().begin(), view.mentions().end(),
                  [&](const MentionView& mention) {
                    return mention.words.first < date->last &&
                           date->first < mention.words.last;
                  });
  if (!is_all_date || all.last - (date->last - date->first) > kOtherWords ||
      view.FirstOf({kNow, kRecent, kOngoing}, all) != nullptr) {
    return std::nullopt;
  }
  return date->kind == kLapsed ? kWeeksAgo : kLongAgo;
}

// "That was ten years ago."
std::optional<Dating> AsPointingToPast(const ClauseView& view) {
  const auto& words = view.words();
  const bool points =
      words.size() > 1 &&
      IsOneOf(words[0], {"that", "this", "it", "they", "those", "these"}) &&
      IsOneOf(words[1], {"was", "were", "happened", "stopped", "ended", "went",
                         "passed", "cleared", "left"});
  if (!points) return std::nullopt;
  const auto date = DateIn(view, {0, words.size()}, {});
  return date && date->temporality == Temporality::kPast ? date : std::nullopt;
}

// Whether `view` goes on to tell of the past that its sentence began with.
bool GoesOnInPast(const ClauseView& view, const WordRange& range) {
  return view.FirstOf({kContrast, kNow, kRecent, kSudden, kOngoing}, range) ==
             nullptr &&
         IsToldAsPast(view, range);
}

// "Years ago i fell and my arm hurt": the date at the head of the sentence.
std::optional<Dating> DateAtHead(const std::vector<ClauseView>& views,
                                 size_t clause, const MentionView& mention) {
  const WordRange until = {ClauseView::Before(mention.words).first,
                           mention.statement.last};
  if (!GoesOnInPast(views[clause], until)) return std::nullopt;
  for (size_t c = clause; c + kHeadClauses > clause; --c) {
    if (c == 0 || !InSameSentence(views[c - 1], views[c])) {
      const WordRange head = {
          0, std::min(views[c].words().size(), kHeadReach + 1)};
      return PastIn(views[c], head, mention.words);
    }
    const WordRange all = {0, views[c - 1].words().size()};
    if (!GoesOnInPast(views[c - 1], all)) return std::nullopt;
  }
  return std::nullopt;
}

// The date of the mentions in `views[clause]` in the clauses beside it.
std::optional<Dating> DateBeside(const std::vector<ClauseView>& views,
                                 size_t clause) {
  const ClauseView& view = views[clause];
  if (clause > 0 && InSameSentence(view, views[clause - 1])) {
    const auto date = AsPastDate(views, clause - 1);
    if (date) return date;
  }
  if (clause + 1 == views.size()) return std::nullopt;
  const ClauseView& next = views[clause + 1];
  if (InSameSentence(view, next)) {
    const auto date = AsPastDate(views, clause + 1);
    if (date) return date;
  }
  return AsPointingToPast(next);
}

// When `mention`, of `views[clause]`, holds.
std::optional<Dating> DatingOf(const std::vector<ClauseView>& views,
                               size_t clause, const MentionView& mention) {
  const ClauseView& view = views[clause];
  auto date = DateRightBehind(view, mention);
  if (date) return date;
  date = DateIn(view, mention.statement, mention.words);
  if (date) return date;
  const WordRange story = view.StoryOf(mention.words);
  if (story.first < mention.statement.first) {
    date = DateIn(view, story, mention.words);
    if (date) return date;
  }
  date = DateAtHead(views, clause, mention);
  return date ? date : DateBeside(views, clause);
}

}  // namespace

void NoteDates(const std::vector<ClauseView>& views,
               std::vector<Assertion>& assertions) {
  for (size_t c = 0; c < views.size(); ++c) {
    std::optional<bool> is_in_story;
    for (const MentionView& mention : views[c].mentions()) {
      auto date = DatingOf(views, c, mention);
      if (!date) {
        if (!is_in_story) is_in_story = IsInPastStory(views, c);
        date = *is_in_story ? kLongAgo : Dating{};
      }
      assertions[mention.index].temporality = date->temporality;
      assertions[mention.index].weeks_ago = date->weeks_ago;
    }
  }
}

bool IsHappening(const ClauseView& view, const MentionView& mention) {
  return view.FirstOf({kNow, kRecent}, mention.statement) != nullptr;
}

}  // namespace quiver
