#include "text/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "text/dictionary.h"
#include "text/utf8.h"

namespace quiver {
namespace {

using testing::IsEmpty;

class ReaderTest : public testing::Test {
 protected:
  static Vocabulary MakeVocabulary() {
    Vocabulary vocabulary;
    vocabulary.words = {{"eyelid", 9},
                        {"calf", 5},
                        {"muscle", 7},
                        {"twitching", 9},
                        {"aaa", 1}};
    vocabulary.spellings = {{"alot", "a lot"}, {"wks", "weeks"}};
    return vocabulary;
  }

  const std::unique_ptr<Dictionary> dictionary_ =
      MakeDictionary({"my", "eye", "hurts"});
  const std::unique_ptr<Reader> reader_ =
      MakeReader(MakeVocabulary(), *dictionary_);
};

void ExpectSoundTokens(const Reading& reading) {
  const std::vector<Token> tokens = Tokenize(reading.text);
  ASSERT_EQ(reading.tokens.size(), tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_EQ(reading.tokens[i].span, tokens[i].span);
    ASSERT_EQ(reading.tokens[i].stem, tokens[i].stem);
    ASSERT_EQ(reading.tokens[i].classes, tokens[i].classes);
  }
}

void ExpectSoundClauses(const Reading& reading) {
  uint32_t next = 0;
  Span last;
  uint32_t sentence = 0;
  for (const Clause& clause : reading.clauses) {
    ASSERT_EQ(clause.first_token, next);
    ASSERT_LT(clause.first_token, clause.last_token);
    ASSERT_LE(last.end, clause.span.begin);
    ASSERT_LE(clause.sentence, sentence + 1);
    ASSERT_GE(clause.sentence, sentence);
    ASSERT_TRUE(
        clause.span.Contains({reading.tokens[clause.first_token].span.begin,
                              reading.tokens[clause.last_token - 1].span.end}));
    next = clause.last_token;
    last = clause.span;
    sentence = clause.sentence;
  }
  ASSERT_EQ(next, reading.tokens.size());
  ASSERT_LE(last.end, reading.text.size());
}

void ExpectSoundReading(const Reading& reading, std::string_view original) {
  ASSERT_TRUE(IsValidUtf8(reading.text));
  ASSERT_EQ(reading.origin.size(), reading.text.size() + 1);
  ASSERT_EQ(reading.origin.back(), original.size());
  for (size_t i = 0; i < reading.text.size(); ++i) {
    ASSERT_LE(reading.origin[i], reading.origin[i + 1]);
    const char first = original[reading.origin[i]];
    ASSERT_NE(static_cast<unsigned char>(first) & 0xC0, 0x80);
  }
  ASSERT_NO_FATAL_FAILURE(ExpectSoundTokens(reading));
  ASSERT_NO_FATAL_FAILURE(ExpectSoundClauses(reading));
}

void ExpectSound(const Utterance& utterance, std::string_view original) {
  ASSERT_EQ(utterance.original, original);
  ASSERT_NO_FATAL_FAILURE(ExpectSoundReading(utterance.raw, original));
  ASSERT_NO_FATAL_FAILURE(ExpectSoundReading(utterance.corrected, original));
  ASSERT_EQ(utterance.raw.text, Normalize(original));
  if (utterance.corrections.empty()) {
    ASSERT_EQ(utterance.raw.text, utterance.corrected.text);
  }
}

TEST_F(ReaderTest, ReadsAnEmptyMessageAsNoTokens) {
  const Utterance utterance = reader_->Read("");

  EXPECT_EQ(utterance.raw.text, "");
  EXPECT_THAT(utterance.raw.origin, testing::ElementsAre(0));
  EXPECT_THAT(utterance.raw.tokens, IsEmpty());
  EXPECT_THAT(utterance.raw.clauses, IsEmpty());
  EXPECT_THAT(utterance.corrections, IsEmpty());
}

TEST_F(ReaderTest, ReadsBothWays) {
  const Utterance utterance = reader_->Read("My  EYELID is twiching!!!");

  EXPECT_EQ(utterance.original, "My  EYELID is twiching!!!");
  EXPECT_EQ(utterance.raw.text, "my eyelid is twiching!");
  EXPECT_EQ(utterance.corrected.text, "my eyelid is twitching!");
  EXPECT_EQ(utterance.corrected.tokens[3].stem, "twitch");
}

TEST_F(ReaderTest, ReadsStrangeMessagesSoundly) {
  const std::string long_word(4096, 'a');
  for (const std::string_view message : std::vector<std::string_view>{
           " ",
           "\n",
           "\u200b",
           "\u0301",
           "'",
           "a",
           "aaaa",
           "...",
           "\ufb01",
           "alot",
           "alot alot",
           "eye lid alot calfmuscle twiching",
           "\U0001F1EC\U0001F1E7\U0001F1EC",
           "3\ufe0f\u20e3 wks",
           "\u00bd wks",
           "caf\u00e9\u0301 alot",
           std::string_view("\0a\0", 3),
           "\u4f60\u597d \u0645\u0631\u062d\u0628\u0627 alot",
           "eye\nlid",
           "\u2126 \u212b \ufdfa",
           long_word}) {
    ASSERT_NO_FATAL_FAILURE(ExpectSound(reader_->Read(message), message))
        << message;
  }
}

TEST_F(ReaderTest, ReadsRandomMessagesSoundly) {
  constexpr std::string_view kPieces[] = {
      " ",      " ",      ".",          "?",        ",",      "-",
      "'",      "\n",     "alot",       "twiching", "eye",    "lid",
      "calf",   "wks",    "3",          "and",      "is",     "it",
      "but",    "AAAA",   "(",          "\u2014",   "e.g.",   "\u00e9",
      "\u0301", "\u200b", "\U0001F62D", "\ufb01",   "\u2026", "muscle"};
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string message;
    for (int j = i % 30; j > 0; --j) {
      message += kPieces[random() % std::size(kPieces)];
      if (random() % 3 == 0) message += ' ';
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSound(reader_->Read(message), message))
        << message;
  }
}

TEST_F(ReaderTest, ReadsRandomCodePointsSoundly) {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string message;
    for (int j = i % 40; j > 0; --j) {
      char32_t c = random() % (random() % 2 == 0 ? 0x300 : 0x110000);
      if (c >= 0xD800 && c <= 0xDFFF) c = ' ';
      AppendUtf8(c, message);
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSound(reader_->Read(message), message))
        << message;
  }
}

TEST_F(ReaderTest, SurvivesBytesThatAreNotUtf8) {
  for (const std::string_view message : {"\xFF\xFE", "a\xC3", "\xE2\x82 leg"}) {
    const Utterance utterance = reader_->Read(message);

    EXPECT_TRUE(IsValidUtf8(utterance.raw.text));
    EXPECT_EQ(utterance.raw.origin.back(), message.size());
  }
}

TEST_F(ReaderTest, ReadsTheSameFromManyThreads) {
  const std::string message = "My twiching eye lid, alot of wks. Is it bad?";
  const Utterance expected = reader_->Read(message);
  std::vector<std::string> texts(8);
  std::vector<std::thread> threads;
  for (std::string& text : texts) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i)
        text = reader_->Read(message).corrected.text;
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_THAT(texts, testing::Each(expected.corrected.text));
}

TEST(MakeReaderTest, NormalizesItsVocabulary) {
  const auto dictionary = MakeDictionary({});
  Vocabulary vocabulary;
  vocabulary.words = {{"EyeLid", 3}, {"gone", 0}, {"", 1}};
  vocabulary.spellings = {{"", "x"}, {"nothing", ""}};

  const auto reader = MakeReader(vocabulary, *dictionary);

  EXPECT_EQ(reader->Read("eyelld").corrected.text, "eyelid");
  EXPECT_EQ(reader->Read("gonne nothing").corrected.text, "gonne nothing");
}

}  // namespace
}  // namespace quiver
