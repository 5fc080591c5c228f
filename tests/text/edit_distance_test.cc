#include "text/edit_distance.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/near_words.h"

namespace quiver {
namespace {

struct DistanceCase {
  std::string_view from;
  std::string_view to;
  size_t distance;
};

TEST(EditDistanceTest, CountsEditsAndTranspositions) {
  constexpr DistanceCase kCases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"calf", "calf", 0},
      {"calf", "clf", 1},
      {"calf", "caalf", 1},
      {"calf", "cold", 2},
      {"calf", "claf", 1},
      {"ab", "ba", 1},
      {"twitching", "wtitchnig", 2},
      // Optimal string alignment does not edit what it transposed.
      {"ca", "abc", 3},
      {"kitten", "sitting", 3},
  };
  for (const DistanceCase& c : kCases) {
    EXPECT_EQ(EditDistance(c.from, c.to, 9), c.distance)
        << c.from << " " << c.to;
    EXPECT_EQ(EditDistance(c.to, c.from, 9), c.distance)
        << c.to << " " << c.from;
  }
}

TEST(EditDistanceTest, StopsAboveTheLimit) {
  EXPECT_EQ(EditDistance("kitten", "sitting", 2), 3);
  EXPECT_EQ(EditDistance("kitten", "sitting", 3), 3);
  EXPECT_EQ(EditDistance("abcdefgh", "zzzzzzzz", 1), 2);
  EXPECT_EQ(EditDistance("a", "abcdefgh", 2), 3);
}

TEST(EditDistanceTest, ComparesTheLongestWords) {
  const std::string longest(kMaxComparedWord, 'a');
  const std::string other(kMaxComparedWord, 'b');

  EXPECT_EQ(EditDistance(longest, longest, 2), 0);
  EXPECT_EQ(EditDistance(longest, other, 40), kMaxComparedWord);
}

TEST(NearWordsTest, PrefersFrequencyThenTheAlphabet) {
  const NearWords words({{"card", 1}, {"care", 5}, {"cart", 5}, {"cars", 2}});

  EXPECT_EQ(words.Find("carx", 1), "care");
}

TEST(NearWordsTest, TrustsTheFirstLetterUnlessItIsTransposed) {
  const NearWords words({{"twitch", 1}});

  EXPECT_EQ(words.Find("wtitch", 1), "twitch");
  EXPECT_EQ(words.Find("switch", 1), "");
  EXPECT_EQ(words.Find("witch", 1), "");
}

TEST(NearWordsTest, FindsOnlyTheDistanceAskedFor) {
  const NearWords words({{"muscle", 1}});

  EXPECT_EQ(words.Find("muscle", 1), "");
  EXPECT_EQ(words.Find("mucsle", 1), "muscle");
  EXPECT_EQ(words.Find("mucsle", 2), "");
  EXPECT_EQ(words.Find("mucsl", 2), "muscle");
}

TEST(NearWordsTest, PassesOverWordsThatItCannotCompare) {
  const NearWords words({{"", 9},
                         {"'tis", 9},
                         {std::string(kMaxComparedWord + 1, 'a'), 9},
                         {"\u00e9t\u00e9", 9}});

  EXPECT_EQ(words.Find("", 1), "");
  EXPECT_EQ(words.Find("a", 1), "");
  EXPECT_EQ(words.Find("'tos", 1), "");
  EXPECT_EQ(words.Find(std::string(kMaxComparedWord, 'a'), 1), "");
  EXPECT_EQ(words.Find(std::string(kMaxComparedWord + 1, 'a'), 1), "");
  EXPECT_EQ(words.Find("\u00e9t\u00e8", 1), "");
}

}  // namespace
}  // namespace quiver
