#include "understand/learned_models.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/status_matchers.h"
#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Two documents, an intent of the second, an act, and a rule with examples.
Catalog MakeCatalog() {
  Catalog catalog;
  catalog.documents.resize(2);
  catalog.documents[0].id = "first";
  catalog.documents[0].questions = {"one?", "uno?"};
  catalog.documents[1].id = "second";
  catalog.documents[1].questions = {"two?"};
  catalog.intents = {Asking("ask", {}), Asking("act", {})};
  catalog.intents[0].answer = "second";
  catalog.intents[0].examples = {"second please"};
  catalog.intents[0].counter_examples = {"second hand"};
  catalog.intents[1].examples = {"an act"};
  catalog.safety_rules = {Rule("calm", SafetyLevel::kDoctor, {}),
                          Rule("fire", SafetyLevel::kEmergency, {})};
  catalog.safety_rules[1].examples = {"it burns"};
  catalog.harmless_examples = {"it burns calories"};
  return catalog;
}

// "text:label" of each, "out" for out of scope.
std::vector<std::string> Told(const std::vector<TrainingExample>& examples) {
  std::vector<std::string> told;
  for (const TrainingExample& example : examples) {
    told.push_back(
        example.text + ":" +
        (example.label == kOutOfScope ? "out" : std::to_string(example.label)));
  }
  return told;
}

TEST(QuestionExamplesTest, AreOfDocumentsAndOfTheIntentsTheyAnswer) {
  EXPECT_THAT(Told(QuestionExamples(MakeCatalog())),
              UnorderedElementsAre("one?:0", "uno?:0", "two?:1",
                                   "second please:1", "second hand:out"));
}

TEST(DangerExamplesTest, AreOfRulesAndEverythingElseIsHarmless) {
  EXPECT_THAT(
      Told(DangerExamples(MakeCatalog())),
      UnorderedElementsAre("it burns:1", "it burns calories:out", "one?:out",
                           "uno?:out", "two?:out", "second please:out",
                           "second hand:out", "an act:out"));
}

TEST(DangerExamplesTest, AreNoneWhereNoRuleHasAny) {
  Catalog catalog = MakeCatalog();
  catalog.safety_rules[1].examples.clear();

  EXPECT_THAT(DangerExamples(catalog), IsEmpty());
  EXPECT_EQ(TrainModels(catalog).dangers, nullptr);
  EXPECT_NE(TrainModels(catalog).questions, nullptr);
}

TEST(LearnedModelsTest, AreTheSameAfterTheCache) {
  const LearnedModels models = TrainModels(MakeCatalog());
  const std::string bytes = SerializeModels(models);
  ASSERT_OK_AND_ASSIGN(const LearnedModels restored, DeserializeModels(bytes));

  ASSERT_NE(restored.dangers, nullptr);
  EXPECT_EQ(SerializeModels(restored), bytes);
  EXPECT_EQ(SerializeModels(TrainModels(MakeCatalog())), bytes);
}

TEST(LearnedModelsTest, MayLackOne) {
  LearnedModels models = TrainModels(MakeCatalog());
  models.dangers = nullptr;
  ASSERT_OK_AND_ASSIGN(const LearnedModels restored,
                       DeserializeModels(SerializeModels(models)));

  EXPECT_NE(restored.questions, nullptr);
  EXPECT_EQ(restored.dangers, nullptr);
}

TEST(LearnedModelsTest, DamagedBytesAreRefused) {
  const std::string bytes = SerializeModels(TrainModels(MakeCatalog()));
  for (const std::string& damaged :
       {std::string(), std::string("damaged"),
        bytes.substr(0, bytes.size() - 1), bytes + "x"}) {
    EXPECT_THAT(DeserializeModels(damaged),
                StatusIs(absl::StatusCode::kDataLoss, testing::_))
        << damaged.size();
  }
}

}  // namespace
}  // namespace quiver
