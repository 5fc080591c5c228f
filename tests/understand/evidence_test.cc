#include "understand/evidence.h"

#include <gtest/gtest.h>

namespace quiver {
namespace {

Evidence Plain() {
  Evidence evidence;
  evidence.learned = 0.2;
  evidence.words = 0.2;
  return evidence;
}

TEST(EvidenceTest, WhatSpeaksForADocumentRaisesConfidence) {
  const double plain = Plain().Confidence();
  Evidence named = Plain();
  named.named = 0.5;
  Evidence expected = Plain();
  expected.expected = true;
  Evidence met = Plain();
  met.fit.met = 1;

  EXPECT_GT(named.Confidence(), plain);
  EXPECT_GT(expected.Confidence(), plain);
  EXPECT_GT(met.Confidence(), plain);
}

TEST(EvidenceTest, WhatSpeaksAgainstItLowersConfidence) {
  const double plain = Plain().Confidence();
  Evidence other = Plain();
  other.other_aspect = true;
  Evidence unmet = Plain();
  unmet.fit.unmet = 1;
  Evidence foreign = Plain();
  foreign.foreign = 0.5;

  EXPECT_LT(other.Confidence(), plain);
  EXPECT_LT(unmet.Confidence(), plain);
  EXPECT_LT(foreign.Confidence(), plain);
}

TEST(EvidenceTest, AnotherAspectIsNoMatterWhereADetailIsNamed) {
  Evidence detailed = Plain();
  detailed.fit.met = 1;
  Evidence other = detailed;
  other.other_aspect = true;

  EXPECT_EQ(other.Confidence(), detailed.Confidence());
}

TEST(EvidenceTest, StrongEvidenceStillTellsDocumentsApart) {
  Evidence strong = Plain();
  strong.fit.met = 6;
  Evidence stronger = strong;
  stronger.learned = 1;

  EXPECT_LT(strong.Confidence(), stronger.Confidence());
  EXPECT_LT(stronger.Confidence(), 1);
}

TEST(EvidenceTest, ConfidenceIsNeverNegative) {
  Evidence weak;
  weak.fit.unmet = 20;

  EXPECT_EQ(weak.Confidence(), 0);
}

TEST(EvidenceListTest, BlendsWhatTheWordsSay) {
  EvidenceList part;
  part.Of(1).learned = 0.5;
  part.Of(1).named = 0.7;
  EvidenceList whole;
  whole.Of(1).learned = 1;
  whole.Of(2).words = 0.5;
  whole.Of(2).passage = 3;

  part.Blend(whole, 0.6);

  EXPECT_DOUBLE_EQ(part.Of(1).learned, 0.8);
  EXPECT_DOUBLE_EQ(part.Of(1).named, 0.7);
  EXPECT_DOUBLE_EQ(part.Of(2).words, 0.3);
  EXPECT_EQ(part.Of(2).passage, 3);
}

TEST(FamiliarityTest, StrangeWordsMakeAMessageForeign) {
  const Familiarity known{.likest = 0.5, .covered = 0.5, .words = 4};
  const Familiarity strange{.likest = 0.5, .covered = 0, .words = 4};
  const Familiarity only_stop_words{.likest = 0.5};

  EXPECT_GT(known.Confidence(), 0.6);
  EXPECT_EQ(strange.Confidence(), 0);
  EXPECT_GT(only_stop_words.Confidence(), 0.6);
}

TEST(FamiliarityTest, ALikelyTextIsAnsweredAndARareOneIsNot) {
  const auto confidence = [](double likest) {
    return Familiarity{.likest = likest, .covered = 0.3, .words = 4}
        .Confidence();
  };

  EXPECT_LT(confidence(0.01), 0.6);
  EXPECT_GE(confidence(0.03), 0.6);
}

TEST(FamiliarityTest, WordsInCommonAreEnough) {
  const auto confidence = [](double covered) {
    return Familiarity{.covered = covered, .words = 4}.Confidence();
  };

  EXPECT_LT(confidence(0.8), 0.6);
  EXPECT_GE(confidence(0.95), 0.6);
}

TEST(FamiliarityTest, IsForeignWhenNothingButAChanceWordIsKnown) {
  const Familiarity strange{
      .covered = 0.1, .words = 4, .learned = 0.4, .foreign = 0.9};
  EXPECT_TRUE(strange.IsForeign());

  Familiarity doubtful = strange;
  doubtful.foreign = 0.7;
  EXPECT_FALSE(doubtful.IsForeign());
  Familiarity known = strange;
  known.covered = 0.5;
  EXPECT_FALSE(known.IsForeign());
  Familiarity alike = strange;
  alike.learned = 0.8;
  EXPECT_FALSE(alike.IsForeign());
}

TEST(FamiliarityTest, AFewWordsOrALongStoryAreNotForeign) {
  Familiarity strange{
      .covered = 0.1, .words = 2, .learned = 0.4, .foreign = 0.9};
  EXPECT_FALSE(strange.IsForeign());
  strange.words = 20;
  EXPECT_FALSE(strange.IsForeign());
}

}  // namespace
}  // namespace quiver
