// What holds for every decision.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/decision.h"
#include "dialogue/talk.h"
#include "support/bicycle_catalog.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Something of every kind.
std::vector<Meaning> AllKinds() {
  return {Meaning(),
          Meaning().Event(VisitorEvent::kStart),
          Meaning().Event(VisitorEvent::kRestart),
          Meaning().Asks("causes"),
          Meaning().Detail("part=brake").Asks("help"),
          Meaning().Detail("part=chain").DetailsOnly(),
          Meaning().Denies("part=brake").Detail("part=chain"),
          Meaning().Resembles("brake-noise", 0.5),
          Meaning().Typed("1"),
          Meaning().Typed("x"),
          Meaning().Tapped({"part.tyre"}),
          Meaning().Tapped({"doc.is-it-safe"}),
          Meaning().Tapped({"unsure"}),
          Meaning().Tapped({"none"}),
          Meaning().Tapped({"gone"}),
          Meaning().Does("thanks"),
          Meaning().Does("go_back"),
          Meaning().Does("more"),
          Meaning().Does("repeat"),
          Meaning().Does("correct"),
          Meaning().Does("answer_unsure"),
          Meaning().Does("answer_yes"),
          Meaning().Danger("no_brakes"),
          Meaning().Danger("wobbling"),
          Meaning().InOtherLanguage()};
}

TEST(DecideTest, EveryThreeTurnsGiveAReplyWithinItsRules) {
  const std::vector<Meaning> kinds = AllKinds();
  for (const Meaning& first : kinds) {
    for (const Meaning& second : kinds) {
      for (const Meaning& third : kinds) {
        Talk talk;
        talk.Say(first);
        talk.Say(second);
        const Reply& reply = talk.Say(third);

        ASSERT_THAT(reply.messages, Not(IsEmpty()));
        for (const Message& message : reply.messages) {
          ASSERT_THAT(message.blocks, Not(IsEmpty())) << TextOf(reply);
        }
        ASSERT_EQ(reply.outcome == Outcome::kSafety,
                  reply.urgency >= Urgency::kSameDay &&
                      reply.outcome != Outcome::kControl)
            << TextOf(reply);
        if (reply.outcome == Outcome::kAsked) {
          ASSERT_NE(reply.pending_slot, "");
        }
        if (!reply.pending_slot.empty()) {
          ASSERT_EQ(talk.state().pending->slot, reply.pending_slot);
        }
      }
    }
  }
}

TEST(DecideTest, EqualArgumentsGiveEqualDecisions) {
  for (const Meaning& meaning : AllKinds()) {
    Talk first;
    Talk second;
    for (Talk* talk : {&first, &second}) {
      talk->Say(Meaning().Asks("causes"));
      talk->Say(meaning);
    }

    EXPECT_EQ(first.reply(), second.reply());
    EXPECT_EQ(first.state(), second.state());
    EXPECT_EQ(first.last().trace, second.last().trace);
  }
}

TEST(DecideTest, TraceNamesTheRule) {
  Talk talk;
  talk.Say(Meaning().Asks("causes"));

  EXPECT_THAT(talk.last().trace,
              Contains(TraceStep{"dialogue", "rule: answer questions"}));
}

TEST(DecideTest, StateIsOfTheCatalogAndTheNextTurn) {
  Talk talk;
  talk.Type("x");
  talk.Type("x");

  EXPECT_EQ(talk.state().turn, 2u);
  EXPECT_EQ(talk.state().assistant, "bicycle");
  EXPECT_EQ(talk.state().content_hash, BicycleCatalog()->content_hash);
}

TEST(DecideTest, WhatTheContentNoLongerHasIsDroppedAndTraced) {
  Talk talk;
  talk.Say(Meaning().Detail("part=brake").Asks("causes"));
  talk.state().content_hash = "older";
  talk.state().slots.front().value = "horn";
  talk.state().pending = PendingQuestion{"colour", false};
  talk.state().topic.documents = {"gone"};
  talk.Type("x");

  EXPECT_EQ(SlotsOf(talk.state()), "");
  EXPECT_FALSE(talk.state().pending.has_value());
  EXPECT_THAT(talk.last().trace,
              Contains(Field(&TraceStep::detail,
                             "no longer in the content: slot part=horn")));
}

}  // namespace
}  // namespace quiver
