#include "learn/weight_matrix.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace quiver {
namespace {

constexpr float kLargest = 127;

// Rows lie far apart in a table larger than the caches: ask for one while
// those before it are added.
constexpr size_t kRowsAhead = 4;
constexpr size_t kCacheLine = 64;

[[gnu::always_inline]] inline void Fetch(const int8_t* row, size_t size) {
  for (size_t i = 0; i < size; i += kCacheLine) __builtin_prefetch(row + i);
}

// Adds the weighted rows of `features` to `sums`, in order of `features`: the
// same sums, to the bit, however many classes the machine adds at once.
[[gnu::always_inline]] inline void AddRowsInline(
    const std::vector<Feature>& features, const float* scales,
    const int8_t* weights, std::vector<float>& sums) {
  const size_t classes = sums.size();
  float* const sum = sums.data();
  for (size_t f = 0; f < features.size(); ++f) {
    if (f + kRowsAhead < features.size()) {
      Fetch(weights + features[f + kRowsAhead].index * classes, classes);
    }
    const Feature& feature = features[f];
    const float factor = feature.value * scales[feature.index];
    const int8_t* const row = weights + feature.index * classes;
    for (size_t i = 0; i < classes; ++i) {
      sum[i] += factor * static_cast<float>(row[i]);
    }
  }
}

void AddRows(const std::vector<Feature>& features, const float* scales,
             const int8_t* weights, std::vector<float>& sums) {
  AddRowsInline(features, scales, weights, sums);
}

#if defined(__x86_64__)
// Not "fma" too: it rounds otherwise.
[[gnu::target("avx2")]] void AddRowsAvx2(const std::vector<Feature>& features,
                                         const float* scales,
                                         const int8_t* weights,
                                         std::vector<float>& sums) {
  AddRowsInline(features, scales, weights, sums);
}

bool HasAvx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}
#else
constexpr auto AddRowsAvx2 = AddRows;
constexpr bool HasAvx2() { return false; }
#endif

}  // namespace

WeightMatrix::WeightMatrix(const std::vector<float>& weights, size_t classes)
    : classes_(classes) {
  weights_.reserve(weights.size());
  scales_.reserve(weights.size() / classes);
  for (size_t begin = 0; begin < weights.size(); begin += classes) {
    const std::span<const float> row(weights.data() + begin, classes);
    float largest = 0;
    for (const float weight : row) {
      largest = std::max(largest, std::abs(weight));
    }
    const float scale = largest > 0 ? largest / kLargest : 1;
    scales_.push_back(scale);
    for (const float weight : row) {
      weights_.push_back(static_cast<int8_t>(std::lround(weight / scale)));
    }
  }
}

std::vector<float> WeightMatrix::Scores(
    const std::vector<Feature>& features) const {
  std::vector<float> scores(classes_, 0);
  const auto add_rows = HasAvx2() ? AddRowsAvx2 : AddRows;
  add_rows(features, scales_.data(), weights_.data(), scores);
  return scores;
}

void WeightMatrix::Serialize(ByteWriter& writer) const {
  writer.WriteUint32(static_cast<uint32_t>(classes_));
  for (const float scale : scales_) writer.WriteFloat(scale);
  writer.WriteBytes({reinterpret_cast<const char*>(weights_.data()),  //
                     weights_.size()});
}

absl::StatusOr<WeightMatrix> WeightMatrix::Deserialize(ByteReader& reader,
                                                       size_t features) {
  WeightMatrix matrix;
  matrix.classes_ = reader.ReadUint32();
  if (matrix.classes_ == 0 ||
      !reader.Has(features, sizeof(float) + matrix.classes_)) {
    return absl::DataLossError("the weights are cut short");
  }
  matrix.scales_.reserve(features);
  for (size_t i = 0; i < features; ++i) {
    matrix.scales_.push_back(reader.ReadFloat());
  }
  const std::string_view weights = reader.ReadBytes(features * matrix.classes_);
  matrix.weights_.assign(weights.begin(), weights.end());
  return matrix;
}

}  // namespace quiver
