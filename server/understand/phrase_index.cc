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
    const auto [next, is_new] = next_.try_emplace(
        Step(node, id), static_cast<uint32_t>(labels_.size()));
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
    uint32_t node = 0;
    for (size_t at = first; at < ids.size() && ids[at] != kUnknownWord; ++at) {
      const auto next = next_.find(Step(node, ids[at]));
      if (next == next_.end()) break;
      node = next->second;
      for (const uint32_t label : labels_[node]) {
        hits.push_back({label, first, at + 1});
      }
    }
  }
  return hits;
}

}  // namespace quiver
