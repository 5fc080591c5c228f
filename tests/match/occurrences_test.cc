#include "match/occurrences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr size_t kGroups = 4;

TEST(OccurrencesTest, KnowsNothingAtFirst) {
  Occurrences occurrences;
  occurrences.Clear(kGroups, kGroups);

  EXPECT_FALSE(occurrences.Occurs(2));
  EXPECT_EQ(occurrences.EndAfter(2, 0), Occurrences::kNone);
  EXPECT_THAT(occurrences.groups(), IsEmpty());
}

TEST(OccurrencesTest, FindsTheFirstEndOfWhatBeginsLaterThanAPlace) {
  Occurrences occurrences;
  occurrences.Clear(kGroups, kGroups);
  for (const Span& span : {Span{2, 4}, Span{1, 6}, Span{7, 9}}) {
    occurrences.Add(1, span);
  }

  EXPECT_EQ(occurrences.FirstEnd(1), 4U);
  EXPECT_EQ(occurrences.EndAfter(1, 0), 4U);
  EXPECT_EQ(occurrences.EndAfter(1, 2), 4U);
  EXPECT_EQ(occurrences.EndAfter(1, 3), 9U);
  EXPECT_EQ(occurrences.EndAfter(1, 8), Occurrences::kNone);
}

TEST(OccurrencesTest, KnowsTheLastBeginWhicheverEndsLast) {
  Occurrences occurrences;
  occurrences.Clear(kGroups, kGroups);
  occurrences.Add(0, {5, 6});
  EXPECT_EQ(occurrences.LastBegin(0), 5U);
  occurrences.Add(0, {6, 8});
  occurrences.Add(0, {1, 9});

  EXPECT_EQ(occurrences.LastBegin(0), 6U);
}

TEST(OccurrencesTest, ListsTheFirstGroupsOnceInOrderOfOccurrence) {
  Occurrences occurrences;
  occurrences.Clear(kGroups, 3);
  for (const uint32_t group : {2, 3, 0, 2}) occurrences.Add(group, {0, 1});

  EXPECT_THAT(occurrences.groups(), ElementsAre(2, 0));
  EXPECT_TRUE(occurrences.Occurs(3));
}

TEST(OccurrencesTest, ForgetsWhenCleared) {
  Occurrences occurrences;
  occurrences.Clear(kGroups, kGroups);
  occurrences.Add(1, {0, 1});
  occurrences.Add(1, {2, 3});
  occurrences.Clear(kGroups, kGroups);
  EXPECT_FALSE(occurrences.Occurs(1));
  occurrences.Add(1, {4, 5});

  EXPECT_EQ(occurrences.EndAfter(1, 0), 5U);
  EXPECT_EQ(occurrences.LastBegin(1), 4U);
}

}  // namespace
}  // namespace quiver
