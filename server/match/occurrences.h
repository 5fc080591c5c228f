#ifndef QUIVER_MATCH_OCCURRENCES_H_
#define QUIVER_MATCH_OCCURRENCES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// Where groups of literals occur in one text.  Made to be cleared and used
// again: clearing costs nothing, however many groups there are.
class Occurrences {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // Forgets everything and makes room for `groups` groups.
  void Clear(size_t groups);

  // Notes that `group` occurs at `span`.  Spans come in order of their ends.
  // Inline: a word of a text may be an occurrence of dozens of groups.
  void Add(uint32_t group, Span span) {
    const auto link = static_cast<uint32_t>(links_.size());
    links_.push_back({.span = span});
    Chain& chain = chains_[group];
    if (chain.epoch != epoch_) {
      chain = {epoch_, link, link, span.begin};
      groups_.push_back(group);
      return;
    }
    links_[chain.tail].next = link;
    chain.tail = link;
    chain.last_begin = std::max(chain.last_begin, span.begin);
  }

  // The groups that occur, each once, in order of their first occurrence.
  const std::vector<uint32_t>& groups() const { return groups_; }

  bool Occurs(uint32_t group) const { return chains_[group].epoch == epoch_; }

  // The largest begin of an occurrence of a group that occurs.
  uint32_t LastBegin(uint32_t group) const { return chains_[group].last_begin; }

  // The end of the first occurrence of a group that occurs.
  uint32_t FirstEnd(uint32_t group) const {
    return links_[chains_[group].head].span.end;
  }

  // The smallest end of an occurrence of `group` that begins at `from` or
  // later; kNone when there is none.
  uint32_t EndAfter(uint32_t group, uint32_t from) const;

 private:
  // The occurrences of one group, as positions in `links_`.
  struct Chain {
    uint32_t epoch = 0;  // Holds anything only when equal to `epoch_`.
    uint32_t head = 0;
    uint32_t tail = 0;
    uint32_t last_begin = 0;
  };
  struct Link {
    Span span;
    uint32_t next = kNone;
  };

  uint32_t epoch_ = 0;
  std::vector<Chain> chains_;  // By group.
  std::vector<Link> links_;
  std::vector<uint32_t> groups_;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_OCCURRENCES_H_
