#include "learn/score_distribution.h"

#include <algorithm>
#include <utility>

namespace quiver {

ScoreDistribution::ScoreDistribution(std::vector<float> scores)
    : points_(std::move(scores)) {
  std::sort(points_.begin(), points_.end());
  if (points_.size() <= kPoints) return;
  std::vector<float> quantiles;
  quantiles.reserve(kPoints);
  for (size_t i = 0; i < kPoints; ++i) {
    quantiles.push_back(points_[i * (points_.size() - 1) / (kPoints - 1)]);
  }
  points_ = std::move(quantiles);
}

double ScoreDistribution::ShareBelow(double score) const {
  if (points_.empty() || score > points_.back()) return 1;
  if (score <= points_.front()) return 0;
  const auto above = std::lower_bound(points_.begin(), points_.end(), score);
  const double high = *above;
  const double low = *(above - 1);
  const double between = (score - low) / (high - low);
  return (static_cast<double>(above - points_.begin() - 1) + between) /
         static_cast<double>(points_.size() - 1);
}

void ScoreDistribution::Serialize(ByteWriter& writer) const {
  writer.WriteUint32(static_cast<uint32_t>(points_.size()));
  for (const float point : points_) writer.WriteFloat(point);
}

absl::StatusOr<ScoreDistribution> ScoreDistribution::Deserialize(
    ByteReader& reader) {
  const size_t size = reader.ReadUint32();
  if (!reader.ok() || size > kPoints || !reader.Has(size, sizeof(float))) {
    return absl::DataLossError("the distribution of scores is cut short");
  }
  std::vector<float> points;
  points.reserve(size);
  for (size_t i = 0; i < size; ++i) points.push_back(reader.ReadFloat());
  return ScoreDistribution(std::move(points));
}

}  // namespace quiver
