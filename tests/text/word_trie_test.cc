#include "text/word_trie.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace quiver {
namespace {

using Words = std::vector<std::string_view>;

class WordTrieTest : public testing::Test {
 protected:
  // The node that `words` lead to; 0: none.
  uint32_t Follow(const Words& words) const {
    uint32_t node = trie_.Find(words.front()).node;
    for (size_t i = 1; i < words.size() && node != 0; ++i) {
      node = trie_.Next(node, trie_.Find(words[i]));
    }
    return node;
  }

  WordTrie trie_;
};

TEST_F(WordTrieTest, LeadsToThePhrasesThatWereAdded) {
  const uint32_t eyelid = trie_.Add(Words{"eyelid"});
  const uint32_t twitch = trie_.Add(Words{"eyelid", "twitch"});
  const uint32_t other = trie_.Add(Words{"muscle", "twitch"});

  EXPECT_EQ(Follow({"eyelid"}), eyelid);
  EXPECT_EQ(Follow({"eyelid", "twitch"}), twitch);
  EXPECT_EQ(Follow({"muscle", "twitch"}), other);
  EXPECT_NE(twitch, other);
}

TEST_F(WordTrieTest, LeadsNowhereElse) {
  trie_.Add(Words{"eyelid", "twitch"});

  EXPECT_EQ(Follow({"twitch"}), 0u);
  EXPECT_EQ(Follow({"arm"}), 0u);
  EXPECT_EQ(Follow({"eyelid", "arm"}), 0u);
  EXPECT_EQ(Follow({"eyelid", "eyelid"}), 0u);
  EXPECT_EQ(Follow({"eyelid", "twitch", "twitch"}), 0u);
}

TEST_F(WordTrieTest, HoldsAPhraseOnce) {
  const uint32_t node = trie_.Add(Words{"eyelid", "twitch"});
  const size_t size = trie_.size();

  EXPECT_EQ(trie_.Add(Words{"eyelid", "twitch"}), node);
  EXPECT_EQ(trie_.size(), size);
}

TEST_F(WordTrieTest, HasNoNodeForNoWords) {
  EXPECT_EQ(trie_.Add({}), 0u);
  EXPECT_EQ(trie_.size(), 1u);
}

}  // namespace
}  // namespace quiver
