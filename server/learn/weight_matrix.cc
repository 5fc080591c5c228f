#include "learn/weight_matrix.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace quiver {
namespace {

constexpr float kLargest = 127;

// The classes that are added at once.
constexpr size_t kLanes = 8;
// Rows are filled up with zeros to a multiple of this.
constexpr size_t kPadding = 2 * kLanes;

// Rows lie far apart in a table larger than the caches: ask for one while
// those before it are added.
constexpr size_t kRowsAhead = 8;

// A row and what its feature counts.
struct WeightedRow {
  const int8_t* row = nullptr;
  float factor = 0;
};

// Adds `rows`, in order, to the sums of `size` classes, a multiple of kPadding.
void AddRows(const std::vector<WeightedRow>& rows, size_t size, float* sums) {
  for (const WeightedRow& row : rows) {
    for (size_t i = 0; i < size; ++i) {
      sums[i] += row.factor * static_cast<float>(row.row[i]);
    }
  }
}

#if defined(__x86_64__)
[[gnu::target("avx2"), gnu::always_inline]] inline __m256 LoadWeights(
    const int8_t* weights) {
  return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(
      _mm_loadl_epi64(reinterpret_cast<const __m128i*>(weights))));
}

// AddRows() for kGroups * kLanes classes from `first` on, whose sums stay in
// registers until all rows are added.
template <size_t kGroups>
[[gnu::target("avx2")]] void AddGroups(const std::vector<WeightedRow>& rows,
                                       size_t first, float* sums) {
  __m256 group_sums[kGroups];
  for (size_t g = 0; g < kGroups; ++g) group_sums[g] = _mm256_setzero_ps();
  for (size_t r = 0; r < rows.size(); ++r) {
    const int8_t* const ahead =
        rows[std::min(r + kRowsAhead, rows.size() - 1)].row + first;
    __builtin_prefetch(ahead);
    const __m256 factor = _mm256_set1_ps(rows[r].factor);
    const int8_t* const row = rows[r].row + first;
    for (size_t g = 0; g < kGroups; ++g) {
      // Not fused: that rounds otherwise than AddRows() does.
      group_sums[g] = _mm256_add_ps(
          group_sums[g], _mm256_mul_ps(factor, LoadWeights(row + g * kLanes)));
    }
  }
  for (size_t g = 0; g < kGroups; ++g) {
    _mm256_storeu_ps(sums + first + g * kLanes, group_sums[g]);
  }
}

// The same sums as AddRows() gives from 0 on, to the bit.
[[gnu::target("avx2")]] void AddRowsAvx2(const std::vector<WeightedRow>& rows,
                                         size_t size, float* sums) {
  constexpr size_t kMost = 12;  // So many groups fit into the registers.
  size_t first = 0;
  for (; first + kMost * kLanes <= size; first += kMost * kLanes) {
    AddGroups<kMost>(rows, first, sums);
  }
  switch ((size - first) / kLanes) {
    case 10:
      return AddGroups<10>(rows, first, sums);
    case 8:
      return AddGroups<8>(rows, first, sums);
    case 6:
      return AddGroups<6>(rows, first, sums);
    case 4:
      return AddGroups<4>(rows, first, sums);
    case 2:
      return AddGroups<2>(rows, first, sums);
    default:
      return;
  }
}

bool HasAvx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}
#else
constexpr auto AddRowsAvx2 = AddRows;
constexpr bool HasAvx2() { return false; }
#endif

size_t Padded(size_t classes) {
  return (classes + kPadding - 1) / kPadding * kPadding;
}

}  // namespace

WeightMatrix::WeightMatrix(const std::vector<float>& weights, size_t classes)
    : classes_(classes), stride_(Padded(classes)) {
  const size_t features = weights.size() / classes;
  weights_.reserve(features * stride_);
  scales_.reserve(features);
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
    weights_.resize(scales_.size() * stride_, 0);
  }
}

std::vector<float> WeightMatrix::Scores(
    const std::vector<Feature>& features) const {
  std::vector<WeightedRow> rows;
  rows.reserve(features.size());
  for (const Feature& feature : features) {
    rows.push_back({weights_.data() + feature.index * stride_,
                    feature.value * scales_[feature.index]});
  }
  std::vector<float> scores(stride_);
  const auto add_rows = HasAvx2() ? AddRowsAvx2 : AddRows;
  add_rows(rows, stride_, scores.data());
  scores.resize(classes_);
  return scores;
}

void WeightMatrix::Serialize(ByteWriter& writer) const {
  writer.WriteUint32(static_cast<uint32_t>(classes_));
  for (const float scale : scales_) writer.WriteFloat(scale);
  for (size_t begin = 0; begin < weights_.size(); begin += stride_) {
    writer.WriteBytes(
        {reinterpret_cast<const char*>(weights_.data() + begin), classes_});
  }
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
  matrix.stride_ = Padded(matrix.classes_);
  matrix.weights_.resize(features * matrix.stride_, 0);
  for (size_t i = 0; i < features; ++i) {
    const std::string_view row = reader.ReadBytes(matrix.classes_);
    std::copy(row.begin(), row.end(),
              matrix.weights_.data() + i * matrix.stride_);
  }
  return matrix;
}

}  // namespace quiver
