#include "text/clauses.h"

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

using testing::ElementsAreArray;

// The clauses of `message`, "|" between them and "||" between sentences, and
// "<?>" after each question.
std::string Clauses(std::string_view message) {
  static const std::unique_ptr<Dictionary> dictionary = MakeDictionary({});
  static const std::unique_ptr<Reader> reader = MakeReader({}, *dictionary);
  const Reading reading = reader->Read(message).raw;
  std::string result;
  uint32_t sentence = 0;
  for (const Clause& clause : reading.clauses) {
    if (!result.empty()) {
      result += clause.sentence == sentence ? " | " : " || ";
    }
    sentence = clause.sentence;
    result += reading.Text(clause.span);
    if (clause.question) result += " <?>";
  }
  return result;
}

struct ClauseCase {
  std::string_view message;
  std::string_view clauses;
};

void ExpectClauses(const std::vector<ClauseCase>& cases) {
  for (const ClauseCase& c : cases) {
    EXPECT_EQ(Clauses(c.message), c.clauses) << c.message;
  }
}

TEST(ClausesTest, HoldsAllOfASimpleMessage) {
  ExpectClauses({
      {"", ""},
      {"?!", ""},
      {"calf", "calf"},
      {"My left eyelid twitches.", "my left eyelid twitches."},
      {"(maybe)", "(maybe)"},
  });
}

TEST(ClausesTest, CutsSentencesAtTheirMarks) {
  ExpectClauses({
      {"It twitches. It stopped.", "it twitches. || it stopped."},
      {"Ouch! It twitches; a lot", "ouch! || it twitches; || a lot"},
      {"bad? it hurts", "bad? <?> || it hurts"},
      {"really?! it hurts", "really?! <?> || it hurts"},
      {"It twitches\nmy calf\r\n\r\nmy arm",
       "it twitches || my calf || my arm"},
      {"it twitches... a lot", "it twitches. || a lot"},
      {"it twitches\u2026a lot", "it twitches. || a lot"},
      {"it stopped.is it over", "it stopped. || is it over <?>"},
      {"he said \"stop\". it did", "he said \"stop\". || it did"},
      {"it (my arm). \"No\"", "it | (my arm). || \"no\""},
  });
}

TEST(ClausesTest, KeepsNumbersAndAbbreviationsInOneSentence) {
  ExpectClauses({
      {"took 3.5 mg", "took 3.5 mg"},
      {"took .5 mg", "took .5 mg"},
      {"stimulants e.g. coffee", "stimulants e.g. coffee"},
      {"stimulants, i.e. coffee", "stimulants, | i.e. coffee"},
      {"saw dr. jones vs. mrs. smith", "saw dr. jones vs. mrs. smith"},
      {"at 3 a.m. every day", "at 3 a.m. every day"},
      {"at 3 a.m. it starts", "at 3 a.m. || it starts"},
      {"see example.com today", "see example.com today"},
      {"1. eyelid\n2. calf", "1. eyelid || 2. calf"},
      {"low on vitamin b. tired too", "low on vitamin b. || tired too"},
      {"at 10:30 it stopped", "at 10:30 it stopped"},
  });
}

TEST(ClausesTest, CutsSentencesAtEmoji) {
  ExpectClauses({
      {"it twitches \U0001F62D is it bad",
       "it twitches \U0001F62D || is it bad <?>"},
      {"it twitches \U0001F62D\U0001F62D help",
       "it twitches \U0001F62D\U0001F62D || help"},
      {"\U0001F62D it twitches", "\U0001F62D it twitches"},
      {"my \U0001F441\ufe0f keeps twitching", "my \U0001F441 keeps twitching"},
      {"it twitches \U0001F62D", "it twitches \U0001F62D"},
  });
}

TEST(ClausesTest, CutsAtCommasDashesAndParentheses) {
  ExpectClauses({
      {"my eyelid twitches, is it dangerous",
       "my eyelid twitches, | is it dangerous <?>"},
      {"coffee, stress,no sleep", "coffee, | stress, | no sleep"},
      {"my arm (left) twitches", "my arm | (left) | twitches"},
      {"my arm - the left one", "my arm - | the left one"},
      {"it twitches\u2014is it bad", "it twitches- | is it bad <?>"},
      {"it twitches--is it bad", "it twitches- | is it bad <?>"},
      {"it twitches- is it bad", "it twitches- | is it bad <?>"},
      {"my question: is it bad", "my question: | is it bad <?>"},
      {"a well-known twitch for 2\u20133 days",
       "a well-known twitch for 2-3 days"},
      {"1,000 steps", "1,000 steps"},
  });
}

TEST(ClausesTest, CutsBeforeSubordinators) {
  ExpectClauses({
      {"it twitches but it does not hurt",
       "it twitches | but it does not hurt"},
      {"no pain although my arm twitches",
       "no pain | although my arm twitches"},
      {"i worry because it lasts", "i worry | because it lasts"},
      {"it hurts even though i rest", "it hurts | even though i rest"},
      {"it twitches because of coffee", "it twitches because of coffee"},
      {"it hurts though", "it hurts though"},
      {"but why", "but why <?>"},
  });
}

TEST(ClausesTest, CutsBeforeConjunctionsOnlyWhenAClauseFollows) {
  ExpectClauses({
      {"is it dangerous and how do i stop it",
       "is it dangerous <?> | and how do i stop it <?>"},
      {"my calf twitches and my foot is numb",
       "my calf twitches | and my foot is numb"},
      {"it twitches and is it bad", "it twitches | and is it bad <?>"},
      {"it twitches so should i worry", "it twitches | so should i worry <?>"},
      {"it twitches and i don't sleep", "it twitches | and i don't sleep"},
      {"is it stress or should i worry",
       "is it stress <?> | or should i worry <?>"},
      {"it twitches but so what", "it twitches | but so what <?>"},
      {"arms and legs", "arms and legs"},
      {"stress or coffee", "stress or coffee"},
      {"i drink coffee and have twitching",
       "i drink coffee and have twitching"},
      {"it twitched for weeks and now my face droops",
       "it twitched for weeks | and now my face droops"},
      {"i had cramps and suddenly weakness",
       "i had cramps | and suddenly weakness"},
      {"it hurts and then i cannot walk", "it hurts | and then i cannot walk"},
      {"it twitches now and then", "it twitches now and then"},
      {"and now", "and now"},
      {"it is so bad", "it is so bad"},
      {"on and off and", "on and off and"},
  });
}

TEST(ClausesTest, RecognizesHowQuestionsOpen) {
  for (const std::string_view question : {"what is it",
                                          "why does it twitch",
                                          "how long",
                                          "how's it treated",
                                          "is it dangerous",
                                          "can i exercise",
                                          "should i worry",
                                          "does stress cause it",
                                          "do my eyes twitch",
                                          "am i ill",
                                          "could it be",
                                          "will it stop",
                                          "are these normal",
                                          "is caffeine a cause",
                                          "would a twitch hurt",
                                          "will the twitching stop",
                                          "when should i worry",
                                          "where does it start",
                                          "which muscles twitch",
                                          "who can help",
                                          "so is it bad",
                                          "hi can i ask",
                                          "ok but why",
                                          "isn't it bad",
                                          "don't i need sleep",
                                          "have you heard of it",
                                          "has it gone",
                                          "would magnesium help?",
                                          "eyelid?"}) {
    EXPECT_TRUE(Clauses(question).ends_with("<?>")) << question;
  }
}

TEST(ClausesTest, RecognizesStatements) {
  for (const std::string_view statement : {"it is bad",
                                           "when i drink coffee",
                                           "could be stress",
                                           "can feel it moving",
                                           "don't worry",
                                           "can't sleep",
                                           "have a twitch",
                                           "had it for weeks",
                                           "was drinking coffee",
                                           "was a bit stressed",
                                           "do not know",
                                           "am stressed",
                                           "might be stress",
                                           "will try that",
                                           "have this in my leg",
                                           "is on and off",
                                           "did a bit of running",
                                           "so bad",
                                           "is",
                                           "and"}) {
    EXPECT_FALSE(Clauses(statement).ends_with("<?>")) << statement;
  }
}

TEST(ClausesTest, TakesRelativeClausesForStatements) {
  ExpectClauses({
      {"it twitches, which is annoying", "it twitches, | which is annoying"},
      {"my wife, who has it too", "my wife, | who has it too"},
  });
}

TEST(ClausesTest, AppliesAQuestionMarkToTheLastClauseOnly) {
  ExpectClauses({
      {"i drink coffee, bad?", "i drink coffee, | bad? <?>"},
      {"stress? i sleep", "stress? <?> || i sleep"},
  });
}

TEST(ClausesTest, HoldsEveryTokenOnceAndInOrder) {
  const auto dictionary = MakeDictionary({});
  const auto reader = MakeReader({}, *dictionary);
  for (const std::string_view message :
       {"a, b. c? d", "?! (x) - y", "one and it is two\nthree", "((a)) ((b))",
        "\U0001F62D \U0001F62D a \U0001F62D, b", ", , a , , b . . c"}) {
    const Reading reading = reader->Read(message).raw;
    uint32_t next = 0;
    uint32_t position = 0;
    for (const Clause& clause : reading.clauses) {
      EXPECT_EQ(clause.first_token, next) << message;
      EXPECT_LT(clause.first_token, clause.last_token) << message;
      EXPECT_GE(clause.span.begin, position) << message;
      for (; next < clause.last_token; ++next) {
        EXPECT_TRUE(clause.span.Contains(reading.tokens[next].span)) << message;
      }
      position = clause.span.end;
    }
    EXPECT_EQ(next, reading.tokens.size()) << message;
  }
}

}  // namespace
}  // namespace quiver
