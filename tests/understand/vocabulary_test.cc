#include "understand/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::Contains;
using testing::Gt;
using testing::Key;
using testing::Not;
using testing::Pair;

Catalog MakeCatalog() {
  Catalog catalog;
  catalog.spellings = {{"wks", "weeks"}};
  catalog.entities = {
      Named("plant", {Value("rose", {"tea rose"}, {R"(\bwilt(?:ed|ing)?\b)"},
                            {R"(\bprimrose\b)"})})};
  catalog.intents = {Asking("why", {R"(\bhow come\b)"})};
  catalog.intents[0].examples = {"Why does it droop?"};
  Document& document = catalog.documents.emplace_back();
  document.title = "Mildew";
  document.questions = {"What is that powder?"};
  document.aliases = {"white blight"};
  Block paragraph;
  paragraph.text = "It spreads in damp air.";
  Block list;
  list.kind = BlockKind::kList;
  list.items = {"prune it"};
  document.passages = {{"Remedies", "", {paragraph, list}, {}}};
  return catalog;
}

TEST(VocabularyTest, HoldsTheWordsOfAllThatIsAuthored) {
  const Vocabulary vocabulary = VocabularyOf(MakeCatalog());

  for (const std::string word :
       {"tea", "rose", "wilt", "wilted", "wilting", "come", "droop", "mildew",
        "powder", "blight", "remedies", "damp", "prune"}) {
    EXPECT_THAT(vocabulary.words, Contains(Pair(word, Gt(0))));
  }
}

TEST(VocabularyTest, LeavesOutWhatValuesAreHiddenBy) {
  EXPECT_THAT(VocabularyOf(MakeCatalog()).words,
              Not(Contains(Key("primrose"))));
}

TEST(VocabularyTest, CountsTheWordsOfVisitorsMore) {
  StringMap<int> words = VocabularyOf(MakeCatalog()).words;

  EXPECT_GT(words["rose"], words["powder"]);
  EXPECT_GT(words["wilting"], words["droop"]);
  EXPECT_GT(words["blight"], words["mildew"]);
  EXPECT_GT(words["powder"], words["damp"]);
}

TEST(VocabularyTest, KeepsSpellings) {
  EXPECT_THAT(VocabularyOf(MakeCatalog()).spellings,
              Contains(Pair("wks", "weeks")));
}

}  // namespace
}  // namespace quiver
