#include "retrieve/stop_words.h"

#include <gtest/gtest.h>

#include <string_view>

#include "text/reader.h"

namespace quiver {
namespace {

TEST(StopWordsTest, FunctionWordsSayNothing) {
  for (const std::string_view word :
       {"the",   "a",     "is",      "are",    "was",    "my",     "it",
        "its",   "it's",  "why",     "what",   "how",    "do",     "does",
        "doing", "don't", "dont",    "can",    "have",   "having", "of",
        "about", "and",   "because", "really", "anyone", "me"}) {
    EXPECT_TRUE(IsStopStem(Stem(word))) << word;
  }
}

TEST(StopWordsTest, WordsOfASubjectDo) {
  for (const std::string_view word :
       {"bread", "oven",  "sleep", "hand",  "night", "left", "back",
        "cold",  "stop",  "start", "worry", "cause", "als",  "ms",
        "rest",  "right", "feel",  "see",   "hear",  "head", "heat",
        "thin",  "home",  "ham",   "3"}) {
    EXPECT_FALSE(IsStopStem(Stem(word))) << word;
  }
}

}  // namespace
}  // namespace quiver
