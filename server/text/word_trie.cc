#include "text/word_trie.h"

namespace quiver {

uint32_t WordTrie::Add(std::span<const std::string_view> words) {
  uint32_t node = 0;
  for (const std::string_view text : words) {
    Word& word = words_.try_emplace(std::string(text)).first->second;
    if (word.number == 0) word.number = static_cast<uint32_t>(words_.size());
    const auto [next, is_new] = next_.try_emplace(
        Step(node, word.number), static_cast<uint32_t>(size()));
    if (is_new) leads_on_.push_back(false);
    if (node == 0) word.node = next->second;
    leads_on_[node] = true;
    node = next->second;
  }
  return node;
}

}  // namespace quiver
