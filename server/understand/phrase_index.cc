#include "understand/phrase_index.h"

#include <algorithm>
#include <string>

#include "text/reader.h"

namespace quiver {
namespace {

constexpr size_t kMaxExactWord = 3;
constexpr uint32_t kUnknownWord = 0xFFFFFFFF;

std::string_view KeyOf(std::string_view word, const Token& token) {
  if (word.size() <= kMaxExactWord) return word;
  return token.stem;
}

}  // namespace

void PhraseIndex::Add(std::string_view phrase, uint32_t label) {
  uint32_t node = 0;
  for (const Token& token : Tokenize(phrase)) {
    const std::string_view word =
        phrase.substr(token.span.begin, token.span.size());
    const uint32_t id =
        words_.try_emplace(std::string(KeyOf(word, token)), words_.size())
            .first->second;
    first_nodes_.resize(words_.size());
    const auto [next, is_new] = next_.try_emplace(
        Step(node, id), static_cast<uint32_t>(labels_.size()));
    if (node == 0) first_nodes_[id] = next->second;
    node = next->second;
    if (is_new) labels_.emplace_back();
  }
  if (node == 0) return;
  std::vector<uint32_t>& labels = labels_[node];
  if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
    labels.push_back(label);
  }
}

std::vector<PhraseIndex::Hit> PhraseIndex::Find(
    const Reading& reading, std::span<const Token> tokens) const {
  std::vector<uint32_t> ids;
  ids.reserve(tokens.size());
  for (const Token& token : tokens) {
    const auto found = words_.find(KeyOf(reading.Text(token.span), token));
    ids.push_back(found == words_.end() ? kUnknownWord : found->second);
  }
  std::vector<Hit> hits;
  for (size_t first = 0; first < ids.size(); ++first) {
    if (ids[first] == kUnknownWord) continue;
    uint32_t node = first_nodes_[ids[first]];
    for (size_t end = first + 1; node != 0; ++end) {
      for (const uint32_t label : labels_[node]) {
        hits.push_back({label, first, end});
      }
      if (end == ids.size() || ids[end] == kUnknownWord) break;
      const auto next = next_.find(Step(node, ids[end]));
      node = next == next_.end() ? 0 : next->second;
    }
  }
  return hits;
}

}  // namespace quiver
