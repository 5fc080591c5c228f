#include "understand/safety.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/plain_reading.h"
#include "understand/entity_finder.h"
#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Dangers in a kitchen.
Catalog MakeCatalog() {
  Catalog catalog;
  Entity appliance = Named(
      "appliance", {Value("oven", {"oven"}), Value("kettle", {"kettle"})});
  appliance.subject = true;
  catalog.entities = {
      std::move(appliance),
      Named("sign",
            {Value("gas", {"gas", "smell of gas"}),
             Value("smoke", {"smoke", "smoking"}), Value("sparks", {"spark"}),
             Value("burn", {"burnt hand"})}),
      Named("pace", {Value("sudden", {"suddenly", "at once"}),
                     Value("gradual", {"slowly", "over months"})}),
      Named("cause", {Value("toast", {"burnt toast"})})};
  catalog.safety_rules = {
      Rule("gas_leak", SafetyLevel::kEmergency, {{Ref("sign=gas")}}),
      Rule("fire", SafetyLevel::kEmergency, {{Ref("sign=smoke")}},
           {{Ref("cause=toast")}, {Ref("pace=gradual")}}),
      Rule("wiring", SafetyLevel::kSameDay,
           {{Ref("sign=sparks"), Ref("pace=sudden")}}),
      Rule("any_sign", SafetyLevel::kDoctor, {{Ref("sign")}})};
  return catalog;
}

class SafetyTest : public testing::Test {
 protected:
  std::vector<SafetyFinding> Danger(std::string_view message) const {
    const Reading reading = ReadPlain(message);
    const std::vector<Mention> mentions = finder_->Find(reading);
    return danger_.Find({{reading, mentions}});
  }

  // The rules that hold, but for the one that every sign fires.
  std::vector<std::string> Rules(std::string_view message) const {
    std::vector<std::string> rules;
    for (const SafetyFinding& finding : Danger(message)) {
      if (finding.rule->name != "any_sign") rules.push_back(finding.rule->name);
    }
    return rules;
  }

  const Catalog catalog_ = MakeCatalog();
  const std::unique_ptr<EntityFinder> finder_ =
      MakeEntityFinder(catalog_).value();
  const DangerFinder danger_{catalog_};
};

TEST_F(SafetyTest, FiresOnASignThatIsThere) {
  EXPECT_THAT(Rules("i smell gas"), ElementsAre("gas_leak"));
  EXPECT_THAT(Rules("my neighbour's oven is smoking"), ElementsAre("fire"));
  EXPECT_THAT(Rules("there was gas an hour ago, fine now"),
              ElementsAre("gas_leak"));
}

TEST_F(SafetyTest, HoldsBackWhatIsNotThere) {
  for (const std::string_view message :
       {"there is no gas", "what if i smell gas", "is gas dangerous",
        "we had gas as a kid", "my grandad died of gas", "the oven is cold"}) {
    EXPECT_THAT(Danger(message), IsEmpty()) << message;
  }
}

TEST_F(SafetyTest, OrdersByUrgencyThenName) {
  EXPECT_THAT(Rules("suddenly sparks, smoke and gas"),
              ElementsAre("fire", "gas_leak", "wiring"));
}

TEST_F(SafetyTest, TellsTheWordsThatFiredIt) {
  const auto danger = Danger("Suddenly there were SPARKS");

  ASSERT_EQ(danger.size(), 2u);
  EXPECT_EQ(danger[0].rule->name, "wiring");
  EXPECT_EQ(danger[0].evidence, "sparks + suddenly");
}

TEST_F(SafetyTest, NeedsAllPartsOfAConjunction) {
  EXPECT_THAT(Rules("the kettle sparks"), IsEmpty());
  EXPECT_THAT(Rules("the kettle sparks. it came suddenly"),
              ElementsAre("wiring"));
}

TEST_F(SafetyTest, WantsTheSignsOfAConjunctionOfOnePerson) {
  EXPECT_THAT(Rules("i have sparks. my neighbour's came suddenly"), IsEmpty())
      << "the visitor's and somebody else's";
  EXPECT_THAT(Rules("my neighbour's cable sparks. it came suddenly"),
              ElementsAre("wiring"))
      << "nobody's in particular may be the neighbour's";
  EXPECT_THAT(Rules("my neighbour's cable sparks. i have sparks suddenly"),
              ElementsAre("wiring"));
}

TEST_F(SafetyTest, TakesAnyValueOfAnEntity) {
  EXPECT_EQ(Danger("burnt hand").at(0).rule->name, "any_sign");
}

TEST_F(SafetyTest, ExcusesTheSignsOfTheSameClause) {
  EXPECT_THAT(Rules("smoke from burnt toast"), IsEmpty());
  EXPECT_THAT(Rules("the oven began smoking slowly"), IsEmpty());
}

TEST_F(SafetyTest, ExcusesOtherClausesWhenToldOfNothingElse) {
  EXPECT_THAT(Rules("there is smoke. it was burnt toast"), IsEmpty());
  EXPECT_THAT(Rules("it came slowly, over months. there is smoke"), IsEmpty());
}

TEST_F(SafetyTest, ExcusesNothingWhenToldOfSomethingElse) {
  EXPECT_THAT(Rules("the oven got worse over months, and my kettle is smoking"),
              ElementsAre("fire"));
  EXPECT_THAT(Rules("sparks over months. now the kettle is smoking"),
              ElementsAre("fire"));
}

TEST_F(SafetyTest, ExcusesNothingOfToday) {
  EXPECT_THAT(Rules("it was slow over months. today the kettle is smoking"),
              ElementsAre("fire"));
}

TEST_F(SafetyTest, ExcusesNothingByWhatIsDenied) {
  EXPECT_THAT(Rules("smoke but no burnt toast"), ElementsAre("fire"));
}

TEST_F(SafetyTest, FiresOnAnyReading) {
  const Reading raw = ReadPlain("gas");
  const Reading corrected = ReadPlain("gasp");
  const std::vector<Mention> none = finder_->Find(corrected);
  const std::vector<Mention> sign = finder_->Find(raw);

  const auto danger = danger_.Find({{corrected, none}, {raw, sign}});

  ASSERT_FALSE(danger.empty());
  EXPECT_EQ(danger[0].rule->name, "gas_leak");
}

}  // namespace
}  // namespace quiver
