#ifndef QUIVER_MATCH_LITERAL_INDEX_H_
#define QUIVER_MATCH_LITERAL_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/literal_automaton.h"
#include "match/number_lists.h"
#include "match/occurrences.h"
#include "match/pattern_candidate.h"
#include "match/required_literals.h"
#include "text/utterance.h"

namespace quiver {

class LiteralTables;

// Tells which of many patterns a text can match, from the literals that each
// of them requires.
//
// A pattern is looked at when the rarest of its groups occurs; it is a
// candidate when all its groups occur, one after the other.
//
// Immutable: any number of threads may look up.  A thread keeps 16 bytes for
// each group of the largest index that it has used.
class LiteralIndex {
 public:
  // Makes an index of one entry for each pattern.
  explicit LiteralIndex(const std::vector<RequiredLiterals>& patterns);

  // Returns the patterns that `text`, in lower case, can match, in order of
  // their indices.  A pattern that requires nothing is always among them.
  std::vector<PatternCandidate> Find(std::string_view text) const;

 private:
  // LiteralIndex::literals_, and the names by which it is looked up.
  struct Entries {
    std::vector<uint32_t> numbers;
    std::vector<uint32_t> names;  // Of each literal.
  };

  explicit LiteralIndex(const LiteralTables& tables);
  LiteralIndex(const LiteralTables& tables, Entries entries);
  static Entries EntriesOf(const LiteralTables& tables);
  // Whether the groups of `pattern` occur in order.
  bool Qualifies(uint32_t pattern, const Occurrences& occurrences) const;
  Span RangeOf(uint32_t pattern, const Occurrences& occurrences,
               uint32_t text_size) const;

  LiteralAutomaton automaton_;
  // Of each literal, where its name points to: how many bytes of text it takes,
  // how many groups it belongs to, and these.  Side by side, since to look up
  // one of so many literals is to wait for memory.
  std::vector<uint32_t> literals_;
  NumberLists groups_of_pattern_;  // In the order in which they must occur.
  // Those whose rarest group it is; groups that are no pattern's rarest come
  // last, and are not in it.
  NumberLists patterns_of_group_;
  size_t groups_;                 // All of them.
  std::vector<uint32_t> heads_;   // RequiredLiterals::head, or UINT32_MAX.
  std::vector<uint32_t> tails_;   // RequiredLiterals::tail, or UINT32_MAX.
  std::vector<uint32_t> always_;  // Patterns that require nothing.
};

}  // namespace quiver

#endif  // QUIVER_MATCH_LITERAL_INDEX_H_
