#include "learn/weight_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "learn/crammer_singer.h"
#include "learn/toy_examples.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;

TEST(WeightMatrixTest, SumsTheWeightsOfFeatures) {
  const WeightMatrix matrix({1.0F, -1.0F,  // Feature 0.
                             0.5F, 0.25F,  // Feature 1.
                             0.0F, 0.0F},  // Feature 2.
                            2);

  EXPECT_THAT(matrix.Scores({}), ElementsAre(0, 0));
  EXPECT_THAT(matrix.Scores({{0, 2.0F}}),
              ElementsAre(FloatNear(2, 1e-6F), FloatNear(-2, 1e-6F)));
  EXPECT_THAT(matrix.Scores({{0, 1.0F}, {1, 2.0F}, {2, 9.0F}}),
              ElementsAre(FloatNear(2, 0.01F), FloatNear(-0.5F, 0.01F)));
}

TEST(WeightMatrixTest, ScalesEachFeatureByItself) {
  const WeightMatrix matrix({1000.0F, -500.0F, 0.001F, -0.0005F}, 2);

  EXPECT_THAT(
      matrix.Scores({{1, 1.0F}}),
      ElementsAre(FloatNear(0.001F, 1e-5F), FloatNear(-0.0005F, 1e-5F)));
}

// Sums of the weights as they were before they had eight bits.
std::vector<float> FloatScores(const std::vector<float>& weights,
                               size_t classes,
                               const std::vector<Feature>& features) {
  std::vector<float> scores(classes, 0);
  for (const Feature& feature : features) {
    for (size_t i = 0; i < classes; ++i) {
      scores[i] += feature.value * weights[feature.index * classes + i];
    }
  }
  return scores;
}

// Weights that eight bits hold without loss, unlike from class to class.
std::vector<float> ExactWeights(size_t features, size_t classes) {
  std::vector<float> weights;
  for (size_t i = 0; i < features * classes; ++i) {
    const bool is_largest = i % classes == 0;
    weights.push_back(is_largest ? 127.0F : static_cast<float>(i * 37 % 127));
  }
  return weights;
}

// Classes are added several at once, by their number.
TEST(WeightMatrixTest, AddsUpEveryClassHoweverManyThereAre) {
  constexpr size_t kFeatures = 12;
  std::vector<Feature> features;
  for (uint32_t i = 0; i < kFeatures; i += 2) features.push_back({i, 0.5F});
  for (size_t classes = 1; classes <= 150; ++classes) {
    const std::vector<float> weights = ExactWeights(kFeatures, classes);

    const std::vector<float> scores =
        WeightMatrix(weights, classes).Scores(features);

    EXPECT_EQ(scores, FloatScores(weights, classes, features)) << classes;
  }
}

TEST(WeightMatrixTest, EightBitsDecideAsFloatsDo) {
  constexpr size_t kClasses = 3;
  std::vector<NGrams> texts;
  for (const TrainingExample& example : ToyExamples()) {
    texts.push_back(CountNGrams(ReadingOf(example.text)));
  }
  const FeatureTable table(texts, 1);
  std::vector<LabeledFeatures> examples;
  for (size_t i = 0; i < texts.size(); ++i) {
    examples.push_back({table.Vectorize(texts[i]), ToyExamples()[i].label});
  }
  const std::vector<float> weights =
      TrainCrammerSinger(examples, table.size(), kClasses, 1);
  const WeightMatrix matrix(weights, kClasses);

  for (const LabeledFeatures& example : examples) {
    const std::vector<float> floats =
        FloatScores(weights, kClasses, example.features);
    const std::vector<float> bytes = matrix.Scores(example.features);
    EXPECT_EQ(std::max_element(bytes.begin(), bytes.end()) - bytes.begin(),
              std::max_element(floats.begin(), floats.end()) - floats.begin());
    for (size_t i = 0; i < kClasses; ++i) {
      EXPECT_THAT(bytes[i], FloatNear(floats[i], 0.01F));
    }
  }
}

TEST(WeightMatrixTest, SurvivesTheTripThroughBytes) {
  const WeightMatrix matrix({1.0F, -1.0F, 0.5F, 0.25F}, 2);
  ByteWriter writer;
  matrix.Serialize(writer);
  ByteReader reader(writer.bytes());

  ASSERT_OK_AND_ASSIGN(const WeightMatrix restored,
                       WeightMatrix::Deserialize(reader, 2));

  EXPECT_TRUE(reader.at_end());
  const std::vector<Feature> features = {{0, 0.3F}, {1, 0.7F}};
  EXPECT_EQ(restored.Scores(features), matrix.Scores(features));
}

TEST(WeightMatrixTest, RefusesWhatDoesNotFitTheFeatures) {
  ByteWriter writer;
  WeightMatrix({1.0F, -1.0F, 0.5F, 0.25F}, 2).Serialize(writer);
  ByteReader too_many(writer.bytes());
  ByteWriter zero;
  zero.WriteUint32(0);
  ByteReader no_classes(zero.bytes());

  EXPECT_THAT(WeightMatrix::Deserialize(too_many, 3),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(WeightMatrix::Deserialize(no_classes, 0),
              StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace quiver
