// How hard the shipped documents are to read, and whether each says where it
// comes from and when it was checked.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "content/content_loader.h"
#include "knowledge/reading_grade.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

// Grades that no document may pass: said once more in plain words, in the short
// answer, and as a whole.
constexpr double kHardestPlain = 8.0;
constexpr double kHardestShortAnswer = 8.7;
constexpr double kHardestDocument = 8.5;

struct Grades {
  std::string path;
  double plain = 0;  // 0 when there is none.
  double short_answer = 0;
  double whole = 0;

  double Hardest() const { return std::max({plain, short_answer, whole}); }
};

void AddWords(const std::string& text, StringSet& words) {
  std::string word;
  for (const char c : text + " ") {
    if (IsWordCharacter(c)) {
      word += absl::ascii_tolower(static_cast<unsigned char>(c));
    } else if (!word.empty()) {
      words.insert(std::exchange(word, ""));
    }
  }
}

// The shipped documents, loaded once.
class ReadabilityTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto files = ReadContentFiles(QUIVER_SOURCE_DIR, "muscle_twitching");
    ASSERT_THAT(files, IsOk());
    Diagnostics diagnostics;
    catalog_ = LoadCatalog(*files, diagnostics);
    ASSERT_NE(catalog_, nullptr) << diagnostics.FormatAll();
    auto words = ReadUnavoidableWords(QUIVER_SOURCE_DIR
                                      "/tests/knowledge/unavoidable_words.txt");
    ASSERT_THAT(words, IsOk());
    unavoidable_ = *std::move(words);
  }

  static void TearDownTestSuite() { catalog_.reset(); }

  static Grades GradesOf(const Document& document) {
    TextCounts whole;
    for (const Passage& passage : document.passages) {
      whole += CountBlocks(passage.blocks, unavoidable_);
    }
    const TextCounts first =
        CountBlocks(document.passages.front().blocks, unavoidable_);
    const double plain =
        document.plain.empty()
            ? 0
            : ReadingGrade(CountText(document.plain, unavoidable_));
    return {document.position.file, plain, ReadingGrade(first),
            ReadingGrade(whole)};
  }

  static std::shared_ptr<const Catalog> catalog_;
  static UnavoidableWords unavoidable_;
};

std::shared_ptr<const Catalog> ReadabilityTest::catalog_;
UnavoidableWords ReadabilityTest::unavoidable_;

TEST_F(ReadabilityTest, DocumentsArePlainToRead) {
  std::vector<Grades> table;
  for (const Document& document : catalog_->documents) {
    table.push_back(GradesOf(document));
  }
  std::sort(table.begin(), table.end(), [](const Grades& a, const Grades& b) {
    return a.Hardest() > b.Hardest();
  });
  fmt::print("plain  short  whole  document\n");
  for (const Grades& grades : table) {
    fmt::print("{:5.1f}  {:5.1f}  {:5.1f}  {}\n", grades.plain,
               grades.short_answer, grades.whole, grades.path);
    EXPECT_LE(grades.plain, kHardestPlain) << grades.path;
    EXPECT_LE(grades.short_answer, kHardestShortAnswer) << grades.path;
    EXPECT_LE(grades.whole, kHardestDocument) << grades.path;
  }
}

TEST_F(ReadabilityTest, DocumentsNameSourcesAndDates) {
  for (const Document& document : catalog_->documents) {
    EXPECT_FALSE(document.sources.empty()) << document.id;
    for (const Passage& passage : document.passages) {
      EXPECT_FALSE(passage.sources.empty())
          << document.id << ": " << passage.heading;
    }
    EXPECT_GE(document.reviewed, absl::CivilDay(2026, 1, 1)) << document.id;
    EXPECT_GT(document.review_by, document.reviewed) << document.id;
    EXPECT_FALSE(document.topic.empty()) << document.id;
  }
}

TEST_F(ReadabilityTest, DocumentsTellWhenToSeeADoctor) {
  for (const Document& document : catalog_->documents) {
    EXPECT_GE(document.FindAspect("doctor"), 0) << document.id;
  }
}

// A word that nobody needs would only hide a hard text.
TEST_F(ReadabilityTest, UnavoidableWordsAreUsed) {
  StringSet used;
  for (const Document& document : catalog_->documents) {
    for (const Passage& passage : document.passages) {
      for (const Block& block : passage.blocks) AddWords(block.text, used);
      for (const Block& block : passage.blocks) {
        for (const std::string& item : block.items) AddWords(item, used);
      }
    }
  }
  for (const std::string& word : unavoidable_) {
    EXPECT_TRUE(used.contains(word)) << word;
  }
}

// What is read first must be short.
TEST_F(ReadabilityTest, ShortAnswersAreShort) {
  for (const Document& document : catalog_->documents) {
    const TextCounts counts =
        CountBlocks(document.passages.front().blocks, unavoidable_);
    EXPECT_GE(counts.sentences, 2u) << document.id;
    EXPECT_LE(counts.sentences, 4u) << document.id;
  }
}

TEST(CountSyllables, ApproximatesEnglish) {
  const struct {
    const char* word;
    size_t syllables;
  } kCases[] = {
      {"twitch", 1},   {"take", 1},    {"takes", 1},    {"passed", 1},
      {"lasted", 2},   {"muscle", 2},  {"muscles", 2},  {"doctor", 2},
      {"twitches", 2}, {"serious", 3}, {"nation", 2},   {"eyelid", 2},
      {"the", 1},      {"be", 1},      {"caffeine", 2}, {"medicine", 3},
      {"special", 2},  {"hmm", 1},     {"2019", 1},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(CountSyllables(test.word), test.syllables) << test.word;
  }
}

TEST(CountText, CountsSentencesWordsAndSyllables) {
  const TextCounts counts =
      CountText("Call 999 now. It's a self-test: 1.5 cups!", {});
  EXPECT_EQ(counts.sentences, 2u);
  EXPECT_EQ(counts.words, 10u);
  const TextCounts named = CountText("A fasciculation", {"fasciculation"});
  EXPECT_EQ(named.sentences, 1u);
  EXPECT_EQ(named.syllables, 3u);
}

// The cat sat on the mat: six words of one syllable.
TEST(ReadingGrade, FollowsTheFormula) {
  EXPECT_NEAR(ReadingGrade({1, 6, 6}), 0.39 * 6 + 11.8 - 15.59, 1e-9);
  EXPECT_NEAR(ReadingGrade({2, 40, 60}), 0.39 * 20 + 11.8 * 1.5 - 15.59, 1e-9);
}

}  // namespace
}  // namespace quiver
