// The second assistant, tests/assistants/houseplants, uses every key that
// authors may write.  Here is what becomes of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "content/content_loader.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HouseplantsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto files =
        ReadContentFiles(QUIVER_SOURCE_DIR "/tests/assistants", "houseplants");
    ASSERT_TRUE(files.ok()) << files.status();
    Diagnostics diagnostics;
    catalog_ = LoadCatalog(*files, diagnostics);
    ASSERT_EQ(diagnostics.FormatAll(), "");
    ASSERT_NE(catalog_, nullptr);
  }
  static void TearDownTestSuite() { catalog_.reset(); }

  static std::shared_ptr<const Catalog> catalog_;
};

std::shared_ptr<const Catalog> HouseplantsTest::catalog_;

TEST_F(HouseplantsTest, HasAProfile) {
  const Profile& profile = catalog_->profile;

  EXPECT_EQ(catalog_->assistant, "houseplants");
  EXPECT_EQ(profile.name, "Leaf Guide");
  EXPECT_EQ(profile.language, "en");
  EXPECT_EQ(profile.contact, "A garden centre can look at the plant with you.");
  EXPECT_THAT(profile.starters, ElementsAre("How often do I water my plant?",
                                            "Why do the leaves turn yellow?"));
  EXPECT_THAT(profile.aspects,
              ElementsAre("water", "light", "help", "repotting"));
  EXPECT_THAT(profile.advice, ElementsAre("help"));
  EXPECT_EQ(profile.default_intent, "water");
  EXPECT_EQ(catalog_->spellings.at("alot"), "a lot");
}

TEST_F(HouseplantsTest, HasMessagesByTurn) {
  EXPECT_EQ(catalog_->Message("fallback", 2),
            "I found no answer to that. I know about houseplants.");
  EXPECT_EQ(catalog_->Message("fallback", 3),
            "I have no answer to that. Could you put it another way?");
}

TEST_F(HouseplantsTest, KeepsEntitiesInOrderOfTheFile) {
  std::vector<std::string> names;
  for (const Entity& entity : catalog_->entities) names.push_back(entity.name);

  EXPECT_THAT(names, ElementsAre("plant", "problem", "room", "sign", "time"));
}

TEST_F(HouseplantsTest, HasEntities) {
  const Entity& plant = *catalog_->FindEntity("plant");

  EXPECT_EQ(plant.kind, EntityKind::kDictionary);
  EXPECT_EQ(plant.specificity, 2);
  EXPECT_TRUE(plant.subject);
  EXPECT_FALSE(plant.sides);
  EXPECT_EQ(plant.position.file, "intents/houseplants/entities.yaml");
  EXPECT_EQ(plant.position.line, 2);
  EXPECT_TRUE(catalog_->FindEntity("room")->sides);
  EXPECT_EQ(catalog_->FindEntity("time")->kind, EntityKind::kDuration);
  EXPECT_EQ(catalog_->FindEntity("animal"), nullptr);
}

TEST_F(HouseplantsTest, FindsValuesByNameLabelAndSynonyms) {
  const Entity& problem = *catalog_->FindEntity("problem");

  EXPECT_THAT(
      problem.Find("gnats")->synonyms,
      ElementsAre("gnats", "small flies", "fungus gnats", "flies in the soil"));
  EXPECT_THAT(problem.Find("brown_tips")->implies,
              ElementsAre(Reference{"room", "dry_air"}));
  EXPECT_EQ(problem.Find("blight"), nullptr);
}

TEST_F(HouseplantsTest, LeavesTheNameOutWhereItIsNotMeant) {
  const EntityValue& any = *catalog_->FindEntity("plant")->Find("houseplant");

  EXPECT_THAT(any.synonyms,
              ElementsAre("houseplant", "house plant", "pot plant"));
  EXPECT_THAT(any.patterns, ElementsAre("\\b(?:(?:my|the|a) "
                                        "(?:(?:plants?|houseplants?)))\\b"));
  EXPECT_THAT(any.except, ElementsAre("power plant"));
}

TEST_F(HouseplantsTest, HasSlots) {
  const Slot& plant = *catalog_->FindSlot("plant");

  EXPECT_EQ(plant.questions.size(), 2u);
  EXPECT_THAT(plant.options, ElementsAre("monstera", "cactus", "fern"));
  EXPECT_FALSE(plant.multiple);
  EXPECT_EQ(plant.picker, "plant_list");
  EXPECT_EQ(plant.acknowledge, "Noted: {value}.");
  EXPECT_THAT(plant.unless,
              ElementsAre(Conjunction{Reference{"problem", "gnats"}}));
  EXPECT_TRUE(catalog_->FindSlot("room")->multiple);
}

TEST_F(HouseplantsTest, HasQuestions) {
  const Intent& water = *catalog_->FindIntent("water");

  EXPECT_EQ(water.kind, IntentKind::kQuestion);
  EXPECT_EQ(water.answer, "watering");
  EXPECT_EQ(water.aspect, "water");
  EXPECT_EQ(water.topic, "watering");
  EXPECT_EQ(water.patterns.size(), 2u);
  EXPECT_EQ(water.examples.size(), 2u);
  EXPECT_THAT(water.counter_examples,
              ElementsAre("how much water should I drink"));
  EXPECT_THAT(water.follow_ups, ElementsAre("plant", "room"));
  EXPECT_EQ(water.priority, 0);
}

TEST_F(HouseplantsTest, KeepsPatternsAsWrittenAndExpandsThem) {
  const AuthoredPattern& pattern =
      catalog_->FindIntent("start_over")->patterns.front();

  EXPECT_EQ(pattern.written, "^{lead}(?:start over|restart|begin again){tail}");
  EXPECT_EQ(pattern.regex,
            "^(?:(?:(?:ok|please|can you|could you) )*)"
            "(?:start over|restart|begin again)(?:[ .!?]*$)");
  EXPECT_EQ(pattern.position.column, 16);
}

TEST_F(HouseplantsTest, HasConditions) {
  const Intent& rescue = *catalog_->FindIntent("rescue");

  EXPECT_THAT(rescue.needed,
              ElementsAre(Conjunction{Reference{"plant", ""}},
                          Conjunction{Reference{"problem", "yellow_leaves"},
                                      Reference{"room", ""}}));
  EXPECT_THAT(catalog_->FindIntent("light")->refused,
              ElementsAre(Conjunction{Reference{"problem", "gnats"}}));
}

TEST_F(HouseplantsTest, HasOtherKindsOfIntents) {
  EXPECT_EQ(catalog_->FindIntent("greet")->kind, IntentKind::kSocial);
  EXPECT_EQ(catalog_->FindIntent("greet")->replies.size(), 2u);
  EXPECT_EQ(catalog_->FindIntent("forget")->kind, IntentKind::kControl);
  EXPECT_EQ(catalog_->FindIntent("forget")->action, Action::kForget);
  EXPECT_EQ(catalog_->FindIntent("answer_no")->kind, IntentKind::kAnswer);
  EXPECT_EQ(catalog_->FindIntent("answer_no")->action, Action::kNo);
}

TEST_F(HouseplantsTest, HasSafetyRules) {
  const SafetyRule& rule = *catalog_->FindSafetyRule("plant_eaten");

  EXPECT_EQ(rule.level, SafetyLevel::kEmergency);
  EXPECT_EQ(rule.when.size(), 2u);
  EXPECT_THAT(rule.unless, IsEmpty());
  EXPECT_EQ(rule.document, "poisonous-plants");
  EXPECT_EQ(PlainText(rule.message),
            "Call a poison line or a vet now. Do not wait for signs.\n\n"
            "Have this ready:\n\n"
            "- the name of the plant\n"
            "- how much is missing\n\n"
            "Find a poison line: https://poison.example/");
}

TEST_F(HouseplantsTest, SortsDocumentsById) {
  std::vector<std::string> ids;
  for (const Document& document : catalog_->documents) {
    ids.push_back(document.id);
  }

  EXPECT_THAT(ids, ElementsAre("cactus", "fern", "poisonous-plants", "watering",
                               "yellow-leaves"));
}

TEST_F(HouseplantsTest, HasDocuments) {
  const Document& watering = *catalog_->FindDocument("watering");

  EXPECT_EQ(watering.title, "Watering houseplants");
  EXPECT_EQ(watering.questions.size(), 2u);
  EXPECT_THAT(watering.aliases, ElementsAre("watering", "overwatering"));
  EXPECT_THAT(watering.follow_ups, ElementsAre("plant"));
  EXPECT_EQ(watering.plain, "Water when the top of the soil is dry.");
  EXPECT_EQ(watering.status, DocumentStatus::kApproved);
  EXPECT_EQ(watering.reviewed, absl::CivilDay(2026, 1, 15));
  EXPECT_EQ(watering.review_by, absl::CivilDay(2028, 1, 15));
  EXPECT_THAT(catalog_->FindDocument("fern")->about,
              ElementsAre(About{"plant", "fern"}, About{"room", "window"},
                          About{"room", "dark_corner"}));
}

TEST_F(HouseplantsTest, LinksDocumentsToEntities) {
  const Document& fern = *catalog_->FindDocument("fern");
  std::vector<std::string> names;
  for (const uint32_t entity : fern.entities) {
    names.push_back(catalog_->entities[entity].name);
  }

  EXPECT_THAT(names, ElementsAre("plant", "room"));
  EXPECT_EQ(fern.specificity, catalog_->FindEntity("plant")->specificity +
                                  catalog_->FindEntity("room")->specificity);
}

TEST_F(HouseplantsTest, HasSources) {
  const Document& watering = *catalog_->FindDocument("watering");

  EXPECT_EQ(*watering.FindSource("guide"),
            (Source{"guide", "Example Plant Guide", "Light at home", 0,
                    "second edition", "https://plants.example/light"}));
  EXPECT_EQ(watering.FindSource("club")->year, 2024);
  EXPECT_EQ(watering.FindSource("other"), nullptr);
}

TEST_F(HouseplantsTest, CutsDocumentsIntoPassages) {
  const Document& watering = *catalog_->FindDocument("watering");
  ASSERT_EQ(watering.passages.size(), 4u);
  const Passage& light = watering.passages[2];

  EXPECT_EQ(watering.passages[0].heading, "");
  EXPECT_EQ(PlainText(watering.passages[0].blocks),
            "Water most houseplants when the top of the soil feels dry. Pour "
            "away what stands in the saucer.");
  EXPECT_EQ(watering.passages[0].words, 18u);
  EXPECT_EQ(PlainText(watering.passages[1].blocks),
            "1. Put a finger into the soil.\n"
            "2. Water if it is dry as far as the first joint.");
  EXPECT_EQ(light.heading, "Where to put it");
  EXPECT_EQ(light.aspect, "light");
  EXPECT_EQ(light.blocks.back(), (Block{BlockKind::kLink,
                                        "Read about light",
                                        {},
                                        false,
                                        "https://plants.example/light"}));
  EXPECT_THAT(light.sources, ElementsAre("guide", "club"));
  EXPECT_EQ(watering.FindAspect("light"), 2);
  EXPECT_EQ(watering.FindAspect("help"), -1);
  EXPECT_EQ(watering.FindAspect(""), -1);
}

}  // namespace
}  // namespace quiver
