#ifndef QUIVER_LEARN_FEATURE_TABLE_H_
#define QUIVER_LEARN_FEATURE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "learn/byte_stream.h"
#include "learn/ngrams.h"

namespace quiver {

// One coordinate of a text.
struct Feature {
  uint32_t index = 0;
  float value = 0;
};

// The n-grams that a model knows, and how a text becomes a vector of them.
//
// An n-gram weighs 1 + ln(count) (sublinear term frequency) times its inverse
// document frequency, n-grams of characters the square root of that.  Words
// are scaled to length 1, characters to 1.2.  N-grams that the table does not
// know count towards the length, as the rarest of their kind: the more of a
// text is unknown, the shorter its vector.
//
// Immutable: any number of threads may use one.
class FeatureTable {
 public:
  // Knows the n-grams that stand in at least `least_texts` of `texts`.
  FeatureTable(const std::vector<NGrams>& texts, uint32_t least_texts);

  // The vector of a text, each feature once.
  std::vector<Feature> Vectorize(const NGrams& ngrams) const;

  // Indices are below this.
  size_t size() const { return size_; }

  void Serialize(ByteWriter& writer) const;

  // DataLoss: what `reader` gives is not a table.
  static absl::StatusOr<FeatureTable> Deserialize(ByteReader& reader);

 private:
  struct Entry {
    uint64_t hash = 0;
    float weight = 0;
    uint32_t index = kFree;
  };
  static constexpr uint32_t kFree = 0xFFFFFFFF;

  // `entries` are in order of index.
  FeatureTable(const std::vector<Entry>& entries, float unknown_word_weight);

  // The known n-grams of one kind.
  static void AddEntries(const std::vector<NGrams>& texts,
                         std::vector<NGram> NGrams::*kind, uint32_t least_texts,
                         std::vector<Entry>& entries);
  static std::vector<Entry> EntriesOf(const std::vector<NGrams>& texts,
                                      uint32_t least_texts);
  const Entry* Find(uint64_t hash) const;
  void AddBlock(const std::vector<NGram>& ngrams, float unknown_weight,
                float length, std::vector<Feature>& features) const;

  size_t size_;
  float unknown_word_weight_;
  // Open addressing by the low bits of the hash.  At most half full.
  std::vector<Entry> slots_;
};

}  // namespace quiver

#endif  // QUIVER_LEARN_FEATURE_TABLE_H_
