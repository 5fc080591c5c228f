#ifndef QUIVER_MATCH_OCCURRENCES_H_
#define QUIVER_MATCH_OCCURRENCES_H_

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

  // Forgets everything and makes room for `groups` groups.  Only those below
  // `listed` are told by groups().
  void Clear(size_t groups, uint32_t listed);

  // Notes that `group` occurs at `span`.  Spans come in order of their ends.
  // Inline: a word of a text may be an occurrence of dozens of groups.
  void Add(uint32_t group, Span span) {
    Chain& chain = chains_[group];
    if (chain.epoch == epoch_) return AddFurther(chain, span);
    chain = {epoch_, span};
    if (group < listed_) groups_.push_back(group);
  }

  // The listed groups that occur, each once, in order of their first
  // occurrence.
  const std::vector<uint32_t>& groups() const { return groups_; }

  bool Occurs(uint32_t group) const { return chains_[group].epoch == epoch_; }

  // The largest begin of an occurrence of a group that occurs.
  uint32_t LastBegin(uint32_t group) const;

  // The end of the first occurrence of a group that occurs.
  uint32_t FirstEnd(uint32_t group) const { return chains_[group].first.end; }

  // The smallest end of an occurrence of `group` that begins at `from` or
  // later; kNone when there is none.
  uint32_t EndAfter(uint32_t group, uint32_t from) const {
    if (!Occurs(group)) return kNone;
    const Chain& chain = chains_[group];
    return chain.first.begin >= from ? chain.first.end
                                     : FurtherEndAfter(chain, from);
  }

 private:
  // The occurrences of one group: mostly there is one.
  struct Chain {
    uint32_t epoch = 0;  // Holds anything only when equal to `epoch_`.
    Span first;
    uint32_t last = kNone;  // In `links_`; the others form a ring.
  };
  struct Link {
    Span span;
    uint32_t next = 0;  // Of the last one: the second occurrence.
  };

  void AddFurther(Chain& chain, Span span);
  uint32_t FurtherEndAfter(const Chain& chain, uint32_t from) const;
  // Calls `visit` with each occurrence but the first until it returns false.
  template <typename Visit>
  void VisitFurther(const Chain& chain, Visit visit) const;

  uint32_t epoch_ = 0;
  uint32_t listed_ = 0;
  std::vector<Chain> chains_;  // By group.
  std::vector<Link> links_;
  std::vector<uint32_t> groups_;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_OCCURRENCES_H_
