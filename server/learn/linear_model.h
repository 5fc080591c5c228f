#ifndef QUIVER_LEARN_LINEAR_MODEL_H_
#define QUIVER_LEARN_LINEAR_MODEL_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "learn/byte_stream.h"
#include "learn/feature_table.h"
#include "learn/ngrams.h"
#include "learn/weight_matrix.h"

namespace quiver {

// Texts by their n-grams, and the class of each.
struct LabeledTexts {
  std::vector<NGrams> texts;
  std::vector<uint32_t> classes;  // As many as texts.
};

// A linear classifier of texts.
//
// Immutable: any number of threads may use one.
class LinearModel {
 public:
  // Trains on `examples`, of which at least two classes below `class_count`
  // must have one.
  LinearModel(const LabeledTexts& examples, size_t class_count);

  // The score of every class for `text`.
  std::vector<float> Scores(const NGrams& text) const;

  size_t classes() const { return weights_.classes(); }

  void Serialize(ByteWriter& writer) const;

  // DataLoss: what `reader` gives is not a model.
  static absl::StatusOr<LinearModel> Deserialize(ByteReader& reader);

 private:
  LinearModel(FeatureTable features, WeightMatrix weights);

  FeatureTable features_;
  WeightMatrix weights_;
};

}  // namespace quiver

#endif  // QUIVER_LEARN_LINEAR_MODEL_H_
