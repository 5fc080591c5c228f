#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// A reader of a small vocabulary, in a world of a few other words.
class SpellingTest : public testing::Test {
 protected:
  static Vocabulary MakeVocabulary() {
    Vocabulary vocabulary;
    vocabulary.words = {
        {"eyelid", 40},   {"lid", 2},       {"eye", 60},      {"calf", 20},
        {"muscle", 80},   {"muscles", 70},  {"twitch", 50},   {"twitching", 90},
        {"jumping", 5},   {"magnesium", 9}, {"caffeine", 12}, {"doctor", 8},
        {"dangerous", 7}, {"stress", 30},   {"symptom", 3},   {"symptoms", 9},
        {"leg", 30},      {"legs", 10},     {"work", 20},     {"workout", 3},
        {"maybe", 50},    {"headache", 4},  {"doesn't", 5},   {"tooth", 1},
        {"pain", 10},     {"b12", 3},       {"should", 6},    {"sleep", 12},
        {"asleep", 2},    {"twitchy", 50},  {"weeks", 5},     {"of", 90},
        {"relieving", 4}, {"breathe", 25}};
    vocabulary.spellings = {{"wks", "weeks"},       {"shud", "should"},
                            {"alot", "a lot"},      {"imo", "in my opinion"},
                            {"Dont", "don\u2019t"}, {"same", "same"}};
    return vocabulary;
  }

  std::string Corrected(std::string_view message) const {
    return reader_->Read(message).corrected.text;
  }

  const std::unique_ptr<Dictionary> dictionary_ =
      MakeDictionary({"eyebrow", "calm", "half", "call", "doctoral", "night",
                      "over", "head", "ache", "less", "out", "sympathy", "lids",
                      "some", "palm", "receiving", "headaches", "berate"});
  const std::unique_ptr<Reader> reader_ =
      MakeReader(MakeVocabulary(), *dictionary_);
};

struct SpellingCase {
  std::string_view message;
  std::string_view corrected;
};

TEST_F(SpellingTest, MendsWordsOneEditAway) {
  constexpr SpellingCase kCases[] = {
      {"jumpin", "jumping"},  // A letter left out,
      {"calff", "calf"},      // one too many,
      {"strezs", "stress"},   // a wrong one,
      {"mucsle", "muscle"},   // two swapped,
      {"wtitch", "twitch"},   // the first two among them.
      {"My Twiching LEG", "my twitching leg"},
      {"does'nt", "doesn't"},
      {"eyelds's", "eyelds's"},
      {"eyelidd's", "eyelid's"},
      {"(jumpin)", "(jumping)"},
      {"jumpin-muscels", "jumping-muscles"},
  };
  for (const SpellingCase& c : kCases) {
    EXPECT_EQ(Corrected(c.message), c.corrected) << c.message;
  }
}

TEST_F(SpellingTest, MendsLongWordsTwoEditsAway) {
  EXPECT_EQ(Corrected("magneesiun"), "magnesium");
  EXPECT_EQ(Corrected("dangrus"), "dangrus");  // Seven letters.
  EXPECT_EQ(Corrected("cafeinne"), "caffeine");
  EXPECT_EQ(Corrected("twichingg"), "twitching");
}

TEST_F(SpellingTest, PrefersTheNearerThenTheMoreFrequentThenTheAlphabet) {
  EXPECT_EQ(Corrected("symptomx"), "symptoms");
  EXPECT_EQ(Corrected("musclee"), "muscle");
  EXPECT_EQ(Corrected("twitchx"), "twitch");
}

TEST_F(SpellingTest, TrustsTheFirstLetter) {
  EXPECT_EQ(Corrected("zuscle"), "zuscle");
  EXPECT_EQ(Corrected("uscle"), "uscle");
  EXPECT_EQ(Corrected("xcalf"), "xcalf");
}

TEST_F(SpellingTest, NeverCorrectsOrdinaryWords) {
  for (const std::string_view message :
       {"eyebrow", "leg", "calm", "half", "call", "doctoral", "palm", "calm's",
        "Calm", "lids", "the", "there", "would"}) {
    EXPECT_THAT(reader_->Read(message).corrections, IsEmpty()) << message;
  }
}

TEST_F(SpellingTest, LeavesTyposOfOrdinaryWordsAlone) {
  // Ordinary words with letters swapped, not near words of the vocabulary.
  EXPECT_EQ(Corrected("recieving"), "recieving");
  EXPECT_EQ(Corrected("headachess"), "headachess");
  EXPECT_EQ(Corrected("releiving"), "relieving");
  EXPECT_EQ(Corrected("headachee"), "headache");
}

TEST_F(SpellingTest, PrefersSwappedLettersToOtherEdits) {
  EXPECT_EQ(Corrected("slepe"), "sleep");
  EXPECT_EQ(Corrected("twithc"), "twitch");
}

TEST_F(SpellingTest, PrefersFrequentWordsToOrdinaryOnesWithLettersSwapped) {
  EXPECT_EQ(Corrected("breate"), "breathe");  // Or "berate".
}

TEST_F(SpellingTest, MendsOnlyLikelyTyposOfFourLetters) {
  EXPECT_EQ(Corrected("claf"), "calf");
  EXPECT_EQ(Corrected("legg"), "leg");
  EXPECT_EQ(Corrected("paiin"), "pain");
  EXPECT_EQ(Corrected("lgs pain"), "lgs pain");
  EXPECT_EQ(Corrected("palf"), "palf");  // Calf or half.
  EXPECT_EQ(Corrected("pafn"), "pafn");
}

TEST_F(SpellingTest, LeavesWordsWithOrdinaryEndingsAlone) {
  EXPECT_EQ(Corrected("calfless"), "calfless");
  EXPECT_EQ(Corrected("painlike"), "painlike");
}

TEST_F(SpellingTest, TakesOtherEndingsForOtherWords) {
  EXPECT_EQ(Corrected("magnesiate"), "magnesiate");
  EXPECT_EQ(Corrected("magneciun"), "magnesium");
}

TEST_F(SpellingTest, NeverCorrectsNumbersShortWordsAndOtherScripts) {
  for (const std::string_view message :
       {"b13", "calf1", "3weks", "leq", "lge", "12", "c\u00e0lf", "\u2615", "",
        "xqzptw", "tiembla"}) {
    EXPECT_THAT(reader_->Read(message).corrections, IsEmpty()) << message;
  }
}

TEST_F(SpellingTest, NeverCorrectsEndlessWords) {
  EXPECT_THAT(reader_->Read(std::string(4096, 'x')).corrections, IsEmpty());
  std::string parts;
  for (int i = 0; i < 100; ++i) parts += "calfmuscle";
  EXPECT_THAT(reader_->Read(parts).corrections, IsEmpty());
}

TEST_F(SpellingTest, MendsTheFirstHundredUnknownWordsOnly) {
  std::string typos;
  for (int i = 0; i < 150; ++i) typos += "twiching ";

  EXPECT_THAT(reader_->Read(typos).corrections, SizeIs(100));
}

TEST_F(SpellingTest, SplitsWordsThatRanTogether) {
  EXPECT_EQ(Corrected("calfmuscle"), "calf muscle");
  EXPECT_EQ(Corrected("eyetwitch"), "eye twitch");
  EXPECT_EQ(Corrected("legofpain"), "legofpain");
  EXPECT_EQ(Corrected("ofpain"), "ofpain");
}

TEST_F(SpellingTest, JoinsWordsTornApart) {
  EXPECT_EQ(Corrected("my eye lid"), "my eyelid");
  EXPECT_EQ(Corrected("eye-lid"), "eyelid");
  EXPECT_EQ(Corrected("head ache"), "headache");
  EXPECT_EQ(Corrected("twit ching"), "twitching");
}

TEST_F(SpellingTest, LeavesWordsThatRightlyStandApart) {
  for (const std::string_view message :
       {"it may be so", "work out", "eye, lid", "eye. lid", "eye -lid",
        "a sleep", "twitch y"}) {
    EXPECT_THAT(reader_->Read(message).corrections, IsEmpty()) << message;
  }
}

TEST_F(SpellingTest, WritesOutAuthoredSpellings) {
  constexpr SpellingCase kCases[] = {
      {"2 wks", "2 weeks"},
      {"Shud i worry", "should i worry"},
      {"alot of pain", "a lot of pain"},
      {"imo its stress", "in my opinion its stress"},
      {"dont know", "don't know"},
      {"same", "same"},
      {"alotx", "alotx"},
  };
  for (const SpellingCase& c : kCases) {
    EXPECT_EQ(Corrected(c.message), c.corrected) << c.message;
  }
}

TEST_F(SpellingTest, TellsWhatItCorrected) {
  const Utterance utterance = reader_->Read("My  JUMPIN eye lid, alot");

  ASSERT_THAT(utterance.corrections, SizeIs(3));
  EXPECT_EQ(utterance.corrections[0].from, "jumpin");
  EXPECT_EQ(utterance.corrections[0].to, "jumping");
  EXPECT_EQ(utterance.corrections[0].original, (Span{4, 10}));
  EXPECT_EQ(utterance.corrections[1].from, "eye lid");
  EXPECT_EQ(utterance.corrections[1].to, "eyelid");
  EXPECT_EQ(utterance.corrections[1].original, (Span{11, 18}));
  EXPECT_EQ(utterance.corrections[2].to, "a lot");
  EXPECT_EQ(utterance.raw.text, "my jumpin eye lid, alot");
  EXPECT_EQ(utterance.corrected.text, "my jumping eyelid, a lot");
}

struct OriginCase {
  std::string_view message;
  size_t token;  // Of the corrected reading.
  std::string_view from;
};

TEST_F(SpellingTest, MapsCorrectedWordsToWhatWasTyped) {
  constexpr OriginCase kCases[] = {
      {"my Jumpin  leg", 1, "Jumpin"},
      {"my Jumpin  leg", 2, "leg"},
      {"my eye  lid hurts", 1, "eye  lid"},
      {"my eye  lid hurts", 2, "hurts"},
      {"a CalfMuscle x", 1, "Calf"},
      {"a CalfMuscle x", 2, "Muscle"},
      {"a CalfMuscle x", 3, "x"},
      {"alot of", 0, "a"},
      {"alot of", 1, "lot"},
      {"imo yes", 0, "i"},
      {"imo yes", 2, "o"},
      {"imo yes", 3, "yes"},
  };
  for (const OriginCase& c : kCases) {
    const Utterance utterance = reader_->Read(c.message);
    const Span origin =
        utterance.corrected.Origin(utterance.corrected.tokens.at(c.token).span);
    EXPECT_EQ(c.message.substr(origin.begin, origin.size()), c.from)
        << c.message;
  }
}

TEST_F(SpellingTest, CutsTheCorrectedTextIntoClausesAnew) {
  const Utterance utterance = reader_->Read("it hurts, shud i worry");

  ASSERT_THAT(utterance.raw.clauses, SizeIs(2));
  EXPECT_FALSE(utterance.raw.clauses[1].question);
  ASSERT_THAT(utterance.corrected.clauses, SizeIs(2));
  EXPECT_TRUE(utterance.corrected.clauses[1].question);
  EXPECT_EQ(utterance.corrected.Text(utterance.corrected.clauses[1].span),
            "should i worry");
}

TEST(SpellerTest, KnowsTheEnglishLists) {
  const auto dictionary = ReadDictionary(
      {"/usr/share/dict/american-english", "/usr/share/dict/british-english"});
  if (!dictionary.ok()) GTEST_SKIP() << "no word lists here";
  Vocabulary vocabulary;
  vocabulary.words = {{"calf", 100}, {"thigh", 100}, {"tic", 100},
                      {"twitch", 9}, {"eyelid", 9},  {"colour", 9}};
  const auto reader = MakeReader(vocabulary, **dictionary);

  for (const std::string_view message :
       {"eyebrow", "leg", "calm", "half", "colors", "tick", "switch", "thighs",
        "paris", "neighbour's"}) {
    EXPECT_THAT(reader->Read(message).corrections, IsEmpty()) << message;
  }
  EXPECT_EQ(reader->Read("twicth").corrected.text, "twitch");
}

}  // namespace
}  // namespace quiver
