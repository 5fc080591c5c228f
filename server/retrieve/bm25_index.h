#ifndef QUIVER_RETRIEVE_BM25_INDEX_H_
#define QUIVER_RETRIEVE_BM25_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace quiver {

// What is searched, as stems: a text has fields, a field words.
using IndexedField = std::vector<std::string>;
using IndexedText = std::vector<IndexedField>;

// How a Bm25Index weighs; see Bm25Parameters.
struct Bm25Weights {
  double k1 = 0;
  double b = 0;
  std::vector<double> fields;  // What a word counts in each field.
};

// What a word adds to the score of each text that holds it.
//
// BM25F (Robertson and Zaragoza 2009, 3.6).  The frequency of a word in a text
// is summed over its fields, in each times the weight of the field, and
// divided by 1 - b + b * (length / mean length) of that field; texts without a
// field do not count for its mean.  A frequency f adds
// idf * f * (k1 + 1) / (f + k1), with idf = ln(1 + (n - m + 0.5) / (m + 0.5))
// for a word in m of n texts.
//
// Immutable: any number of threads may use one.
class Bm25Index {
 public:
  struct Posting {
    uint32_t text = 0;  // By index.
    float score = 0;    // What the word adds.
  };
  struct Word {
    float idf = 0;
    std::vector<Posting> postings;  // By text.
  };

  // Each text has as many fields as there are weights.
  Bm25Index(const std::vector<IndexedText>& texts, const Bm25Weights& weights);

  // The word of `stem`, or null when no text holds it.
  const Word* Find(std::string_view stem) const;

  // The idf that a word in no text has.
  float largest_idf() const { return largest_idf_; }

 private:
  StringMap<Word> words_;
  float largest_idf_ = 0;
};

}  // namespace quiver

#endif  // QUIVER_RETRIEVE_BM25_INDEX_H_
