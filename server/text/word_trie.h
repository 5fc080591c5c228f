#ifndef QUIVER_TEXT_WORD_TRIE_H_
#define QUIVER_TEXT_WORD_TRIE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "text/word_table.h"

namespace quiver {

// Many phrases, to be followed word by word through a text.  Each beginning of
// a phrase is a node; node 0 is none.
//
// Immutable once filled: any number of threads may ask.
class WordTrie {
 public:
  // A word of phrases.
  struct Word {
    uint32_t number = 0;  // 0: it is in no phrase.
    uint32_t node = 0;    // Of the phrases that begin with it; 0: none do.
  };

  // The node of the phrase that `words` make; 0 without words.
  uint32_t Add(std::span<const std::string_view> words);

  Word Find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? Word{} : found->second;
  }

  // The node that `word` leads to from `node`; 0: none.
  uint32_t Next(uint32_t node, const Word& word) const {
    if (word.number == 0 || !leads_on_[node]) return 0;
    const auto found = next_.find(Step(node, word.number));
    return found == next_.end() ? 0 : found->second;
  }

  // How many nodes there are, node 0 included.
  size_t size() const { return leads_on_.size(); }

 private:
  static uint64_t Step(uint32_t node, uint32_t word) {
    return uint64_t{node} << 32 | word;
  }

  WordTable<std::string, Word> words_;
  absl::flat_hash_map<uint64_t, uint32_t> next_;  // Step to node.
  std::vector<bool> leads_on_ = {false};          // Of each node.
};

}  // namespace quiver

#endif  // QUIVER_TEXT_WORD_TRIE_H_
