#include "understand/listed_questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "support/bicycle_catalog.h"
#include "text/plain_reading.h"

namespace quiver {
namespace {

// The id of the document that lists the whole of `message`; "" for none.
std::string ListedBy(const Catalog& catalog, std::string_view message) {
  const ListedQuestions listed(catalog);
  const Reading reading = ReadPlain(message);
  const Document* document =
      listed.Find(reading, {0, static_cast<uint32_t>(reading.text.size())});
  return document == nullptr ? "" : document->id;
}

TEST(ListedQuestions, AreFoundWhateverTheirCaseAndMarks) {
  const auto catalog = BicycleCatalog();
  EXPECT_EQ(ListedBy(*catalog, "Why does my chain rattle?"), "chain-noise");
  EXPECT_EQ(ListedBy(*catalog, "why does my chain rattle"), "chain-noise");
  EXPECT_EQ(ListedBy(*catalog, "why do my chains rattle"), "");
}

TEST(ListedQuestions, AreFoundAsAWhole) {
  const auto catalog = BicycleCatalog();
  EXPECT_EQ(ListedBy(*catalog, "my chain rattle"), "");
  EXPECT_EQ(ListedBy(*catalog, "why does my chain rattle in the rain"), "");
  EXPECT_EQ(ListedBy(*catalog, ""), "");
}

TEST(ListedQuestions, OfTwoDocumentsBelongToNeither) {
  Catalog catalog = *BicycleCatalog();
  for (Document& document : catalog.documents) {
    document.questions = {"Is it safe to ride?"};
  }
  EXPECT_EQ(ListedBy(catalog, "is it safe to ride"), "");
}

}  // namespace
}  // namespace quiver
