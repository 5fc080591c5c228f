#ifndef QUIVER_UNDERSTAND_PHRASE_INDEX_H_
#define QUIVER_UNDERSTAND_PHRASE_INDEX_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/utterance.h"
#include "text/word_trie.h"

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
    size_t first_token = 0;  // Into the tokens that were looked at.
    size_t last_token = 0;   // Not included.
  };

  // Every phrase in `tokens` of `reading`, overlapping ones included, by first
  // token.  Takes time linear in the tokens and the length of the longest
  // phrase.
  std::vector<Hit> Find(const Reading& reading,
                        std::span<const Token> tokens) const;
  // As above, in all of `reading`.
  std::vector<Hit> Find(const Reading& reading) const {
    return Find(reading, reading.tokens);
  }

 private:
  WordTrie trie_;
  std::vector<std::vector<uint32_t>> labels_;  // Of each node.
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_PHRASE_INDEX_H_
