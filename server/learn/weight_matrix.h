#ifndef QUIVER_LEARN_WEIGHT_MATRIX_H_
#define QUIVER_LEARN_WEIGHT_MATRIX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "learn/byte_stream.h"
#include "learn/feature_table.h"

namespace quiver {

// The weights of a linear model: what each feature says of each class.  Eight
// bits a weight, with one scale a feature: a class score is off by at most
// half a percent of the largest weight of each feature.
//
// Immutable: any number of threads may use one.
class WeightMatrix {
 public:
  // `weights` holds the classes of feature 0, then those of feature 1, and so
  // on.  Its size must be a multiple of `classes`, which must not be 0.
  WeightMatrix(const std::vector<float>& weights, size_t classes);

  // The score of every class.
  std::vector<float> Scores(const std::vector<Feature>& features) const;

  size_t classes() const { return classes_; }

  void Serialize(ByteWriter& writer) const;

  // DataLoss: what `reader` gives is not a matrix of `features` rows.
  static absl::StatusOr<WeightMatrix> Deserialize(ByteReader& reader,
                                                  size_t features);

 private:
  WeightMatrix() = default;

  size_t classes_ = 0;
  size_t stride_ = 0;            // Weights a feature: the classes, and zeros.
  std::vector<float> scales_;    // A feature.
  std::vector<int8_t> weights_;  // `stride_` a feature.
};

}  // namespace quiver

#endif  // QUIVER_LEARN_WEIGHT_MATRIX_H_
