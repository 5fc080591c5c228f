#ifndef QUIVER_CONTEXT_CLAUSE_VIEW_H_
#define QUIVER_CONTEXT_CLAUSE_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "context/trigger_phrases.h"
#include "text/utterance.h"

namespace quiver {

// Words of a clause, by number.
struct WordRange {
  size_t first = 0;
  size_t last = 0;  // Not included.
};

// A mention inside a clause.
struct MentionView {
  WordRange words;
  WordRange statement{};   // ClauseView::StatementOf() its words.
  size_t index = 0;        // Into the mentions asked about.
  bool is_denial = false;  // Denies something itself: "can't move".
  bool is_past = false;    // Opens with a verb of the past: "couldn't move".
};

// One clause as the rules of context see it: its words, its mentions, and its
// trigger phrases, but for denials that are part of a mention.  What single
// words say is found out once.
//
// Immutable.  Scopes reach kWindow words at most, so that looking for one
// takes constant time.
class ClauseView {
 public:
  static constexpr size_t kWindow = 40;

  // `mentions` are by first word, with nothing but their words and `index` yet.
  // What is viewed must outlive the view.
  ClauseView(const Reading& reading, const Clause& clause,
             std::vector<MentionView> mentions);

  const Clause& clause() const { return *clause_; }
  const std::vector<std::string_view>& words() const { return words_; }
  const std::vector<MentionView>& mentions() const { return mentions_; }
  const std::vector<Trigger>& triggers() const { return triggers_; }

  // Whether `word`, which may lie beyond the end, is of one of `classes`
  // (text/word_classes.h), or has one of `traits` (word_traits.h).
  bool IsOf(size_t word, uint32_t classes) const {
    return word < tokens_.size() && (tokens_[word].classes & classes) != 0;
  }
  bool HasTrait(size_t word, uint32_t traits) const {
    return word < traits_.size() && (traits_[word] & traits) != 0;
  }
  // Whether some word in `range` has one of `traits`.
  bool HasTraitIn(const WordRange& range, uint32_t traits) const {
    return (all_traits_ & traits) != 0 && FindTraitIn(range, traits);
  }

  bool IsQuestion() const { return clause_->question; }
  // Whether the clause ends in `mark`.
  bool EndsIn(char mark) const { return text_.ends_with(mark); }

  // The triggers that begin in `range`, by place.
  std::span<const Trigger> TriggersIn(const WordRange& range) const;
  // The first and last of them of `kinds`, or null.
  const Trigger* FirstOf(TriggerKinds kinds, const WordRange& range) const {
    return Has(kinds) ? FindFirst(kinds, range) : nullptr;
  }
  const Trigger* LastOf(TriggerKinds kinds, const WordRange& range) const {
    return Has(kinds) ? FindLast(kinds, range) : nullptr;
  }
  // Whether the clause has a trigger of `kinds`.
  bool Has(TriggerKinds kinds) const { return kinds_.Overlaps(kinds); }

  // The words up to kWindow before and after `words`.
  static WordRange Before(const WordRange& words);
  WordRange After(const WordRange& words) const;

  bool IsInMention(size_t word) const {
    return parts_[word] != MentionPart::kNone;
  }
  // How many of the words in `range` are in no mention.
  size_t CountOutsideMentions(const WordRange& range) const;

  // The part of the clause around `words` that makes one statement: between
  // "but" and its like, and "and" where another statement follows ("and my
  // arm", "and can't"); at most kWindow words to either side.
  WordRange StatementOf(const WordRange& words) const;
  // The same with what it goes on from: "had a fall | and couldn't move", a
  // past without a subject of its own, tells of the same time.
  WordRange StoryOf(const WordRange& words) const;

 private:
  void NoteWords(const Reading& reading);
  void FindOwnTriggers();
  void FindStatements();
  bool OpensStatement(size_t word) const;
  bool FindTraitIn(const WordRange& range, uint32_t traits) const;
  const Trigger* FindFirst(TriggerKinds kinds, const WordRange& range) const;
  const Trigger* FindLast(TriggerKinds kinds, const WordRange& range) const;

  const Clause* clause_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<std::string_view> words_;
  std::vector<uint32_t> traits_;  // TraitsOf() each word,
  uint32_t all_traits_ = 0;       // and of all together.
  std::vector<MentionView> mentions_;
  std::vector<MentionPart> parts_;  // Of each word.
  std::vector<Trigger> triggers_;
  TriggerKinds kinds_;  // Of the triggers.
  // The first words of statements; the first is 0.
  absl::InlinedVector<size_t, 4> statements_;
};

// The words from `trigger` to `mention` behind it; none where they overlap.
WordRange Between(const Trigger& trigger, const MentionView& mention);

// A view of each clause of `reading`, with those of `mentions` (spans of its
// text, in any order) that begin in it.
std::vector<ClauseView> ViewsOf(const Reading& reading,
                                const std::vector<Span>& mentions);

inline bool InSameSentence(const ClauseView& left, const ClauseView& right) {
  return left.clause().sentence == right.clause().sentence;
}

}  // namespace quiver

#endif  // QUIVER_CONTEXT_CLAUSE_VIEW_H_
