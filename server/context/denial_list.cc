#include "context/denial_list.h"

#include <algorithm>
#include <string_view>

#include "text/one_of.h"

namespace quiver {
namespace {

using enum TriggerKind;

// How many words an item of a list may have that is no mention.
constexpr size_t kItemWords = 2;
constexpr size_t kHeadingWords = 5;

bool IsJoin(std::string_view word) {
  return IsOneOf(word, {"and", "or", "nor", "any"});
}

// "None of these:", "negatives:", "i don't have:".
bool IsHeading(const ClauseView& view) {
  const auto& words = view.words();
  if (!view.EndsIn(':') && !view.EndsIn('-')) return false;
  if (!view.mentions().empty() || words.size() > kHeadingWords) return false;
  // A mere "no:" is an answer.
  return (words.size() > 1 && view.Has(kNegation)) ||
         IsOneOf(words.front(), {"negatives", "denies", "denied", "negative",
                                 "absent", "nil", "none"});
}

// Whether `view` holds mentions and nothing beside them but what joins them.
bool IsOnlyMentions(const ClauseView& view) {
  for (size_t i = 0; i < view.words().size(); ++i) {
    if (!view.IsInMention(i) && !IsJoin(view.words()[i])) return false;
  }
  return !view.mentions().empty();
}

// "Trips", in a list of mentions.
bool IsUnknownItem(const ClauseView& view) {
  return view.mentions().empty() && view.triggers().empty() &&
         view.words().size() <= kItemWords;
}

bool EndsStatement(const ClauseView& view) {
  return view.EndsIn('.') || view.EndsIn('!') || view.EndsIn('?');
}

// Whether `view` is, from `start` on, mentions of one word and what joins them.
bool IsBareList(const ClauseView& view, size_t start) {
  for (size_t i = start; i < view.words().size(); ++i) {
    if (!view.IsInMention(i) && view.words()[i] != "and") return false;
  }
  return std::all_of(view.mentions().begin(), view.mentions().end(),
                     [](const MentionView& mention) {
                       return mention.words.last - mention.words.first == 1;
                     });
}

}  // namespace

bool DenialList::Continues(const ClauseView& view, bool or_follows) const {
  if (view.mentions().empty()) return false;
  return (is_headed_ && IsOnlyMentions(view)) || GoesOn(view, or_follows);
}

bool DenialList::GoesOn(const ClauseView& view, bool or_follows) const {
  if (!is_open_ || view.clause().sentence != sentence_) return false;
  if (view.mentions().front().is_denial) return false;
  const size_t start = IsJoin(view.words().front()) ? 1 : 0;
  if (view.mentions().front().words.first != start) return false;
  return or_follows || (!needs_or_ && IsBareList(view, start));
}

void DenialList::Note(const ClauseView& view, bool is_denied, bool opens) {
  const bool goes_on = IsOnlyMentions(view) || IsUnknownItem(view);
  is_headed_ =
      IsHeading(view) || (is_headed_ && goes_on && !EndsStatement(view));
  if (is_open_ && IsUnknownItem(view) && view.clause().sentence == sentence_) {
    return;
  }
  is_open_ = is_denied || opens;
  needs_or_ = opens;
  sentence_ = view.clause().sentence;
}

}  // namespace quiver
