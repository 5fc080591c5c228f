#include "understand/entity_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/status_matchers.h"
#include "text/plain_reading.h"
#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Entities of a garden.
Catalog MakeCatalog() {
  Catalog catalog;
  Entity plant =
      Named("plant", {Value("rose", {"rose", "roses"}),
                      Value("climbing_rose", {"climbing rose"}),
                      Value("bean", {"bean"}, {R"(\brunners?\b)"},
                            {R"(\bbean ?bags?\b)", R"(\bcoffee beans?\b)"}),
                      Value("scarlet_runner", {"scarlet runner"}),
                      Value("hip", {"rose hip"}), Value("berry", {"hip"})});
  plant.sides = true;
  EntityValue copper = Value("copper", {"copper", "bordeaux"});
  copper.implies = {Ref("cause=metal"), Ref("lasting")};
  catalog.entities = {std::move(plant),
                      Named("pest", {Value("beetle", {"rose beetle"}),
                                     Value("wilt", {}, {R"(\bwilt\w*)"})}),
                      Named("remedy", {std::move(copper)}),
                      Named("cause", {Value("metal", {"metal"})}),
                      Lasting("lasting")};
  catalog.entities[2].values[0].implies = {Ref("cause=metal")};
  catalog.entities[2].values[0].lingers = true;
  return catalog;
}

class EntityFinderTest : public testing::Test {
 protected:
  std::vector<Mention> Mentions(std::string_view message) {
    reading_ = ReadPlain(message);
    return finder_->Find(reading_);
  }

  // Each mention as "entity=value:words".
  std::vector<std::string> Find(std::string_view message) {
    std::vector<std::string> found;
    for (const Mention& mention : Mentions(message)) {
      found.push_back(mention.entity->name + "=" + mention.value + ":" +
                      std::string(reading_.Text(mention.span)));
    }
    return found;
  }

  const Catalog catalog_ = MakeCatalog();
  const std::unique_ptr<EntityFinder> finder_ =
      MakeEntityFinder(catalog_).value();
  Reading reading_;
};

TEST_F(EntityFinderTest, FindsSynonymsAndPatterns) {
  EXPECT_THAT(Find("my roses wilted"),
              ElementsAre("plant=rose:roses", "pest=wilt:wilted"));
  EXPECT_THAT(Find("Runners!"), ElementsAre("plant=bean:runners"));
}

TEST_F(EntityFinderTest, FindsSeveralValuesAndEachOfTheirPlaces) {
  EXPECT_THAT(
      Find("beans and roses, beans"),
      ElementsAre("plant=bean:beans", "plant=rose:roses", "plant=bean:beans"));
  EXPECT_THAT(Find("wilting, then wilted again"),
              ElementsAre("pest=wilt:wilting", "pest=wilt:wilted"));
}

TEST_F(EntityFinderTest, PrefersTheLongestClaimOfAnEntity) {
  EXPECT_THAT(Find("a climbing rose"),
              ElementsAre("plant=climbing_rose:climbing rose"));
  EXPECT_THAT(Find("scarlet runners"),
              ElementsAre("plant=scarlet_runner:scarlet runners"));
}

TEST_F(EntityFinderTest, PrefersTheFirstOfEqualClaims) {
  Catalog catalog;
  catalog.entities = {
      Named("plant", {Value("second", {"mint"}), Value("first", {"mint"})})};
  const auto finder = MakeEntityFinder(catalog).value();

  const auto mentions = finder->Find(ReadPlain("mint"));

  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].value, "second");
}

TEST_F(EntityFinderTest, GivesTheRestOfALostClaimToNobody) {
  // "rose hip" wins over "rose" and over "hip".
  EXPECT_THAT(Find("rose hip"), ElementsAre("plant=hip:rose hip"));
}

TEST_F(EntityFinderTest, LetsEntitiesShareWords) {
  EXPECT_THAT(Find("rose beetles"),
              ElementsAre("pest=beetle:rose beetles", "plant=rose:rose"));
}

TEST_F(EntityFinderTest, HidesAValueWhereAnExceptionMatches) {
  EXPECT_THAT(Find("a bean bag"), IsEmpty());
  EXPECT_THAT(Find("coffee beans near my beans"),
              ElementsAre("plant=bean:beans"));
}

TEST_F(EntityFinderTest, AddsImpliedValuesAfterWhatImpliesThem) {
  const auto mentions = Mentions("no copper on my roses");

  ASSERT_EQ(mentions.size(), 3u);
  EXPECT_EQ(mentions[1].entity->name, "cause");
  EXPECT_EQ(mentions[1].value, "metal");
  EXPECT_TRUE(mentions[1].implied);
  EXPECT_TRUE(mentions[1].assertion.negated);
  EXPECT_EQ(mentions[1].span, mentions[0].span);
}

TEST_F(EntityFinderTest, ImpliesNothingThatIsSaidItself) {
  EXPECT_THAT(Find("copper is a metal"),
              ElementsAre("remedy=copper:copper", "cause=metal:metal"));
}

TEST_F(EntityFinderTest, GivesSidesToEntitiesThatHaveThem) {
  const auto mentions = Mentions("the left rose wilted on the right");

  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].side, "left");
  EXPECT_EQ(mentions[1].side, "");
}

TEST_F(EntityFinderTest, TellsHowMentionsAreMeant) {
  const auto mentions = Mentions("it is not the rose, it's the bean");

  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_TRUE(mentions[0].assertion.negated);
  EXPECT_FALSE(mentions[1].assertion.negated);
  EXPECT_EQ(mentions[0].clause, 0u);
  EXPECT_EQ(mentions[1].clause, 1u);
}

// What may harm a plant.
Catalog CatalogOfCauses() {
  Entity cause = Named(
      "cause", {Value("metal", {"metal"}), Value("water", {"watering", "rain"}),
                Value("ash", {"ash"})});
  cause.causes = true;
  cause.values[1].linked = {"rain"};
  cause.values[2].remedy = true;
  EntityValue copper = Value("copper", {"copper"});
  copper.implies = {Ref("cause=metal")};
  Entity pest = Named("pest", {Value("wilt", {"wilting"})});
  pest.subject = true;
  Catalog catalog;
  catalog.entities = {std::move(cause), Named("spray", {std::move(copper)}),
                      std::move(pest)};
  return catalog;
}

class CauseFinderTest : public testing::Test {
 protected:
  // The names of the causes found.
  std::vector<std::string> Causes(std::string_view message) {
    std::vector<std::string> causes;
    for (const Mention& mention : finder_->Find(ReadPlain(message))) {
      if (mention.entity->name == "cause") causes.push_back(mention.value);
    }
    return causes;
  }

  const Catalog catalog_ = CatalogOfCauses();
  const std::unique_ptr<EntityFinder> finder_ =
      MakeEntityFinder(catalog_).value();
};

TEST_F(CauseFinderTest, CountsLinkedWordsWhereTheyAreTied) {
  EXPECT_THAT(Causes("it is wilting after the rain"), ElementsAre("water"));
  EXPECT_THAT(Causes("rain"), ElementsAre("water"));
  EXPECT_THAT(Causes("we met in the rain at the market and had a long talk. "
                     "my beans are wilting"),
              IsEmpty());
  EXPECT_THAT(Causes("my daughter does the watering and she told me about "
                     "you. my beans are wilting"),
              ElementsAre("water"));
}

TEST_F(CauseFinderTest, TakesNoRemedyForACause) {
  EXPECT_THAT(Causes("wilting since we used metal stakes"),
              ElementsAre("metal"));
  EXPECT_THAT(Causes("i tried metal stakes against the wilting"), IsEmpty());
  EXPECT_THAT(Causes("wilting since i sprayed copper"), ElementsAre("metal"));
  EXPECT_THAT(Causes("does copper help with wilting"), IsEmpty());
}

TEST_F(CauseFinderTest, CountsRemediesThatAreAskedAbout) {
  EXPECT_THAT(Causes("does ash help with wilting"), ElementsAre("ash"));
  EXPECT_THAT(Causes("i use ash already and the wilting goes on"), IsEmpty());
}

TEST_F(EntityFinderTest, FindsDurations) {
  EXPECT_THAT(Find("rose wilting for 2 weeks"),
              ElementsAre("plant=rose:rose", "pest=wilt:wilting",
                          "lasting=2 weeks:2 weeks"));
}

TEST_F(EntityFinderTest, LeadsBackToTheOriginal) {
  const std::string message = "  My  ROSES\u2026";
  const auto mentions = Mentions(message);

  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(message.substr(mentions[0].origin.begin, mentions[0].origin.size()),
            "ROSES");
}

TEST_F(EntityFinderTest, FindsNothingInNothing) {
  EXPECT_THAT(Find(""), IsEmpty());
  EXPECT_THAT(Find("?!"), IsEmpty());
}

TEST(EntityFinderErrorsTest, RefusesPatternsThatDoNotCompile) {
  Catalog catalog;
  catalog.entities = {Named("plant", {Value("rose", {}, {"("})})};

  EXPECT_FALSE(MakeEntityFinder(catalog).ok());
}

TEST_F(EntityFinderTest, LetsLingerForWeeks) {
  const auto temporality = [&](std::string_view message) {
    return Mentions(message).at(0).assertion.temporality;
  };
  EXPECT_EQ(temporality("copper three weeks ago"), Temporality::kCurrent);
  EXPECT_EQ(temporality("i used bordeaux last month"), Temporality::kCurrent);
  EXPECT_EQ(temporality("copper ten years ago"), Temporality::kPast);
  EXPECT_EQ(temporality("wilting three weeks ago"), Temporality::kPast);
}

}  // namespace
}  // namespace quiver
