#include "learn/feature_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "learn/toy_examples.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::DoubleNear;
using ::testing::FloatNear;
using ::testing::IsEmpty;

std::vector<NGrams> Texts(const std::vector<std::string_view>& texts) {
  std::vector<NGrams> ngrams;
  ngrams.reserve(texts.size());
  for (const std::string_view text : texts) {
    ngrams.push_back(CountNGrams(ReadingOf(text)));
  }
  return ngrams;
}

std::vector<Feature> Vectorize(const FeatureTable& table,
                               std::string_view text) {
  return table.Vectorize(CountNGrams(ReadingOf(text)));
}

double SquaredLength(const std::vector<Feature>& features) {
  double sum = 0;
  for (const Feature& feature : features) {
    sum += static_cast<double>(feature.value) * feature.value;
  }
  return sum;
}

NGrams WordsOnly(const std::vector<NGram>& words) { return {words, {}}; }

TEST(FeatureTableTest, ScalesWordsAndCharactersToFixedLengths) {
  const FeatureTable table(Texts({"warm bread", "old bicycle"}), 1);

  EXPECT_THAT(SquaredLength(Vectorize(table, "warm bread")),
              DoubleNear(1 + 1.2 * 1.2, 1e-5));
}

TEST(FeatureTableTest, UnknownTextsAreShorter) {
  const FeatureTable table(Texts({"warm bread", "warm bread rolls"}), 1);

  const double known = SquaredLength(Vectorize(table, "warm bread"));
  const double half = SquaredLength(Vectorize(table, "warm kiwi"));

  EXPECT_LT(half, 0.8 * known);
  EXPECT_THAT(Vectorize(table, "zzz xxx"), IsEmpty());
}

TEST(FeatureTableTest, IgnoresWhatStandsInTooFewTexts) {
  const std::vector<NGrams> texts = {WordsOnly({{1, 1}, {2, 9}}),
                                     WordsOnly({{1, 1}, {3, 1}})};

  EXPECT_EQ(FeatureTable(texts, 1).size(), 3u);
  EXPECT_EQ(FeatureTable(texts, 2).size(), 1u);
  EXPECT_EQ(FeatureTable(texts, 3).size(), 0u);
}

// Three texts; word 1 stands in all, word 2 in one.
//   idf(1) = 1 + ln(4/4) = 1, idf(2) = 1 + ln(4/2), unknown: 1 + ln(4/1).
TEST(FeatureTableTest, WeighsByFrequencyAndRarity) {
  const FeatureTable table(
      {WordsOnly({{1, 1}}), WordsOnly({{1, 1}}), WordsOnly({{1, 1}, {2, 1}})},
      1);
  const double once = 1;
  const double rare = 1 + std::log(2.0);
  const double unknown = 1 + std::log(4.0);
  const double thrice = 1 + std::log(3.0);
  const double length = std::sqrt(thrice * thrice * once * once + rare * rare +
                                  unknown * unknown);

  const std::vector<Feature> features =
      table.Vectorize(WordsOnly({{1, 3}, {2, 1}, {7, 1}}));

  ASSERT_EQ(features.size(), 2u);
  EXPECT_THAT(features[0].value,
              FloatNear(static_cast<float>(thrice / length), 1e-6F));
  EXPECT_THAT(features[1].value,
              FloatNear(static_cast<float>(rare / length), 1e-6F));
}

TEST(FeatureTableTest, SurvivesTheTripThroughBytes) {
  const FeatureTable table(Texts({"warm bread", "old bicycle"}), 1);
  ByteWriter writer;
  table.Serialize(writer);
  ByteReader reader(writer.bytes());

  ASSERT_OK_AND_ASSIGN(const FeatureTable restored,
                       FeatureTable::Deserialize(reader));

  EXPECT_TRUE(reader.at_end());
  const std::vector<Feature> before = Vectorize(table, "warm old kiwi");
  const std::vector<Feature> after = Vectorize(restored, "warm old kiwi");
  ASSERT_EQ(before.size(), after.size());
  for (size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].index, after[i].index);
    EXPECT_EQ(before[i].value, after[i].value);
  }
}

TEST(FeatureTableTest, RefusesATableThatPromisesMoreThanItHas) {
  ByteWriter writer;
  writer.WriteFloat(1);
  writer.WriteUint32(0xFFFFFFFF);
  writer.WriteUint64(7);
  ByteReader reader(writer.bytes());

  EXPECT_THAT(FeatureTable::Deserialize(reader),
              StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace quiver
