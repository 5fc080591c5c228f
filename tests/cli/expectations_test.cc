#include "cli/expectations.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::Eq;
using ::testing::Optional;

Observation Observe() {
  Observation seen;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        session_id: "aa"
        reply {
          messages { text: "Brakes squeal\nwhen wet." }
          messages { text: "Which part is it?" }
          citations { document_id: "wet-brakes" topic: "brakes" }
          citations { document_id: "rust" topic: "chains" }
          options { option_id: "part.brake" }
          options { option_id: "unsure" }
          picker: "bicycle_map"
          outcome: OUTCOME_ASKED
          urgency: URGENCY_SEE_DOCTOR
          pending_slot: "part"
        }
        understanding {
          intents { intent: "wet-brakes" }
          slots { name: "part" value: "pedal" side: "left" }
          slots { name: "cause" value: "rain" negated: true }
          corrected_text: "brakes squeal when wet"
          safety_rules: "wobbling"
        })pb",
      &seen.response));
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        slots { name: "part" value: "pedal" side: "left" }
        slots { name: "cause" declined: true })pb",
      &seen.session));
  seen.previous_session_id = "aa";
  return seen;
}

struct Case {
  const char* key;
  const char* value;
};

TEST(UnmetTest, IsNothingWhenTheExpectationIsMet) {
  const Case cases[] = {
      {"outcome", "asked"},
      {"outcome", "answered or asked"},
      {"urgency", "see_doctor"},
      {"pending", "part"},
      {"not pending", "cause"},
      {"handover", "no"},
      {"session", "same"},
      {"said before", "no"},
      {"picker", "bicycle_map"},
      {"document", "wet-brakes"},
      {"document", "rust or wet-brakes"},
      {"topic", "brakes"},
      {"documents", "rust"},
      {"documents", "rust, wet-brakes"},
      {"documents", "wet-brakes then rust"},
      {"no documents", "why-bicycles-make-noise"},
      {"topics", "brakes, chains"},
      {"no topics", "tyres"},
      {"intents", "wet-brakes"},
      {"safety", "wobbling"},
      {"no safety", "no_brakes"},
      {"slots", "part=pedal left, not cause=rain"},
      {"slots", "part=pedal"},
      {"no slots", "cause=rain"},
      {"remembered", "part=pedal, cause declined"},
      {"not remembered", "cause=rain"},
      {"options", "part.brake, unsure"},
      {"no options", "part.chain"},
      {"says", "squeal when WET"},
      {"says", "grind | which part"},
      {"never says", "rust | oil"},
      {"corrected", "when wet"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(FindMistake({test.key, test.value, 1}), std::nullopt);
    EXPECT_EQ(Unmet({test.key, test.value, 1}, Observe()), std::nullopt)
        << test.key << ": " << test.value;
  }
}

struct UnmetCase {
  const char* key;
  const char* value;
  const char* actual;
};

TEST(UnmetTest, TellsWhatCameInstead) {
  const UnmetCase cases[] = {
      {"outcome", "answered", "asked"},
      {"urgency", "none or emergency", "see_doctor"},
      {"pending", "nothing", "part"},
      {"not pending", "part", "part"},
      {"session", "new", "same"},
      {"document", "rust", "wet-brakes"},
      {"documents", "rust, wet-brakes, oil", "wet-brakes, rust"},
      {"documents", "rust then wet-brakes", "wet-brakes, rust"},
      {"documents", "nothing", "wet-brakes, rust"},
      {"no documents", "oil, rust", "wet-brakes, rust"},
      {"slots", "part=pedal right", "part=pedal left, not cause=rain"},
      {"slots", "cause=rain", "part=pedal left, not cause=rain"},
      {"no slots", "part=pedal", "part=pedal left, not cause=rain"},
      {"remembered", "nothing", "part=pedal left, cause declined"},
      {"options", "part.chain", "part.brake, unsure"},
      {"says", "oil", "Brakes squeal\nwhen wet.\nWhich part is it?"},
      {"never says", "WET", "Brakes squeal\nwhen wet.\nWhich part is it?"},
      {"corrected", "chain", "brakes squeal when wet"},
  };
  for (const UnmetCase& test : cases) {
    EXPECT_THAT(Unmet({test.key, test.value, 1}, Observe()),
                Optional(Eq(test.actual)))
        << test.key << ": " << test.value;
  }
}

TEST(UnmetTest, KnowsWhenThereIsNothing) {
  const Observation empty;
  for (const char* key : {"pending", "picker", "document", "topic", "documents",
                          "slots", "remembered", "options"}) {
    EXPECT_EQ(Unmet({key, "nothing", 1}, empty), std::nullopt) << key;
    EXPECT_THAT(Unmet({key, "part", 1}, empty), Optional(Eq("nothing"))) << key;
  }
  EXPECT_EQ(Unmet({"session", "none", 1}, empty), std::nullopt);
}

TEST(NeedsSessionTest, IsForWhatIsRemembered) {
  EXPECT_TRUE(NeedsSession({"remembered", "x", 1}));
  EXPECT_TRUE(NeedsSession({"not remembered", "x", 1}));
  EXPECT_FALSE(NeedsSession({"slots", "x", 1}));
  EXPECT_FALSE(NeedsSession({"says", "x", 1}));
}

}  // namespace
}  // namespace quiver
