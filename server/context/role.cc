#include "context/role.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "context/word_traits.h"
#include "text/one_of.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How many words in a message in which nothing is said by the way.
constexpr size_t kShortMessage = 10;

// How far the phrases reach, in words outside mentions.
constexpr size_t kTriedReach = 6;
constexpr size_t kTakingReach = 3;
constexpr size_t kHelpingReach = 4;
constexpr size_t kPurposeReach = 3;
constexpr size_t kTyingReach = 6;
constexpr size_t kSettingOffReach = 4;
// Where the subject of a question stands: "is that", "so could it".
constexpr size_t kOpening = 3;

class RoleFinder {
 public:
  RoleFinder(const std::vector<ClauseView>& views,
             const std::vector<bool>& is_matter)
      : views_(views), is_matter_(is_matter) {
    size_t words = 0;
    for (const ClauseView& view : views) words += view.words().size();
    is_short_ = words <= kShortMessage;
    if (is_short_) return;
    has_matter_.reserve(views.size());
    for (const ClauseView& view : views) has_matter_.push_back(HasMatter(view));
  }

  void Note(size_t clause, const MentionView& mention,
            Assertion& assertion) const {
    const ClauseView& view = views_[clause];
    assertion.taken = IsTaken(clause, mention) && !IsWorsening(clause, mention);
    assertion.remedy =
        IsRemedy(clause, mention) && !IsWorsening(clause, mention);
    assertion.tied = is_short_ || IsTied(view, mention) ||
                     HasMatterNear(clause) || IsPointedAt(clause);
  }

 private:
  bool IsMatter(const MentionView& mention) const {
    return mention.index < is_matter_.size() && is_matter_[mention.index];
  }

  bool HasMatter(const ClauseView& view) const {
    return std::any_of(
        view.mentions().begin(), view.mentions().end(),
        [&](const MentionView& mention) { return IsMatter(mention); });
  }

  bool HasMatterNear(size_t clause) const {
    const size_t first = clause > 0 ? clause - 1 : clause;
    const size_t last = std::min(clause + 2, views_.size());
    for (size_t c = first; c < last; ++c) {
      if (has_matter_[c] && InSameSentence(views_[c], views_[clause])) {
        return true;
      }
    }
    return false;
  }

  // Whether `mention` stands behind a phrase of `kinds`, within `reach`.
  static bool IsBehind(const ClauseView& view, TriggerKinds kinds,
                       const MentionView& mention, size_t reach) {
    const WordRange before = {mention.statement.first, mention.words.first};
    const Trigger* const trigger = view.LastOf(kinds, before);
    return trigger != nullptr &&
           view.CountOutsideMentions(Between(*trigger, mention)) <= reach;
  }

  static const Trigger* Behind(const ClauseView& view, TriggerKind kind,
                               const MentionView& mention, size_t reach) {
    const Trigger* const trigger =
        view.FirstOf({kind}, view.After(mention.words));
    return trigger != nullptr &&
                   view.CountOutsideMentions(
                       {mention.words.last, trigger->first}) <= reach
               ? trigger
               : nullptr;
  }

  // Whether `view` asks, and does not only end in a doubtful tone: "i tried
  // salts?"
  static bool IsAsking(const ClauseView& view) {
    if (!view.IsQuestion()) return false;
    for (size_t i = 0; i < kOpening; ++i) {
      if (view.IsOf(i, WordClass::kAuxiliary | WordClass::kQuestionWord)) {
        return true;
      }
    }
    return false;
  }

  bool IsTaken(size_t clause, const MentionView& mention) const {
    const ClauseView& view = views_[clause];
    if (IsAsking(view)) return false;
    return IsBehind(view, {kTaking}, mention, kTakingReach) ||
           IsBehind(view, {kTried}, mention, kTriedReach) ||
           IsListed(clause, mention);
  }

  // "Tried heat, ice, a [balm]": an item of a list of what was tried.
  bool IsListed(size_t clause, const MentionView& mention) const {
    const WordRange before = {0, mention.words.first};
    for (size_t c = clause;
         c > 0 && InSameSentence(views_[c - 1], views_[clause]); --c) {
      const WordRange item =
          c == clause ? before : WordRange{0, views_[c].words().size()};
      if (views_[c].FirstOf({kVisitor, kPronoun}, item) != nullptr) {
        return false;
      }
      if (views_[c - 1].Has(kTried)) return true;
    }
    return false;
  }

  // "It is at work", which is no "does it work".
  static bool IsPlace(const ClauseView& view, const Trigger& helping) {
    return view.words()[helping.first] == "work" && !view.IsQuestion();
  }

  static bool Helps(const ClauseView& view, const MentionView& mention) {
    const Trigger* const helping =
        Behind(view, kHelping, mention, kHelpingReach);
    return helping != nullptr && !IsPlace(view, *helping);
  }

  // "Which has helped", "it did nothing", right behind.
  bool HelpsInNext(size_t clause) const {
    if (clause + 1 == views_.size()) return false;
    const ClauseView& next = views_[clause + 1];
    if (next.words().empty() ||
        !IsOneOf(next.words().front(),
                 {"which", "it", "that", "they", "these", "this", "but", "and",
                  "nothing", "none", "neither", "no"})) {
      return false;
    }
    const size_t end = std::min(next.words().size(), kHelpingReach + 1);
    const Trigger* const helping = next.FirstOf({kHelping}, {0, end});
    return helping != nullptr && !IsPlace(next, *helping);
  }

  // Whether a matter stands behind the first of `links` near `mention`: "for my
  // ache", "stops the aching".
  bool LeadsToMatter(const ClauseView& view, const MentionView& mention,
                     std::initializer_list<std::string_view> links) const {
    const auto& words = view.words();
    const size_t end =
        std::min(mention.words.last + kPurposeReach + 1, words.size());
    for (size_t i = mention.words.last; i < end; ++i) {
      if (IsOneOf(words[i], links)) {
        return HasMatterIn(view, {i + 1, i + 2 + kPurposeReach});
      }
    }
    return false;
  }

  bool HasMatterIn(const ClauseView& view, const WordRange& range) const {
    return std::any_of(view.mentions().begin(), view.mentions().end(),
                       [&](const MentionView& mention) {
                         return IsMatter(mention) &&
                                range.first <= mention.words.first &&
                                mention.words.first < range.last;
                       });
  }

  bool IsRemedy(size_t clause, const MentionView& mention) const {
    const ClauseView& view = views_[clause];
    return IsBehind(view, {kTried}, mention, kTriedReach) ||
           Helps(view, mention) ||
           LeadsToMatter(view, mention, {"for", "against"}) ||
           LeadsToMatter(view, mention,
                         {"stop", "stops", "stopped", "stopping"}) ||
           HelpsInNext(clause);
  }

  // Whether what follows in the sentence began with or after the mention.
  bool IsWorsening(size_t clause, const MentionView& mention) const {
    size_t from = mention.words.last;
    for (size_t c = clause;
         c < views_.size() && InSameSentence(views_[c], views_[clause]); ++c) {
      if (views_[c].HasTraitIn({from, views_[c].words().size()}, kOnset)) {
        return true;
      }
      from = 0;
    }
    return false;
  }

  static bool IsTied(const ClauseView& view, const MentionView& mention) {
    return IsBehind(view, {kTying}, mention, kTyingReach) ||
           IsBehind(view, {kSetsOff}, mention, kSettingOffReach) ||
           Behind(view, kSetsOff, mention, kSettingOffReach) != nullptr;
  }

  // "Is that to do with it?", right behind.
  bool IsPointedAt(size_t clause) const {
    if (clause + 1 == views_.size()) return false;
    const ClauseView& next = views_[clause + 1];
    const auto& words = next.words();
    const auto end = words.begin() +
                     static_cast<ptrdiff_t>(std::min(words.size(), kOpening));
    return next.IsQuestion() && (next.Has({kSetsOff, kTying})) &&
           std::any_of(words.begin(), end, [](std::string_view word) {
             return IsOneOf(word, {"that", "this", "it", "they", "these"});
           });
  }

  const std::vector<ClauseView>& views_;
  const std::vector<bool>& is_matter_;
  bool is_short_ = false;
  std::vector<bool> has_matter_;  // Of each clause, unless `is_short_`.
};

}  // namespace

void NoteRoles(const std::vector<ClauseView>& views,
               const std::vector<bool>& is_matter,
               std::vector<Assertion>& assertions) {
  const RoleFinder finder(views, is_matter);
  for (size_t c = 0; c < views.size(); ++c) {
    for (const MentionView& mention : views[c].mentions()) {
      finder.Note(c, mention, assertions[mention.index]);
    }
  }
}

}  // namespace quiver
