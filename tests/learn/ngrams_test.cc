#include "learn/ngrams.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "learn/toy_examples.h"

namespace quiver {
namespace {

using ::testing::SizeIs;

NGrams Count(std::string_view text) { return CountNGrams(ReadingOf(text)); }

uint32_t Total(const std::vector<NGram>& ngrams) {
  uint32_t total = 0;
  for (const NGram& ngram : ngrams) total += ngram.count;
  return total;
}

size_t Shared(const std::vector<NGram>& left, const std::vector<NGram>& right) {
  std::set<uint64_t> hashes;
  for (const NGram& ngram : left) hashes.insert(ngram.hash);
  return static_cast<size_t>(std::count_if(
      right.begin(), right.end(),
      [&](const NGram& ngram) { return hashes.contains(ngram.hash); }));
}

TEST(NGramsTest, CountsWordsAndPairsWithTheEdgesOfTheText) {
  struct Case {
    std::string_view text;
    size_t different;
    uint32_t total;
  };
  for (const auto& [text, different, total] : std::vector<Case>{
           {"", 1, 1},                   // The edges beside each other.
           {"bread", 3, 3},              // ^bread, bread, bread$
           {"warm bread", 5, 5},         // One more word, one more pair.
           {"bread bread bread", 4, 7},  // bread and bread bread repeat.
       }) {
    SCOPED_TRACE(text);
    const NGrams ngrams = Count(text);
    EXPECT_THAT(ngrams.words, SizeIs(different));
    EXPECT_EQ(Total(ngrams.words), total);
  }
}

TEST(NGramsTest, CountsCharactersInsideWords) {
  struct Case {
    std::string_view text;
    uint32_t total;
  };
  for (const auto& [text, total] : std::vector<Case>{
           {"", 0},
           {"a", 3},             // _a a_ _a_
           {"ab", 6},            // _a ab b_ _ab ab_ _ab_
           {"abc", 9},           // 4 of two, 3 of three, 2 of four.
           {"abcde", 15},        // 6, 5, 4.
           {"ab ab", 12},        // Nothing reaches across the space.
           {"\u00e9\u00e9", 6},  // Characters, not bytes.
       }) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Total(Count(text).characters), total);
  }
}

TEST(NGramsTest, ComparesWordsByStem) {
  EXPECT_EQ(Count("baking breads").words, Count("baked bread").words);
}

TEST(NGramsTest, KeepsTheOrderOfWords) {
  const NGrams forward = Count("dogs bite men");
  const NGrams backward = Count("men bite dogs");

  EXPECT_NE(forward.words, backward.words);
  EXPECT_EQ(Shared(forward.characters, backward.characters),
            forward.characters.size());
  EXPECT_EQ(Shared(forward.words, backward.words), 3u);  // The single words.
}

TEST(NGramsTest, NeverTakesWordsForCharacters) {
  const NGrams ngrams = Count("ab bc abc");

  EXPECT_EQ(Shared(ngrams.words, ngrams.characters), 0u);
}

TEST(NGramsTest, ATypoLeavesMostCharactersAlone) {
  const NGrams right = Count("bicycle");
  const NGrams typo = Count("bycicle");

  EXPECT_EQ(Shared(right.words, typo.words), 0u);
  EXPECT_GE(Shared(right.characters, typo.characters), 6u);
}

TEST(NGramsTest, ListsEachOnce) {
  const NGrams ngrams = Count("bread and bread and breadcrumbs");
  std::set<uint64_t> words;
  std::set<uint64_t> characters;
  for (const NGram& ngram : ngrams.words) words.insert(ngram.hash);
  for (const NGram& ngram : ngrams.characters) characters.insert(ngram.hash);

  EXPECT_THAT(ngrams.words, SizeIs(words.size()));
  EXPECT_THAT(ngrams.characters, SizeIs(characters.size()));
}

// Models are kept in files: a hash must never change without a new version of
// the format.
TEST(NGramsTest, HashesStayTheSame) {
  const NGrams ngrams = Count("ab");

  EXPECT_THAT(ngrams.words, SizeIs(3));
  EXPECT_EQ(ngrams.words.front().hash, 17550519295527932718u);
  EXPECT_EQ(ngrams.characters.front().hash, 896127009239147455u);
}

}  // namespace
}  // namespace quiver
