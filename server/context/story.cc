#include "context/story.h"

#include <algorithm>
#include <string_view>

#include "context/past_date.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using enum TriggerKind;

// Over how many sentences a story goes on.
constexpr size_t kStorySentences = 4;
// How many words may stand before the date that opens it: "about ten years
// ago".
constexpr size_t kHeadReach = 3;

size_t SentenceStart(const std::vector<ClauseView>& views, size_t clause) {
  while (clause > 0 && InSameSentence(views[clause - 1], views[clause])) {
    --clause;
  }
  return clause;
}

// Whether nothing in `view` is of today or ends a story.
bool StaysInPast(const ClauseView& view) {
  const WordRange all = {0, view.words().size()};
  return !view.IsQuestion() &&
         view.FirstOf({kContrast, kNow, kRecent, kSudden, kOngoing}, all) ==
             nullptr &&
         !TellsOfPresent(view, all);
}

bool HasSubject(const ClauseView& view) {
  return view.IsOf(
      0, WordClass::kPronoun | WordClass::kPossessive | WordClass::kDeterminer);
}

// Whether the sentence from clause `start` on goes on with a story.
bool GoesOn(const std::vector<ClauseView>& views, size_t start) {
  bool is_past = false;
  for (size_t c = start;
       c < views.size() && InSameSentence(views[start], views[c]); ++c) {
    if (!StaysInPast(views[c])) return false;
    is_past |= IsToldAsPast(views[c], {0, views[c].words().size()});
  }
  return is_past && HasSubject(views[start]);
}

bool OpensWithDate(const ClauseView& view) {
  const size_t end = std::min(view.words().size(), kHeadReach + 1);
  if (view.FirstOf({kPast}, {0, end}) != nullptr) return true;
  for (size_t i = 0; i < end; ++i) {
    if (NamesPastDate(view, i)) return true;
  }
  return false;
}

bool ReturnsToPresent(const std::vector<ClauseView>& views, size_t clause) {
  return std::any_of(
      views.begin() + static_cast<ptrdiff_t>(clause) + 1, views.end(),
      [&](const ClauseView& view) {
        const WordRange all = {0, view.words().size()};
        return !InSameSentence(view, views[clause]) &&
               (view.IsQuestion() || TellsOfPresent(view, all) ||
                view.FirstOf({kNow, kRecent, kOngoing}, all) != nullptr);
      });
}

}  // namespace

bool IsInPastStory(const std::vector<ClauseView>& views, size_t clause) {
  const size_t start = SentenceStart(views, clause);
  size_t head = start;
  for (size_t back = 0; head == start || !OpensWithDate(views[head]); ++back) {
    if (head == 0 || back == kStorySentences) return false;
    head = SentenceStart(views, head - 1);
  }
  if (!StaysInPast(views[head])) return false;
  for (size_t c = head + 1; c <= start; ++c) {
    if (!InSameSentence(views[c - 1], views[c]) && !GoesOn(views, c)) {
      return false;
    }
  }
  return ReturnsToPresent(views, clause);
}

}  // namespace quiver
