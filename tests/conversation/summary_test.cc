#include "conversation/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bicycle_assistant.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::StartsWith;

// Of "how do I fix my left brake", read by the bicycle assistant.
class SummaryTest : public testing::Test {
 protected:
  const std::shared_ptr<const Assistant> assistant_ = BicycleAssistant();
  const Understanding understanding_ =
      assistant_->understander->Understand("How do I fix my left brake");
};

TEST_F(SummaryTest, TellsDetailsByTheirPlaceInTheOriginal) {
  const UnderstandingSummary summary = Summarize(understanding_);

  ASSERT_EQ(summary.details.size(), 1u);
  EXPECT_EQ(summary.details.front(),
            (DetailSummary{"part", "brake", "left", false, {21, 26}}));
}

TEST_F(SummaryTest, TellsTheMostLikelyMeaningFirst) {
  const UnderstandingSummary summary = Summarize(understanding_);

  ASSERT_THAT(summary.meanings, testing::Not(IsEmpty()));
  EXPECT_EQ(summary.meanings.front().name, "brake-noise");
  EXPECT_THAT(summary.safety_rules, IsEmpty());
  EXPECT_EQ(summary.corrected_text, "");
}

TEST_F(SummaryTest, TraceTellsEveryStep) {
  const std::vector<TraceStep> trace = Trace(understanding_);

  EXPECT_THAT(trace, Contains(TraceStep{
                         "text", "read as: how do i fix my left brake"}));
  EXPECT_THAT(trace, Contains(Field(&TraceStep::detail,
                                    StartsWith("part=brake left at 21-26"))));
  EXPECT_THAT(trace, Contains(Field(&TraceStep::detail, StartsWith("asks: "))));
}

TEST_F(SummaryTest, TellsWhichSafetyRulesHold) {
  const Understanding danger =
      assistant_->understander->Understand("there is a crack in the frame");

  EXPECT_THAT(Summarize(danger).safety_rules, ElementsAre("cracked_frame"));
  EXPECT_THAT(Trace(danger),
              Contains(Field(&TraceStep::detail,
                             StartsWith("safety rule cracked_frame holds"))));
}

}  // namespace
}  // namespace quiver
