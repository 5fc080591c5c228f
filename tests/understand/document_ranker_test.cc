#include "understand/document_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/bicycle_catalog.h"
#include "understand/entity_finder.h"
#include "understand/plain_reading.h"
#include "understand/understander.h"

namespace quiver {
namespace {

using testing::Ge;
using testing::IsEmpty;
using testing::Le;
using testing::Not;
using testing::SizeIs;

// The bicycle assistant, with and without what it learned.
class DocumentRankerTest : public testing::TestWithParam<bool> {
 protected:
  std::vector<Candidate> Rank(std::string_view message, size_t limit = 5) {
    const Reading reading = ReadPlain(message);
    return RankPart(reading, {0, static_cast<uint32_t>(reading.text.size())},
                    limit);
  }

  std::vector<Candidate> RankPart(const Reading& reading, const Span& part,
                                  size_t limit) {
    const std::vector<Mention> mentions = finder_->Find(reading);
    PartDetails details;
    for (const Mention& mention : mentions) {
      if (mention.entity->specificity == 0) continue;
      (part.Contains(mention.span) ? details.own : details.around)
          .push_back(&mention);
    }
    return ranker_->Rank({reading, part, details, expected_}, limit);
  }

  std::string_view Best(std::string_view message) {
    const std::vector<Candidate> candidates = Rank(message);
    return candidates.empty() ? "" : candidates.front().Name();
  }

  static std::shared_ptr<const IntentModel> Model(const Catalog& catalog) {
    if (!GetParam()) return nullptr;
    return TrainIntentModel(TrainingExamples(catalog)).value();
  }

  const std::shared_ptr<const Catalog> catalog_ = BicycleCatalog();
  const std::unique_ptr<EntityFinder> finder_ =
      MakeEntityFinder(*catalog_).value();
  const std::unique_ptr<DocumentRanker> ranker_ =
      MakeDocumentRanker(*catalog_, Model(*catalog_));
  const Document* expected_ = nullptr;
};

TEST_P(DocumentRankerTest, PrefersTheDocumentAboutAllDetailsAndNoMore) {
  EXPECT_EQ(Best("my brakes squeal"), "brake-noise");
  EXPECT_EQ(Best("my brakes squeal in the rain"), "wet-brakes");
  EXPECT_EQ(Best("why do brakes squeal"), "brake-noise");
}

TEST_P(DocumentRankerTest, FindsDocumentsByTheirWords) {
  EXPECT_EQ(Best("is it safe to ride"), "is-it-safe");
}

TEST_P(DocumentRankerTest, PrefersTheExpectedAnswerWhenNoDetailIsNamed) {
  expected_ = catalog_->FindDocument("why-bicycles-make-noise");

  EXPECT_EQ(Best("why does it squeak"), "why-bicycles-make-noise");
}

TEST_P(DocumentRankerTest, PrefersTheDetailsToTheExpectedAnswer) {
  expected_ = catalog_->FindDocument("why-bicycles-make-noise");

  EXPECT_EQ(Best("why do my brakes squeal"), "brake-noise");
}

TEST_P(DocumentRankerTest, LooksAtThePartOnly) {
  const Reading reading = ReadPlain("my brakes squeal, is it safe to ride");
  const auto comma = static_cast<uint32_t>(reading.text.find(','));
  const auto end = static_cast<uint32_t>(reading.text.size());

  EXPECT_EQ(RankPart(reading, {0, comma}, 1).at(0).Name(), "brake-noise");
  EXPECT_EQ(RankPart(reading, {comma, end}, 1).at(0).Name(), "is-it-safe");
}

TEST_P(DocumentRankerTest, GivesTheBestFirstWithinBounds) {
  const std::vector<Candidate> candidates =
      Rank("squealing brakes in the rain");

  ASSERT_THAT(candidates, SizeIs(Ge(3)));
  for (size_t i = 0; i < candidates.size(); ++i) {
    EXPECT_GE(candidates[i].confidence, 0);
    EXPECT_LE(candidates[i].confidence, 1);
    EXPECT_NE(candidates[i].document, nullptr);
    EXPECT_NE(candidates[i].evidence, "");
    if (i > 0) {
      EXPECT_LE(candidates[i].confidence, candidates[i - 1].confidence);
    }
  }
}

TEST_P(DocumentRankerTest, GivesNoMoreThanAsked) {
  EXPECT_THAT(Rank("squealing brakes in the rain", 2), SizeIs(2));
  EXPECT_THAT(Rank("", 5), SizeIs(Le(5)));
}

TEST_P(DocumentRankerTest, TellsThePassageThatFits) {
  const std::vector<Candidate> candidates = Rank("wipe the rim of the brakes");

  ASSERT_THAT(candidates, Not(IsEmpty()));
  EXPECT_EQ(candidates[0].Name(), "brake-noise");
  EXPECT_EQ(candidates[0].document->passages[candidates[0].passage].aspect,
            "help");
}

INSTANTIATE_TEST_SUITE_P(Models, DocumentRankerTest, testing::Bool(),
                         [](const testing::TestParamInfo<bool>& with_model) {
                           return with_model.param ? "Learned" : "WordsOnly";
                         });

}  // namespace
}  // namespace quiver
