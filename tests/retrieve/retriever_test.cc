#include "retrieve/retriever.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/reader.h"

namespace quiver {
namespace {

using ::testing::DoubleNear;
using ::testing::IsEmpty;
using ::testing::SizeIs;

enum : uint32_t { kBread, kBicycle, kGarden };

std::vector<IndexedDocument> Documents() {
  return {
      {.title = "Baking bread",
       .questions = {"How do I bake bread?", "Why does dough not rise?"},
       .aliases = {"loaf"},
       .passages = {{"", "Mix flour, water and yeast, and wait."},
                    {"The oven", "It must be hot before the bread goes in."},
                    {"Storing it", "Bread keeps three days in a box."}}},
      {.title = "Mending a bicycle",
       .questions = {"How do I mend a flat tyre?"},
       .aliases = {"bike", "pushbike"},
       .passages = {{"", "Find the hole, and glue a patch on it."},
                    {"The chain", "Oil it when the bicycle was in the rain."}}},
      {.title = "Growing tomatoes",
       .questions = {"When do I plant tomatoes?"},
       .aliases = {},
       .passages = {{"", "Plant them in May, in a bed or a box."},
                    {"Water", "Water them every day without rain."}}},
  };
}

std::vector<RetrievedDocument> Search(const Retriever& retriever,
                                      std::string_view question,
                                      size_t limit = 10) {
  const std::vector<Token> tokens = Tokenize(Normalize(question));
  std::vector<std::string_view> stems;
  stems.reserve(tokens.size());
  for (const Token& token : tokens) stems.push_back(token.stem);
  return retriever.Retrieve(stems, limit);
}

std::vector<RetrievedDocument> Search(std::string_view question,
                                      size_t limit = 10) {
  return Search(*MakeBm25Retriever(Documents()), question, limit);
}

TEST(RetrieverTest, FindsTheDocument) {
  struct Case {
    std::string_view question;
    uint32_t document;
  };
  for (const auto& [question, document] : std::vector<Case>{
           {"how should I bake my bread", kBread},
           {"BAKED BREADS", kBread},
           {"is my loaf done", kBread},           // By an alias.
           {"the tyre is flat again", kBicycle},  // By a question.
           {"mended", kBicycle},                  // By the title.
           {"where is the hole", kBicycle},       // By the text.
           {"which bed for tomatoes", kGarden},
       }) {
    const std::vector<RetrievedDocument> found = Search(question);
    ASSERT_THAT(found, testing::Not(IsEmpty())) << question;
    EXPECT_EQ(found[0].document, document) << question;
  }
}

TEST(RetrieverTest, FindsNothingByWordsThatNobodyUses) {
  EXPECT_THAT(Search("xylophone"), IsEmpty());
  EXPECT_THAT(Search(""), IsEmpty());
  EXPECT_THAT(Search(*MakeBm25Retriever({}), "bread"), IsEmpty());
}

TEST(RetrieverTest, IgnoresStopWords) {
  EXPECT_THAT(Search("how do i"), IsEmpty());
  EXPECT_EQ(Search("bread")[0].score, Search("is the bread")[0].score);
}

TEST(RetrieverTest, IgnoresRepeatedWords) {
  EXPECT_EQ(Search("bread")[0].score, Search("bread bread breads")[0].score);
}

TEST(RetrieverTest, ListsTheBestFirst) {
  // Rain and water are spoken of in two documents, tomatoes in one.
  const std::vector<RetrievedDocument> found =
      Search("water tomatoes in the rain");

  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0].document, kGarden);
  EXPECT_GT(found[0].score, found[1].score);
  EXPECT_GE(found[1].score, found[2].score);
  EXPECT_THAT(Search("water tomatoes in the rain", 2), SizeIs(2));
  EXPECT_THAT(Search("water tomatoes in the rain", 0), IsEmpty());
}

TEST(RetrieverTest, EqualDocumentsAreInOrder) {
  const IndexedDocument twin = {.title = "Oak",
                                .questions = {"What is an oak?"},
                                .aliases = {},
                                .passages = {{"", "An oak is a tree."}}};
  const std::vector<RetrievedDocument> found =
      Search(*MakeBm25Retriever({twin, twin, twin}), "oak tree");

  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0].document, 0u);
  EXPECT_EQ(found[1].document, 1u);
  EXPECT_EQ(found[2].document, 2u);
}

TEST(RetrieverTest, TellsThePassage) {
  struct Case {
    std::string_view question;
    uint32_t passage;
  };
  for (const auto& [question, passage] :
       std::vector<Case>{{"how much flour for bread", 0},
                         {"how hot is the oven for bread", 1},
                         {"storing bread", 2},
                         {"which box for bread", 2},
                         {"a loaf", 0}}) {  // In none: the short answer.
    const RetrievedDocument best = Search(question).at(0);
    EXPECT_EQ(best.document, kBread) << question;
    EXPECT_EQ(best.passage, passage) << question;
  }
}

TEST(RetrieverTest, CoverageIsTheShareOfTheQuestionThatIsAccountedFor) {
  EXPECT_THAT(Search("bread dough").at(0).coverage, DoubleNear(1, 1e-6));
  EXPECT_EQ(Search("is the bread").at(0).coverage, 1);

  // "rain" is in two of three documents, "kiwi" in none, so it weighs more:
  //   ln(1 + 1.5 / 2.5) / (ln(1 + 1.5 / 2.5) + ln(1 + 3.5 / 0.5))
  const double rain = std::log(1.6);
  const double kiwi = std::log(8);
  EXPECT_THAT(Search("rain kiwi").at(0).coverage,
              DoubleNear(rain / (rain + kiwi), 1e-6));
}

TEST(RetrieverTest, WeightsOfFieldsDecide) {
  const std::vector<IndexedDocument> documents = {
      {.title = "Oak", .questions = {"elm"}, .aliases = {}, .passages = {}},
      {.title = "Elm", .questions = {"oak"}, .aliases = {}, .passages = {}}};
  Bm25Parameters titles;
  titles.title_weight = 5;
  Bm25Parameters questions;
  questions.question_weight = 5;

  EXPECT_EQ(Search(*MakeBm25Retriever(documents, titles), "oak").at(0).document,
            0u);
  EXPECT_EQ(
      Search(*MakeBm25Retriever(documents, questions), "oak").at(0).document,
      1u);
}

TEST(RetrieverTest, ADocumentNeedsNothingButATitle) {
  const std::vector<RetrievedDocument> found = Search(
      *MakeBm25Retriever(
          {{.title = "Oak", .questions = {}, .aliases = {}, .passages = {}}}),
      "oak");

  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].passage, 0u);
}

}  // namespace
}  // namespace quiver
