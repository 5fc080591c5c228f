#include "learn/linear_model.h"

#include <utility>

#include "base/status_macros.h"
#include "learn/crammer_singer.h"

namespace quiver {
namespace {

// Chosen on validation data; docs/understanding.md has the figures.
constexpr double kCost = 1;
// Of so many texts, n-grams that stand in one alone are half of all and tell
// little.  Of fewer, they are needed.
constexpr size_t kManyTexts = 5000;

uint32_t LeastTexts(size_t texts) { return texts < kManyTexts ? 1 : 2; }

WeightMatrix Train(const LabeledTexts& examples, const FeatureTable& features,
                   size_t class_count) {
  std::vector<LabeledFeatures> vectors;
  vectors.reserve(examples.texts.size());
  for (size_t i = 0; i < examples.texts.size(); ++i) {
    vectors.push_back(
        {features.Vectorize(examples.texts[i]), examples.classes[i]});
  }
  return WeightMatrix(
      TrainCrammerSinger(vectors, features.size(), class_count, kCost),
      class_count);
}

}  // namespace

LinearModel::LinearModel(const LabeledTexts& examples, size_t class_count)
    : features_(examples.texts, LeastTexts(examples.texts.size())),
      weights_(Train(examples, features_, class_count)) {}

LinearModel::LinearModel(FeatureTable features, WeightMatrix weights)
    : features_(std::move(features)), weights_(std::move(weights)) {}

std::vector<float> LinearModel::Scores(const NGrams& text) const {
  return weights_.Scores(features_.Vectorize(text));
}

void LinearModel::Serialize(ByteWriter& writer) const {
  features_.Serialize(writer);
  weights_.Serialize(writer);
}

absl::StatusOr<LinearModel> LinearModel::Deserialize(ByteReader& reader) {
  QUIVER_ASSIGN_OR_RETURN(FeatureTable features,
                          FeatureTable::Deserialize(reader));
  QUIVER_ASSIGN_OR_RETURN(WeightMatrix weights,
                          WeightMatrix::Deserialize(reader, features.size()));
  return LinearModel(std::move(features), std::move(weights));
}

}  // namespace quiver
