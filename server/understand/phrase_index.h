#ifndef QUIVER_UNDERSTAND_PHRASE_INDEX_H_
#define QUIVER_UNDERSTAND_PHRASE_INDEX_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/string_map.h"
#include "text/utterance.h"

namespace quiver {

// Finds many phrases at once in a text, whatever the inflection of their
// words: "eyelids twitched" holds "eyelid twitch".
//
// A trie over stems.  Words of up to three letters are compared as they stand:
// a stem would confuse "als" with "al".  Immutable once filled.
class PhraseIndex {
 public:
  // Adds `phrase`, which must be normalized, under `label`.  A phrase may
  // stand for several labels.  A phrase without words is ignored.
  void Add(std::string_view phrase, uint32_t label);

  // A phrase that was found.
  struct Hit {
    uint32_t label = 0;
    size_t first_token = 0;
    size_t last_token = 0;  // Not included.
  };

  // Every phrase in `reading`, overlapping ones included, by first token.
  // Takes time linear in the tokens and the length of the longest phrase.
  std::vector<Hit> Find(const Reading& reading) const;

 private:
  struct Node {
    std::unordered_map<uint32_t, uint32_t> next;  // Word to node.
    std::vector<uint32_t> labels;
  };

  StringMap<uint32_t> words_;  // Key of a token to its number.
  std::vector<Node> nodes_ = {Node{}};
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_PHRASE_INDEX_H_
