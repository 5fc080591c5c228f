#include "understand/danger_resemblance.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "understand/learned_models.h"
#include "understand/plain_reading.h"
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
  const auto found = resemblance.Review(ReadPlain(message), {});
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

TEST(DangerResemblanceTest, SaysNothingOfAFewWords) {
  EXPECT_EQ(Found(MakeCatalog(), "the battery burns"), "");
}

TEST(DangerResemblanceTest, FindsNothingWithoutAModel) {
  const Catalog catalog = MakeCatalog();

  EXPECT_TRUE(DangerResemblance(catalog, nullptr)
                  .Review(ReadPlain("smoke and flames from the battery"), {})
                  .empty());
}

}  // namespace
}  // namespace quiver
