#include "text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/reader.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using TokenKind::kEmoji;
using TokenKind::kNumber;
using TokenKind::kWord;

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) {
    words.emplace_back(text.substr(token.span.begin, token.span.size()));
  }
  return words;
}

std::vector<TokenKind> Kinds(std::string_view text) {
  std::vector<TokenKind> kinds;
  for (const TokenSpan& token : FindTokens(text)) kinds.push_back(token.kind);
  return kinds;
}

TEST(TokenizeTest, FindsNothingWhereThereIsNoWord) {
  EXPECT_THAT(Words(""), IsEmpty());
  EXPECT_THAT(Words("?! ... - ' \" $"), IsEmpty());
}

TEST(TokenizeTest, KeepsApostrophesInsideWordsOnly) {
  EXPECT_THAT(Words("i don't 'think' so, it's 'er' o'clock rock'n'roll'"),
              ElementsAre("i", "don't", "think", "so", "it's", "er", "o'clock",
                          "rock'n'roll"));
}

TEST(TokenizeTest, KeepsDigitsInWords) {
  EXPECT_THAT(Words("b12 and 3weeks, covid19"),
              ElementsAre("b12", "and", "3weeks", "covid19"));
}

TEST(TokenizeTest, CutsAtHyphens) {
  EXPECT_THAT(Words("eye-lid well-being -5"),
              ElementsAre("eye", "lid", "well", "being", "5"));
}

TEST(TokenizeTest, KeepsNumbersWhole) {
  EXPECT_THAT(Words("3.5 1,000 1,000.5 v2.0 1.2.3 3. 4,5 1,0000 1,000,"),
              ElementsAre("3.5", "1,000", "1,000.5", "v2", "0", "1.2.3", "3",
                          "4", "5", "1", "0000", "1,000"));
}

TEST(TokenizeTest, TellsKindsApart) {
  EXPECT_THAT(Kinds("leg 3 3.5 b12 90's \U0001F62D"),
              ElementsAre(kWord, kNumber, kNumber, kWord, kWord, kEmoji));
}

TEST(TokenizeTest, MakesEachEmojiAToken) {
  EXPECT_THAT(Words("ouch\U0001F62D\U0001F62D ok"),
              ElementsAre("ouch", "\U0001F62D", "\U0001F62D", "ok"));
}

TEST(TokenizeTest, JoinsTwoRegionalIndicatorsToAFlag) {
  constexpr std::string_view kGb = "\U0001F1EC\U0001F1E7";
  constexpr std::string_view kFr = "\U0001F1EB\U0001F1F7";
  const std::string text = std::string(kGb) + std::string(kFr) + "\U0001F1EC";

  EXPECT_THAT(Words(text), ElementsAre(kGb, kFr, "\U0001F1EC"));
}

TEST(TokenizeTest, FindsWordsOfOtherScripts) {
  EXPECT_THAT(Words("\u00bfpor qu\u00e9? \u043c\u043e\u0439 \u0433\u043b\u0430"
                    "\u0437"),
              ElementsAre("por", "qu\u00e9", "\u043c\u043e\u0439",
                          "\u0433\u043b\u0430\u0437"));
}

TEST(TokenizeTest, StemsWordsAndNotNumbers) {
  const std::vector<Token> tokens = Tokenize("twitching muscles 3.5 \u2615");

  ASSERT_EQ(tokens.size(), 4);
  EXPECT_EQ(tokens[0].stem, "twitch");
  EXPECT_EQ(tokens[1].stem, "muscl");
  EXPECT_EQ(tokens[2].stem, "3.5");
  EXPECT_EQ(tokens[3].stem, "\u2615");
}

TEST(TokenizeTest, KnowsTheClassesOfWords) {
  const std::vector<Token> tokens = Tokenize("my eyelid 3");

  ASSERT_EQ(tokens.size(), 3);
  EXPECT_EQ(tokens[0].classes, kPossessive | kDeterminer);
  EXPECT_EQ(tokens[1].classes, kOtherWord);
  EXPECT_EQ(tokens[2].classes, kOtherWord);
}

TEST(StemTest, StemsEnglish) {
  EXPECT_EQ(Stem("twitches"), "twitch");
  EXPECT_EQ(Stem("twitching"), Stem("twitched"));
  EXPECT_EQ(Stem("eyelid's"), "eyelid");
  EXPECT_EQ(Stem("dying"), "die");
}

TEST(StemTest, LeavesAloneWhatIsNoEnglishWord) {
  const std::string noise(10000, 'x');

  EXPECT_EQ(Stem(""), "");
  EXPECT_EQ(Stem("1000"), "1000");
  EXPECT_EQ(Stem(noise), noise);
  EXPECT_EQ(Stem("\u043c\u043e\u0439"), "\u043c\u043e\u0439");
}

}  // namespace
}  // namespace quiver
