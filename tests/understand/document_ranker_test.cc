#include "understand/document_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/bicycle_catalog.h"
#include "text/plain_reading.h"
#include "understand/entity_finder.h"
#include "understand/question_parts.h"
#include "understand/understander.h"

namespace quiver {
namespace {

using testing::Ge;
using testing::IsEmpty;
using testing::Le;
using testing::Not;
using testing::SizeIs;

// The bicycle assistant and what it learned.
class DocumentRankerTest : public testing::Test {
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
          .push_back({mention.entity, mention.value});
    }
    const Likeness story = ranker_->LikenessOf(reading, WholeOf(reading));
    const bool is_whole = part == WholeOf(reading);
    return ranker_->Rank(
        {reading, part, details, is_whole ? nullptr : &story, intent_}, limit);
  }

  std::string_view Best(std::string_view message) {
    const std::vector<Candidate> candidates = Rank(message);
    return candidates.empty() ? "" : candidates.front().Name();
  }

  const std::shared_ptr<const Catalog> catalog_ = BicycleCatalog();
  const std::unique_ptr<EntityFinder> finder_ =
      MakeEntityFinder(*catalog_).value();
  const std::unique_ptr<DocumentRanker> ranker_ =
      MakeDocumentRanker(*catalog_, TrainModels(*catalog_).questions);
  const Intent* intent_ = nullptr;
};

TEST_F(DocumentRankerTest, PrefersTheDocumentAboutAllDetailsAndNoMore) {
  EXPECT_EQ(Best("my brakes squeal"), "brake-noise");
  EXPECT_EQ(Best("my brakes squeal in the rain"), "wet-brakes");
  EXPECT_EQ(Best("why do brakes squeal"), "brake-noise");
}

TEST_F(DocumentRankerTest, FindsDocumentsByTheirWords) {
  EXPECT_EQ(Best("is it safe to ride"), "is-it-safe");
}

TEST_F(DocumentRankerTest, PrefersTheExpectedAnswerWhenNoDetailIsNamed) {
  intent_ = catalog_->FindIntent("causes");

  EXPECT_EQ(Best("why does it squeak"), "why-bicycles-make-noise");
}

TEST_F(DocumentRankerTest, PrefersTheDetailsToTheExpectedAnswer) {
  intent_ = catalog_->FindIntent("causes");

  EXPECT_EQ(Best("why do my brakes squeal"), "brake-noise");
}

TEST_F(DocumentRankerTest, PrefersTheDocumentThatIsNamed) {
  EXPECT_EQ(Best("disc brakes"), "kinds-of-brakes");
}

TEST_F(DocumentRankerTest, HoldsBackAnswersOfOtherAspects) {
  const auto confidence = [&] {
    for (const Candidate& candidate : Rank("is it safe to ride")) {
      if (candidate.Name() == "is-it-safe") return candidate.confidence;
    }
    return 0.0;
  };
  const double before = confidence();
  intent_ = catalog_->FindIntent("causes");

  EXPECT_LT(confidence(), before);
}

TEST_F(DocumentRankerTest, LooksAtThePartOnly) {
  const Reading reading = ReadPlain("my brakes squeal, is it safe to ride");
  const auto comma = static_cast<uint32_t>(reading.text.find(','));
  const auto end = static_cast<uint32_t>(reading.text.size());

  EXPECT_EQ(RankPart(reading, {0, comma}, 1).at(0).Name(), "brake-noise");
  EXPECT_EQ(RankPart(reading, {comma, end}, 1).at(0).Name(), "is-it-safe");
}

TEST_F(DocumentRankerTest, GivesTheBestFirstWithinBounds) {
  const std::vector<Candidate> candidates =
      Rank("squealing brakes in the rain");

  ASSERT_THAT(candidates, SizeIs(Ge(3)));
  for (size_t i = 0; i < candidates.size(); ++i) {
    EXPECT_GE(candidates[i].confidence, 0);
    EXPECT_LE(candidates[i].confidence, 1);
    EXPECT_NE(candidates[i].document, nullptr);
    EXPECT_NE(candidates[i].Describe(), "");
    if (i > 0) {
      EXPECT_LE(candidates[i].confidence, candidates[i - 1].confidence);
    }
  }
}

TEST_F(DocumentRankerTest, GivesNoMoreThanAsked) {
  EXPECT_THAT(Rank("squealing brakes in the rain", 2), SizeIs(2));
  EXPECT_THAT(Rank("", 5), SizeIs(Le(5)));
}

TEST_F(DocumentRankerTest, TellsThePassageThatFits) {
  const std::vector<Candidate> candidates = Rank("wipe the rim of the brakes");

  ASSERT_THAT(candidates, Not(IsEmpty()));
  EXPECT_EQ(candidates[0].Name(), "brake-noise");
  EXPECT_EQ(candidates[0].document->passages[candidates[0].passage].aspect,
            "help");
}

TEST_F(DocumentRankerTest, RanksByWordsWhenNothingWasLearned) {
  const auto unlearned = MakeDocumentRanker(*catalog_, nullptr);
  const Reading reading = ReadPlain("is it safe to ride");
  const Span whole = {0, static_cast<uint32_t>(reading.text.size())};

  const auto candidates = unlearned->Rank({reading, whole, {}, nullptr}, 5);

  ASSERT_THAT(candidates, Not(IsEmpty()));
  EXPECT_EQ(candidates[0].Name(), "is-it-safe");
  EXPECT_EQ(candidates[0].method, Method::kRetrieval);
}

}  // namespace
}  // namespace quiver
