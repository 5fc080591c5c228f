#include "text/word_table.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace quiver {
namespace {

TEST(WordHashTest, DependsOnTheBytesAlone) {
  for (size_t size = 0; size <= 40; ++size) {
    const std::string word(size, 'e');
    const std::string longer = "x" + word + "x";
    EXPECT_EQ(WordHash()(word),
              WordHash()(std::string_view(longer).substr(1, size)))
        << size;
  }
}

// The lowest bits choose the place in a table.
TEST(WordHashTest, SpreadsWordsThatDifferInOneByte) {
  for (size_t size = 1; size <= 40; ++size) {
    for (size_t place = 0; place < size; ++place) {
      std::set<size_t> hashes;
      for (char c = 'a'; c <= 'z'; ++c) {
        std::string word(size, 'e');
        word[place] = c;
        hashes.insert(WordHash()(word) & 0xFFFF);
      }
      EXPECT_GE(hashes.size(), 24u) << size << " " << place;
    }
  }
}

TEST(BitsOfWordsTest, HasTheBitsOfEveryListOfAWord) {
  const WordList lists[] = {{1, "so and"}, {2, "and"}, {4, "or and so"}};

  const auto table = BitsOfWords(lists);

  EXPECT_EQ(table.size(), 3u);
  EXPECT_EQ(table.at("so"), 5u);
  EXPECT_EQ(table.at("and"), 7u);
  EXPECT_EQ(table.at("or"), 4u);
}

}  // namespace
}  // namespace quiver
