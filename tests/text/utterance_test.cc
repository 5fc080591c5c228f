#include "text/utterance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "text/reader.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> WordsIn(const Reading& reading,
                                      const Span& span) {
  std::vector<std::string_view> words;
  for (const Token& token : reading.TokensIn(span)) {
    words.push_back(reading.Text(token.span));
  }
  return words;
}

class ReadingTest : public testing::Test {
 protected:
  ReadingTest() {
    reading_.text = "my left eyelid";
    reading_.tokens = Tokenize(reading_.text);
  }

  Reading reading_;
};

TEST_F(ReadingTest, GivesTheTokensOfASpan) {
  EXPECT_THAT(WordsIn(reading_, {0, 14}), ElementsAre("my", "left", "eyelid"));
  EXPECT_THAT(WordsIn(reading_, {3, 7}), ElementsAre("left"));
  EXPECT_THAT(WordsIn(reading_, {2, 8}), ElementsAre("left"));
}

TEST_F(ReadingTest, LeavesOutTokensThatReachOverTheEdge) {
  EXPECT_THAT(WordsIn(reading_, {1, 13}), ElementsAre("left"));
  EXPECT_THAT(WordsIn(reading_, {4, 6}), IsEmpty());
}

TEST_F(ReadingTest, GivesNoTokensOfNothing) {
  EXPECT_THAT(WordsIn(reading_, {3, 3}), IsEmpty());
  EXPECT_THAT(WordsIn(Reading(), {0, 0}), IsEmpty());
}

}  // namespace
}  // namespace quiver
