#include "understand/danger_resemblance.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/plain_reading.h"
#include "understand/learned_models.h"
#include "understand/small_catalog.h"

namespace quiver {
namespace {

// A rule about fires, one about leaks, and one for what only resembles them.
Catalog MakeCatalog() {
  Catalog catalog;
  catalog.safety_rules = {Rule("fire", SafetyLevel::kEmergency, {}),
                          Rule("leak", SafetyLevel::kSameDay, {}),
                          Rule("suspicion", SafetyLevel::kDoctor, {})};
  catalog.safety_rules[0].examples = {
      "there is smoke and the saddle burns", "flames come out of the battery",
      "the battery smokes and burns", "smoke comes from the battery"};
  catalog.safety_rules[1].examples = {"brake fluid drips on the floor",
                                      "fluid drips from the lever",
                                      "oil drips from the brake hose"};
  catalog.safety_rules[2].suspected = true;
  catalog.harmless_examples = {
      "the chain squeaks when i ride uphill", "how do i oil the chain",
      "which saddle is best for long rides",  "my tyre is flat again today",
      "the battery lasts for two hours",      "what does a new brake cost"};
  return catalog;
}

// The name of the rule found; "" for none.
std::string Found(const Catalog& catalog, std::string_view message) {
  const DangerResemblance resemblance(catalog, TrainModels(catalog).dangers);
  const Reading reading = ReadPlain(message);
  const auto found = resemblance.Review({reading, {}}, {});
  return found.empty() ? "" : found.front().rule->name;
}

TEST(DangerResemblanceTest, FindsTheRuleWhoseExamplesAMessageResembles) {
  const Catalog catalog = MakeCatalog();

  EXPECT_EQ(Found(catalog, "smoke and flames from the battery"), "fire");
  EXPECT_EQ(Found(catalog, "fluid drips on my floor"), "leak");
  EXPECT_EQ(Found(catalog, "my chain squeaks on long rides"), "");
  EXPECT_EQ(Found(catalog, "the weather is nice today"), "");
}

TEST(DangerResemblanceTest, OnlySuspectsWhatResemblesThemALittle) {
  Catalog catalog = MakeCatalog();
  const std::string_view message = "water drips from the flat tyre";

  EXPECT_EQ(Found(catalog, message), "suspicion");
  catalog.safety_rules.pop_back();
  EXPECT_EQ(Found(catalog, message), "");
}

TEST(DangerResemblanceTest, DoesNotSuspectWhatIsDenied) {
  const Catalog catalog = MakeCatalog();
  const DangerResemblance resemblance(catalog, TrainModels(catalog).dangers);
  const Entity sign = Named("sign", {Value("drip", {})});
  const Reading reading = ReadPlain("water drips from the flat tyre");
  std::vector<Mention> mentions(1);
  mentions[0].entity = &sign;
  mentions[0].span = {6, 11};

  EXPECT_EQ(resemblance.Review({reading, mentions}, {}).size(), 1u);
  mentions[0].assertion.negated = true;
  EXPECT_EQ(resemblance.Review({reading, mentions}, {}).size(), 0u);
}

TEST(DangerResemblanceTest, HoldsBackWhatIsHarmlessByFar) {
  Catalog catalog = MakeCatalog();
  for (const char* part : {"chain", "saddle", "tyre", "wheel", "fork"}) {
    for (const char* place : {"uphill", "at night", "in the rain"}) {
      catalog.harmless_examples.push_back(std::string("the ") + part +
                                          " squeaks on gravel " + place);
    }
  }
  const DangerResemblance resemblance(catalog, TrainModels(catalog).dangers);
  const auto reviewed = [&](std::string_view message, Span origin = {4, 9}) {
    const Reading reading = ReadPlain(message);
    const SafetyFinding finding{&catalog.safety_rules[0], "a word", origin};
    return resemblance.Review({reading, {}}, {finding}).front().rule->name;
  };

  EXPECT_EQ(reviewed("the chain squeaks on gravel at night in the rain"),
            "suspicion");
  EXPECT_EQ(reviewed("the chain squeaks on gravel at night in the rain", {}),
            "fire");
  EXPECT_EQ(reviewed("the flames come out of the saddle"), "fire");
  EXPECT_EQ(reviewed("my chain squeaks"), "fire");
}

TEST(DangerResemblanceTest, SaysNothingOfAFewWords) {
  EXPECT_EQ(Found(MakeCatalog(), "the battery burns"), "");
}

TEST(DangerResemblanceTest, FindsNothingWithoutAModel) {
  const Catalog catalog = MakeCatalog();

  const Reading reading = ReadPlain("smoke and flames from the battery");

  EXPECT_TRUE(
      DangerResemblance(catalog, nullptr).Review({reading, {}}, {}).empty());
}

}  // namespace
}  // namespace quiver
