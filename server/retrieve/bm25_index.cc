#include "retrieve/bm25_index.h"

#include <cmath>
#include <cstddef>

namespace quiver {
namespace {

double InverseDocumentFrequency(size_t texts, size_t holding) {
  const auto n = static_cast<double>(texts);
  const auto m = static_cast<double>(holding);
  return std::log(1 + (n - m + 0.5) / (m + 0.5));
}

// Mean length of each field over the texts that have it.
std::vector<double> MeanLengths(const std::vector<IndexedText>& texts,
                                size_t fields) {
  std::vector<double> means(fields, 0);
  for (size_t field = 0; field < fields; ++field) {
    size_t words = 0;
    size_t holding = 0;
    for (const IndexedText& text : texts) {
      words += text[field].size();
      holding += text[field].empty() ? 0 : 1;
    }
    if (holding == 0) continue;
    means[field] = static_cast<double>(words) / static_cast<double>(holding);
  }
  return means;
}

// The weighted frequency of each word of `text`.
StringMap<double> Frequencies(const IndexedText& text,
                              const std::vector<double>& means,
                              const Bm25Weights& weights) {
  StringMap<double> frequencies;
  for (size_t field = 0; field < text.size(); ++field) {
    if (text[field].empty()) continue;
    const double length =
        static_cast<double>(text[field].size()) / means[field];
    const double once =
        weights.fields[field] / (1 - weights.b + weights.b * length);
    for (const std::string& word : text[field]) frequencies[word] += once;
  }
  return frequencies;
}

}  // namespace

Bm25Index::Bm25Index(const std::vector<IndexedText>& texts,
                     const Bm25Weights& weights)
    : largest_idf_(
          static_cast<float>(InverseDocumentFrequency(texts.size(), 0))) {
  const std::vector<double> means = MeanLengths(texts, weights.fields.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    for (const auto& [word, frequency] :
         Frequencies(texts[i], means, weights)) {
      const double saturated =
          frequency * (weights.k1 + 1) / (frequency + weights.k1);
      words_[word].postings.push_back(
          {static_cast<uint32_t>(i), static_cast<float>(saturated)});
    }
  }
  for (auto& [stem, word] : words_) {
    word.idf = static_cast<float>(
        InverseDocumentFrequency(texts.size(), word.postings.size()));
    for (Posting& posting : word.postings) posting.score *= word.idf;
  }
}

const Bm25Index::Word* Bm25Index::Find(std::string_view stem) const {
  const auto found = words_.find(stem);
  return found == words_.end() ? nullptr : &found->second;
}

}  // namespace quiver
