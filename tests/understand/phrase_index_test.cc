#include "understand/phrase_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "text/plain_reading.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PhraseIndex IndexOf(std::initializer_list<std::string_view> phrases) {
  PhraseIndex index;
  uint32_t label = 0;
  for (const std::string_view phrase : phrases) index.Add(phrase, label++);
  return index;
}

// What `index` finds in `message`, as "label:words".
std::vector<std::string> Find(const PhraseIndex& index,
                              std::string_view message) {
  const Reading reading = ReadPlain(message);
  std::vector<std::string> found;
  for (const PhraseIndex::Hit& hit : index.Find(reading)) {
    found.push_back(std::to_string(hit.label) + ":" +
                    std::string(reading.Text(
                        {reading.tokens[hit.first_token].span.begin,
                         reading.tokens[hit.last_token - 1].span.end})));
  }
  return found;
}

TEST(PhraseIndexTest, FindsPhrasesInAnyInflection) {
  const PhraseIndex index = IndexOf({"eyelid twitch", "cramp"});

  EXPECT_THAT(Find(index, "my eyelids twitched"),
              ElementsAre("0:eyelids twitched"));
  EXPECT_THAT(Find(index, "cramping, cramps!"),
              ElementsAre("1:cramping", "1:cramps"));
}

TEST(PhraseIndexTest, FindsWholeWordsOnly) {
  EXPECT_THAT(Find(IndexOf({"eye", "arm"}), "eyelid armchair"), IsEmpty());
}

TEST(PhraseIndexTest, TakesShortWordsAsTheyStand) {
  const PhraseIndex index = IndexOf({"als", "ms"});

  EXPECT_THAT(Find(index, "is it als or ms"), ElementsAre("0:als", "1:ms"));
  EXPECT_THAT(Find(index, "al m"), IsEmpty());
}

TEST(PhraseIndexTest, GivesOverlappingPhrasesByTheirFirstWord) {
  EXPECT_THAT(Find(IndexOf({"upper eyelid", "eyelid", "eyelid pain"}),
                   "upper eyelid pain"),
              ElementsAre("0:upper eyelid", "1:eyelid", "2:eyelid pain"));
}

TEST(PhraseIndexTest, ReadsAcrossPunctuation) {
  EXPECT_THAT(Find(IndexOf({"pins and needles"}), "pins-and needles."),
              ElementsAre("0:pins-and needles"));
}

TEST(PhraseIndexTest, KeepsSeveralLabelsOfOnePhrase) {
  PhraseIndex index;
  index.Add("jerk", 3);
  index.Add("jerks", 7);
  index.Add("jerk", 3);

  EXPECT_THAT(Find(index, "a jerk"), ElementsAre("3:jerk", "7:jerk"));
}

TEST(PhraseIndexTest, FindsNothingWhereThereIsNothing) {
  EXPECT_THAT(Find(IndexOf({"", "?!"}), "anything"), IsEmpty());
  EXPECT_THAT(Find(IndexOf({"eye"}), ""), IsEmpty());
  EXPECT_THAT(Find(PhraseIndex(), "eye"), IsEmpty());
  EXPECT_THAT(Find(IndexOf({"loss of strength"}), "loss of"), IsEmpty());
}

}  // namespace
}  // namespace quiver
