#include "retrieve/bm25_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string_view>
#include <vector>

namespace quiver {
namespace {

using ::testing::DoubleNear;
using ::testing::SizeIs;

// What `stem` adds to the score of `text`.
double ScoreOf(const Bm25Index& index, std::string_view stem, uint32_t text) {
  const Bm25Index::Word* const word = index.Find(stem);
  if (word == nullptr) return 0;
  for (const Bm25Index::Posting& posting : word->postings) {
    if (posting.text == text) return posting.score;
  }
  return 0;
}

const std::vector<IndexedText> kOneField = {{{"oak", "leaf"}},
                                            {{"oak", "oak", "elm", "elm"}}};

// Two texts of 2 and 4 words; "leaf" is in one of them, "oak" in both.
//   idf(leaf) = ln(1 + (2 - 1 + 0.5) / (1 + 0.5)) = ln 2
//   idf(oak) = ln(1 + (2 - 2 + 0.5) / (2 + 0.5)) = ln 1.2
// With k1 = 1 and b = 1, the mean length being 3:
//   f(leaf, 0) = 1 / (2 / 3) = 1.5, which saturates to 1.5 * 2 / 2.5 = 1.2
//   f(oak, 1) = 2 / (4 / 3) = 1.5, the same.
TEST(Bm25IndexTest, ScoresAsByHand) {
  const Bm25Index index(kOneField, {.k1 = 1, .b = 1, .fields = {1}});

  EXPECT_THAT(ScoreOf(index, "leaf", 0), DoubleNear(1.2 * std::log(2), 1e-6));
  EXPECT_THAT(ScoreOf(index, "oak", 0), DoubleNear(1.2 * std::log(1.2), 1e-6));
  EXPECT_THAT(ScoreOf(index, "oak", 1), DoubleNear(1.2 * std::log(1.2), 1e-6));
  EXPECT_EQ(ScoreOf(index, "leaf", 1), 0);
}

// Two fields of weights 3 and 1, "oak" once in each: f = 3 + 1 = 4, which with
// k1 = 1 saturates to 4 * 2 / 5 = 1.6; idf(oak) = ln(1 + 0.5 / 1.5).
TEST(Bm25IndexTest, AddsUpFieldsBeforeSaturating) {
  const std::vector<IndexedText> texts = {{{"oak"}, {"oak"}}};

  const Bm25Index index(texts, {.k1 = 1, .b = 0, .fields = {3, 1}});

  EXPECT_THAT(ScoreOf(index, "oak", 0),
              DoubleNear(1.6 * std::log(4.0 / 3), 1e-6));
}

TEST(Bm25IndexTest, RareWordsWeighMore) {
  const Bm25Index index(kOneField, {.k1 = 1.2, .b = 0, .fields = {1}});

  EXPECT_GT(index.Find("leaf")->idf, index.Find("oak")->idf);
  EXPECT_GT(index.largest_idf(), index.Find("leaf")->idf);
  EXPECT_GT(index.Find("oak")->idf, 0);  // Even those in every text.
}

TEST(Bm25IndexTest, WithoutK1AWordCountsOnce) {
  const Bm25Index index(kOneField, {.k1 = 0, .b = 0, .fields = {1}});

  EXPECT_EQ(ScoreOf(index, "oak", 0), ScoreOf(index, "oak", 1));
}

TEST(Bm25IndexTest, RepetitionLevelsOff) {
  const std::vector<IndexedText> texts = {
      {{"oak"}}, {{"oak", "oak"}}, {{"oak", "oak", "oak"}}, {{"elm"}}};
  const Bm25Index index(texts, {.k1 = 1.2, .b = 0, .fields = {1}});

  const double once = ScoreOf(index, "oak", 0);
  const double twice = ScoreOf(index, "oak", 1);
  const double thrice = ScoreOf(index, "oak", 2);

  EXPECT_LT(once, twice);
  EXPECT_LT(twice, thrice);
  EXPECT_GT(twice - once, thrice - twice);
}

TEST(Bm25IndexTest, LongTextsCountLessTheLargerB) {
  const std::vector<IndexedText> texts = {{{"oak"}},
                                          {{"oak", "a", "b", "c", "d"}}};
  const Bm25Index ignored(texts, {.k1 = 1, .b = 0, .fields = {1}});
  const Bm25Index heeded(texts, {.k1 = 1, .b = 0.5, .fields = {1}});
  const Bm25Index full(texts, {.k1 = 1, .b = 1, .fields = {1}});

  EXPECT_EQ(ScoreOf(ignored, "oak", 0), ScoreOf(ignored, "oak", 1));
  EXPECT_LT(ScoreOf(heeded, "oak", 1), ScoreOf(heeded, "oak", 0));
  EXPECT_LT(ScoreOf(full, "oak", 1), ScoreOf(heeded, "oak", 1));
}

TEST(Bm25IndexTest, MissingFieldsDoNotShortenTheMean) {
  const std::vector<IndexedText> texts = {{{"oak", "elm"}}, {{}}, {{}}};
  const Bm25Index index(texts, {.k1 = 1, .b = 1, .fields = {1}});

  // Of mean length: f = 1, which saturates to 1.
  EXPECT_THAT(ScoreOf(index, "oak", 0),
              DoubleNear(index.Find("oak")->idf, 1e-6));
}

TEST(Bm25IndexTest, ListsTheTextsOfAWordInOrder) {
  const Bm25Index index(kOneField, {.k1 = 1, .b = 1, .fields = {1}});

  ASSERT_THAT(index.Find("oak")->postings, SizeIs(2));
  EXPECT_EQ(index.Find("oak")->postings[0].text, 0u);
  EXPECT_EQ(index.Find("oak")->postings[1].text, 1u);
  EXPECT_EQ(index.Find("birch"), nullptr);
}

}  // namespace
}  // namespace quiver
