#include "context/clause_view.h"

#include <algorithm>
#include <utility>

#include "context/word_traits.h"
#include "text/one_of.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

constexpr TriggerKinds kDenials = {
    TriggerKind::kNegation, TriggerKind::kNegationBackward,
    TriggerKind::kPreposition, TriggerKind::kTermination,
    TriggerKind::kContrast};

// Verbs that begin a statement after "and", besides auxiliaries.
bool IsPlainVerb(std::string_view word) {
  return IsOneOf(
      word, {"feel", "feels", "feeling", "felt", "got", "get", "gets", "keep",
             "keeps", "lost", "woke", "began", "started", "cannot", "went",
             "having", "seem", "seems"});
}

// Adverbs between "and" and the statement it opens: "and now my".
bool IsOpeningAdverb(std::string_view word) {
  return IsOneOf(word, {"now", "then", "today", "suddenly", "also", "lately"});
}

// The first token that ends after `position`.
size_t TokenAfter(const std::vector<Token>& tokens, uint32_t position) {
  return static_cast<size_t>(
      std::upper_bound(
          tokens.begin(), tokens.end(), position,
          [](uint32_t at, const Token& token) { return at < token.span.end; }) -
      tokens.begin());
}

}  // namespace

ClauseView::ClauseView(const Reading& reading, const Clause& clause,
                       std::vector<MentionView> mentions)
    : clause_(&clause),
      text_(reading.Text(clause.span)),
      tokens_(std::span(reading.tokens)
                  .subspan(clause.first_token,
                           clause.last_token - clause.first_token)),
      mentions_(std::move(mentions)) {
  NoteWords(reading);
  FindOwnTriggers();
  FindStatements();
}

void ClauseView::NoteWords(const Reading& reading) {
  words_.reserve(tokens_.size());
  traits_.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    words_.push_back(reading.Text(token.span));
    traits_.push_back(TraitsOf(words_.back()));
    all_traits_ |= traits_.back();
  }
  parts_.resize(tokens_.size(), MentionPart::kNone);
  for (const MentionView& mention : mentions_) {
    for (size_t i = mention.words.first; i < mention.words.last; ++i) {
      if (parts_[i] == MentionPart::kNone) parts_[i] = MentionPart::kInside;
    }
    parts_[mention.words.first] = MentionPart::kStart;
  }
}

// Denials inside mentions are their own business; other triggers inside one
// matter to the mentions beside it.
void ClauseView::FindOwnTriggers() {
  triggers_ = FindTriggers(words_, parts_);
  std::erase_if(triggers_, [&](const Trigger& trigger) {
    if (!IsInMention(trigger.first) || !kDenials.Has(trigger.kind)) {
      return false;
    }
    bool is_inside = false;
    for (MentionView& mention : mentions_) {
      if (mention.words.first > trigger.first) break;
      if (trigger.last > mention.words.last) continue;
      is_inside = true;
      mention.is_denial |= trigger.kind == TriggerKind::kNegation;
    }
    return is_inside;
  });
  for (const Trigger& trigger : triggers_) kinds_.Add(trigger.kind);
  for (MentionView& mention : mentions_) {
    mention.is_past = HasTrait(mention.words.first, kPastVerb);
    mention.is_denial |= HasTraitIn(mention.words, kNegativeVerb);
  }
}

void ClauseView::FindStatements() {
  statements_ = {0};
  for (size_t i = 1; i < words_.size(); ++i) {
    if (HasTrait(i - 1, kJoiner) && !IsInMention(i - 1) && OpensStatement(i)) {
      statements_.push_back(i);
    }
  }
  for (const Trigger& trigger : triggers_) {
    if (trigger.kind == TriggerKind::kContrast) {
      statements_.push_back(trigger.last);
    }
  }
  std::sort(statements_.begin(), statements_.end());
  for (MentionView& mention : mentions_) {
    mention.statement = StatementOf(mention.words);
  }
}

// Whether a statement begins at `word`, which follows an "and".
bool ClauseView::OpensStatement(size_t word) const {
  if (IsOpeningAdverb(words_[word])) return true;
  if (IsOf(word, kPronoun | kPossessive | kAuxiliary) ||
      IsPlainVerb(words_[word])) {
    return true;
  }
  if (parts_[word] != MentionPart::kStart) return false;
  return std::any_of(mentions_.begin(), mentions_.end(),
                     [&](const MentionView& mention) {
                       return mention.words.first == word && mention.is_denial;
                     });
}

bool ClauseView::FindTraitIn(const WordRange& range, uint32_t traits) const {
  for (size_t i = range.first; i < range.last; ++i) {
    if ((traits_[i] & traits) != 0) return true;
  }
  return false;
}

std::span<const Trigger> ClauseView::TriggersIn(const WordRange& range) const {
  const auto begins_before = [](const Trigger& trigger, size_t word) {
    return trigger.first < word;
  };
  const auto first = std::lower_bound(triggers_.begin(), triggers_.end(),
                                      range.first, begins_before);
  const auto last =
      std::lower_bound(first, triggers_.end(), range.last, begins_before);
  return {first, last};
}

const Trigger* ClauseView::FindFirst(TriggerKinds kinds,
                                     const WordRange& range) const {
  for (const Trigger& trigger : TriggersIn(range)) {
    if (kinds.Has(trigger.kind)) return &trigger;
  }
  return nullptr;
}

const Trigger* ClauseView::FindLast(TriggerKinds kinds,
                                    const WordRange& range) const {
  const Trigger* found = nullptr;
  for (const Trigger& trigger : TriggersIn(range)) {
    if (kinds.Has(trigger.kind)) found = &trigger;
  }
  return found;
}

WordRange ClauseView::Before(const WordRange& words) {
  return {words.first - std::min(words.first, kWindow), words.first};
}

WordRange ClauseView::After(const WordRange& words) const {
  return {words.last, std::min(words.last + kWindow, words_.size())};
}

size_t ClauseView::CountOutsideMentions(const WordRange& range) const {
  size_t count = 0;
  for (size_t i = range.first; i < range.last; ++i) {
    if (!IsInMention(i)) ++count;
  }
  return count;
}

WordRange ClauseView::StatementOf(const WordRange& words) const {
  const auto next =
      std::upper_bound(statements_.begin(), statements_.end(), words.first);
  const size_t end = next == statements_.end() ? words_.size() : *next;
  return {std::max(*std::prev(next), Before(words).first),
          std::min(end, After(words).last)};
}

WordRange ClauseView::StoryOf(const WordRange& words) const {
  WordRange story = StatementOf(words);
  while (story.first > 1 && words_[story.first - 1] == "and" &&
         HasTrait(story.first, kPastVerb)) {
    story.first = StatementOf({story.first - 1, story.first}).first;
  }
  return story;
}

WordRange Between(const Trigger& trigger, const MentionView& mention) {
  return {std::min(trigger.last, mention.words.first), mention.words.first};
}

std::vector<ClauseView> ViewsOf(const Reading& reading,
                                const std::vector<Span>& mentions) {
  std::vector<std::vector<MentionView>> in_clause(reading.clauses.size());
  for (size_t m = 0; m < mentions.size(); ++m) {
    const size_t first = TokenAfter(reading.tokens, mentions[m].begin);
    const auto clause = std::upper_bound(
        reading.clauses.begin(), reading.clauses.end(), first,
        [](size_t token, const Clause& c) { return token < c.last_token; });
    if (clause == reading.clauses.end()) continue;
    size_t last = first;
    while (last < clause->last_token &&
           reading.tokens[last].span.begin < mentions[m].end) {
      ++last;
    }
    if (last == first) continue;
    const size_t offset = clause->first_token;
    in_clause[static_cast<size_t>(clause - reading.clauses.begin())].push_back(
        {.words = {first - offset, last - offset}, .index = m});
  }
  std::vector<ClauseView> views;
  views.reserve(reading.clauses.size());
  for (size_t c = 0; c < reading.clauses.size(); ++c) {
    std::sort(in_clause[c].begin(), in_clause[c].end(),
              [](const MentionView& left, const MentionView& right) {
                return left.words.first != right.words.first
                           ? left.words.first < right.words.first
                           : left.index < right.index;
              });
    views.emplace_back(reading, reading.clauses[c], std::move(in_clause[c]));
  }
  return views;
}

}  // namespace quiver
