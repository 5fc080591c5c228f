#ifndef QUIVER_CONTEXT_CLAUSE_VIEW_H_
#define QUIVER_CONTEXT_CLAUSE_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

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
  size_t index = 0;        // Into the mentions asked about.
  bool is_denial = false;  // Denies something itself: "can't move".
  bool is_past = false;    // Opens with a verb of the past: "couldn't move".
};

// One clause as the rules of context see it: its words, its mentions, and its
// trigger phrases, but for denials that are part of a mention.
//
// Immutable.  Scopes reach kWindow words at most, so that looking for one
// takes constant time.
class ClauseView {
 public:
  static constexpr size_t kWindow = 40;

  // `mentions` are by first word, with `is_denial` still to be found out.
  // What is viewed must outlive the view.
  ClauseView(const Reading& reading, const Clause& clause,
             std::vector<MentionView> mentions);

  const Clause& clause() const { return *clause_; }
  const std::vector<std::string_view>& words() const { return words_; }
  const std::vector<MentionView>& mentions() const { return mentions_; }
  const std::vector<Trigger>& triggers() const { return triggers_; }

  bool IsQuestion() const { return clause_->question; }
  // Whether the clause ends in `mark`.
  bool EndsIn(char mark) const { return text_.ends_with(mark); }

  // The triggers that begin in `range`, by place.
  std::span<const Trigger> TriggersIn(const WordRange& range) const;
  // The first and last of them of `kinds`, or null.
  const Trigger* FirstOf(std::initializer_list<TriggerKind> kinds,
                         const WordRange& range) const;
  const Trigger* LastOf(std::initializer_list<TriggerKind> kinds,
                        const WordRange& range) const;
  bool Has(TriggerKind kind) const { return HasAny({kind}); }

  // The words up to kWindow before and after `words`.
  static WordRange Before(const WordRange& words);
  WordRange After(const WordRange& words) const;

  bool IsInMention(size_t word) const { return in_mention_[word]; }
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
  void FindOwnTriggers();
  void FindStatements();
  bool OpensStatement(size_t word) const;
  bool HasAny(std::initializer_list<TriggerKind> kinds) const {
    uint64_t bits = 0;
    for (const TriggerKind kind : kinds) bits |= BitOf(kind);
    return (kinds_ & bits) != 0;
  }
  static constexpr uint64_t BitOf(TriggerKind kind) {
    static_assert(static_cast<int>(TriggerKind::kCount) <= 64);
    return uint64_t{1} << static_cast<int>(kind);
  }

  const Clause* clause_;
  std::string_view text_;
  std::vector<std::string_view> words_;
  std::vector<MentionView> mentions_;
  std::vector<bool> in_mention_;  // Of each word.
  std::vector<Trigger> triggers_;
  uint64_t kinds_ = 0;              // BitOf() each of the triggers.
  std::vector<size_t> statements_;  // First words; the first is 0.
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
