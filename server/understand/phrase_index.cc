#include "understand/phrase_index.h"

#include <algorithm>
#include <string>

#include "text/reader.h"

namespace quiver {
namespace {

constexpr size_t kMaxExactWord = 3;
constexpr uint32_t kUnknownWord = 0xFFFFFFFF;

std::string_view KeyOf(std::string_view word, const Token& token) {
  return word.size() <= kMaxExactWord ? word : std::string_view(token.stem);
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
    const auto [next, is_new] =
        nodes_[node].next.try_emplace(id, static_cast<uint32_t>(nodes_.size()));
    node = next->second;
    if (is_new) nodes_.emplace_back();
  }
  if (node == 0) return;
  std::vector<uint32_t>& labels = nodes_[node].labels;
  if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
    labels.push_back(label);
  }
}

std::vector<PhraseIndex::Hit> PhraseIndex::Find(const Reading& reading) const {
  std::vector<uint32_t> ids;
  ids.reserve(reading.tokens.size());
  for (const Token& token : reading.tokens) {
    const auto found = words_.find(KeyOf(reading.Text(token.span), token));
    ids.push_back(found == words_.end() ? kUnknownWord : found->second);
  }
  std::vector<Hit> hits;
  for (size_t first = 0; first < ids.size(); ++first) {
    uint32_t node = 0;
    for (size_t at = first; at < ids.size() && ids[at] != kUnknownWord; ++at) {
      const auto next = nodes_[node].next.find(ids[at]);
      if (next == nodes_[node].next.end()) break;
      node = next->second;
      for (const uint32_t label : nodes_[node].labels) {
        hits.push_back({label, first, at + 1});
      }
    }
  }
  return hits;
}

}  // namespace quiver
