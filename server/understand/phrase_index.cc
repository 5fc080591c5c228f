#include "understand/phrase_index.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/reader.h"

namespace quiver {
namespace {

constexpr size_t kMaxExactWord = 3;

std::string_view KeyOf(std::string_view word, const Token& token) {
  if (word.size() <= kMaxExactWord) return word;
  return token.stem;
}

}  // namespace

void PhraseIndex::Add(std::string_view phrase, uint32_t label) {
  const std::vector<Token> tokens = Tokenize(phrase);
  std::vector<std::string_view> keys;
  keys.reserve(tokens.size());
  for (const Token& token : tokens) {
    keys.push_back(
        KeyOf(phrase.substr(token.span.begin, token.span.size()), token));
  }
  const uint32_t node = trie_.Add(keys);
  if (node == 0) return;
  labels_.resize(trie_.size());
  std::vector<uint32_t>& labels = labels_[node];
  if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
    labels.push_back(label);
  }
}

std::vector<PhraseIndex::Hit> PhraseIndex::Find(
    const Reading& reading, std::span<const Token> tokens) const {
  std::vector<WordTrie::Word> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    words.push_back(trie_.Find(KeyOf(reading.Text(token.span), token)));
  }
  std::vector<Hit> hits;
  for (size_t first = 0; first < words.size(); ++first) {
    uint32_t node = words[first].node;
    for (size_t end = first + 1; node != 0; ++end) {
      for (const uint32_t label : labels_[node]) {
        hits.push_back({label, first, end});
      }
      node = end < words.size() ? trie_.Next(node, words[end]) : 0;
    }
  }
  return hits;
}

}  // namespace quiver
