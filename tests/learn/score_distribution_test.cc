#include "learn/score_distribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::DoubleNear;

TEST(ScoreDistributionTest, TellsTheShareBelow) {
  const ScoreDistribution distribution({0.4F, 0.0F, 0.1F, 0.2F, 0.3F});
  struct Case {
    double score;
    double share;
  };
  for (const auto& [score, share] : std::vector<Case>{
           {-1, 0}, {0, 0}, {0.1, 0.25}, {0.15, 0.375}, {0.4, 1}, {7, 1}}) {
    EXPECT_THAT(distribution.ShareBelow(score), DoubleNear(share, 1e-6))
        << score;
  }
}

TEST(ScoreDistributionTest, EqualScoresAreNotBelowEachOther) {
  const ScoreDistribution distribution({0.5F, 0.5F, 0.5F, 1.0F});

  EXPECT_EQ(distribution.ShareBelow(0.5), 0);
  EXPECT_GT(distribution.ShareBelow(0.6), 0.5);
}

TEST(ScoreDistributionTest, WithoutScoresEverythingIsHigh) {
  EXPECT_EQ(ScoreDistribution({}).ShareBelow(-5), 1);
}

TEST(ScoreDistributionTest, KeepsTheShapeOfManyScores) {
  std::vector<float> scores;
  for (int i = 0; i <= 40000; ++i) {
    scores.push_back(static_cast<float>(i) / 40000);
  }
  const ScoreDistribution distribution(scores);

  for (const double score : {0.001, 0.02, 0.3337, 0.5, 0.98}) {
    EXPECT_THAT(distribution.ShareBelow(score), DoubleNear(score, 1e-3));
  }
}

TEST(ScoreDistributionTest, SurvivesTheTripThroughBytes) {
  const ScoreDistribution distribution({0.1F, 0.2F, 0.7F});
  ByteWriter writer;
  distribution.Serialize(writer);
  ByteReader reader(writer.bytes());

  ASSERT_OK_AND_ASSIGN(const ScoreDistribution restored,
                       ScoreDistribution::Deserialize(reader));

  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(restored.ShareBelow(0.3), distribution.ShareBelow(0.3));
}

TEST(ScoreDistributionTest, RefusesMoreThanItEverWrites) {
  ByteWriter writer;
  writer.WriteUint32(ScoreDistribution::kPoints + 1);
  for (size_t i = 0; i <= ScoreDistribution::kPoints; ++i) {
    writer.WriteFloat(0);
  }
  ByteReader reader(writer.bytes());

  EXPECT_THAT(ScoreDistribution::Deserialize(reader),
              StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace quiver
