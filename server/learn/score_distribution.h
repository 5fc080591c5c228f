#ifndef QUIVER_LEARN_SCORE_DISTRIBUTION_H_
#define QUIVER_LEARN_SCORE_DISTRIBUTION_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "learn/byte_stream.h"

namespace quiver {

// How scores are distributed: tells the share of them below any score.
//
// Immutable: any number of threads may use one.
class ScoreDistribution {
 public:
  // Of `scores`, in any order; of more than kPoints only the quantiles are
  // kept.  Without any, every share is 1.
  explicit ScoreDistribution(std::vector<float> scores);

  // The share of scores below `score`, 0 to 1; between two neighbours it
  // rises evenly.
  double ShareBelow(double score) const;

  void Serialize(ByteWriter& writer) const;

  // DataLoss: what `reader` gives is not a distribution.
  static absl::StatusOr<ScoreDistribution> Deserialize(ByteReader& reader);

  static constexpr size_t kPoints = 1001;

 private:
  std::vector<float> points_;  // Rising.
};

}  // namespace quiver

#endif  // QUIVER_LEARN_SCORE_DISTRIBUTION_H_
