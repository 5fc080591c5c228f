#include "dialogue/session_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/talk.h"
#include "support/bicycle_catalog.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RememberedSlot Held(std::string name, std::string value) {
  RememberedSlot slot;
  slot.name = std::move(name);
  slot.value = std::move(value);
  slot.turn = 1;
  return slot;
}

RememberedSlot Denied(std::string name, std::string value) {
  RememberedSlot slot = Held(std::move(name), std::move(value));
  slot.negated = true;
  return slot;
}

RememberedSlot Declined(std::string name) {
  RememberedSlot slot = Held(std::move(name), "");
  slot.declined = true;
  return slot;
}

TEST(SessionStateTest, KnowsWhatIsHeldAsTrue) {
  SessionState state;
  state.slots = {Held("part", "brake"), Denied("cause", "rain"),
                 Declined("age")};

  EXPECT_TRUE(state.Knows("part"));
  EXPECT_FALSE(state.Knows("cause"));
  EXPECT_FALSE(state.Knows("age"));
}

TEST(SessionStateTest, AskingIsPointlessForWhatIsKnownOrDeclined) {
  SessionState state;
  state.slots = {Held("part", "brake"), Denied("cause", "rain"),
                 Declined("age")};

  EXPECT_TRUE(state.Settled("part"));
  EXPECT_TRUE(state.Settled("age"));
  EXPECT_FALSE(state.Settled("cause"));
}

TEST(SessionStateTest, ConditionHoldsWhenAllPartsOfOneLineHold) {
  SessionState state;
  state.slots = {Held("part", "brake"), Held("cause", "rain")};
  const Reference brake{"part", "brake"};
  const Reference any_cause{"cause", ""};
  const Reference chain{"part", "chain"};

  EXPECT_TRUE(state.Holds(Condition{{brake, any_cause}}));
  EXPECT_TRUE(state.Holds(Condition{{chain}, {brake}}));
  EXPECT_FALSE(state.Holds(Condition{{brake, chain}}));
  EXPECT_FALSE(state.Holds(Condition{}));
}

TEST(RememberTest, ReplacesTheSameValueAndADecline) {
  SessionState state;
  state.slots = {Declined("part")};
  Remember(state, Held("part", "brake"));
  Remember(state, Denied("part", "brake"));
  Remember(state, Held("part", "chain"));

  EXPECT_EQ(SlotsOf(state), "part=!brake part=chain");
}

TEST(RememberTest, IsBounded) {
  SessionState state;
  for (size_t i = 0; i <= kMaxRememberedSlots; ++i) {
    Remember(state, Held("part", std::to_string(i)));
  }

  EXPECT_THAT(state.slots, SizeIs(kMaxRememberedSlots));
  EXPECT_EQ(state.slots.front().value, "1");
}

TEST(CountToldTest, IsBoundedAndCountsOnce) {
  SessionState state;
  CountTold(state, "doc", 0);
  CountTold(state, "doc", 0);
  EXPECT_THAT(state.told, ElementsAre("doc#0"));

  for (size_t i = 1; i <= kMaxToldPassages; ++i) CountTold(state, "doc", i);
  EXPECT_THAT(state.told, SizeIs(kMaxToldPassages));
  EXPECT_FALSE(state.WasTold("doc", 0));
}

TEST(CountAskedTest, CountsEachSlot) {
  SessionState state;
  CountAsked(state, "part");
  CountAsked(state, "part");

  EXPECT_EQ(state.TimesAsked("part"), 2u);
  EXPECT_EQ(state.TimesAsked("cause"), 0u);
}

TEST(ReconcileTest, KeepsAllOfAStateOfTheSameContent) {
  SessionState state;
  state.content_hash = BicycleCatalog()->content_hash;
  state.slots = {Held("colour", "red")};

  EXPECT_THAT(Reconcile(state, *BicycleCatalog()), IsEmpty());
  EXPECT_EQ(SlotsOf(state), "colour=red");
}

TEST(ReconcileTest, DropsWhatIsGoneAndSaysSo) {
  SessionState state;
  state.slots = {Held("part", "brake"), Held("part", "horn")};
  state.previous_slots = {Held("colour", "red")};
  state.topic = {
      "gone_intent", "", {"brake-noise", "gone"}, {"gone", "chain-noise"}};
  state.told = {"brake-noise#0", "brake-noise#9", "gone#0"};
  state.pending = PendingQuestion{"colour", false};

  EXPECT_THAT(
      Reconcile(state, *BicycleCatalog()),
      ElementsAre("slot part=horn", "slot colour=red", "intent gone_intent",
                  "document gone", "document gone", "passage brake-noise#9",
                  "passage gone#0", "question for colour"));
  EXPECT_EQ(SlotsOf(state), "part=brake");
  EXPECT_THAT(state.topic.documents, ElementsAre("brake-noise"));
  EXPECT_THAT(state.topic.alternatives, ElementsAre("chain-noise"));
}

}  // namespace
}  // namespace quiver
