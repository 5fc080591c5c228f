#include "base/largest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LargestTest, TellsTheLargestFirst) {
  EXPECT_THAT(IndicesOfLargest(std::vector{1, 5, 3, 4, 2}, 3),
              ElementsAre(1, 3, 2));
}

TEST(LargestTest, PutsEqualOnesInOrder) {
  EXPECT_THAT(IndicesOfLargest(std::vector{2, 7, 2, 7, 2}, 4),
              ElementsAre(1, 3, 0, 2));
}

TEST(LargestTest, KeepsTheFirstOfEqualOnesAtTheLimit) {
  EXPECT_THAT(IndicesOfLargest(std::vector{3, 3, 3}, 2), ElementsAre(0, 1));
}

TEST(LargestTest, TellsAllWhereThereAreNoMore) {
  EXPECT_THAT(IndicesOfLargest(std::vector{1.5, -2.0}, 9), ElementsAre(0, 1));
  EXPECT_THAT(IndicesOfLargest(std::vector<float>(), 9), IsEmpty());
}

TEST(LargestTest, TellsNoneWhereNoneAreWanted) {
  EXPECT_THAT(IndicesOfLargest(std::vector{1, 2}, 0), IsEmpty());
}

}  // namespace
}  // namespace quiver
