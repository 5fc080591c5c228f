#include "text/dictionary.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "support/status_matchers.h"

namespace quiver {
namespace {

// A file that lives as long as the test.
class TemporaryFile {
 public:
  TemporaryFile(std::string_view name, std::string_view content)
      : path_(testing::TempDir() + std::string(name)) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(DictionaryTest, ContainsJustTheWordsGiven) {
  const auto dictionary = MakeDictionary({"calm", "leg's"});

  EXPECT_TRUE(dictionary->Contains("calm"));
  EXPECT_TRUE(dictionary->Contains("leg's"));
  EXPECT_FALSE(dictionary->Contains("leg"));
  EXPECT_FALSE(dictionary->Contains("cal"));
  EXPECT_FALSE(dictionary->Contains(""));
}

TEST(DictionaryTest, MayBeEmpty) {
  EXPECT_FALSE(MakeDictionary({})->Contains("word"));
}

TEST(DictionaryTest, TakesCapitalsInLowerCase) {
  const auto dictionary = MakeDictionary({"Paris", "\u00c5ngstr\u00f6m"});

  EXPECT_TRUE(dictionary->Contains("paris"));
  EXPECT_TRUE(dictionary->Contains("\u00e5ngstr\u00f6m"));
  EXPECT_FALSE(dictionary->Contains("Paris"));
}

TEST(DictionaryTest, ReadsSeveralFilesWithAnyLineEnds) {
  const TemporaryFile first("first_words", "one\r\ntwo\n\n");
  const TemporaryFile second("second_words", "two\nthree");

  const auto dictionary = ReadDictionary({first.path(), second.path()});

  ASSERT_THAT(dictionary, IsOk());
  for (const std::string_view word : {"one", "two", "three"}) {
    EXPECT_TRUE((*dictionary)->Contains(word)) << word;
  }
  EXPECT_FALSE((*dictionary)->Contains(""));
}

TEST(DictionaryTest, LeavesOutWhatIsNotUtf8) {
  const TemporaryFile file("broken_words",
                           "good\nb\xC3"
                           "d\n");

  const auto dictionary = ReadDictionary({file.path()});

  ASSERT_THAT(dictionary, IsOk());
  EXPECT_TRUE((*dictionary)->Contains("good"));
  EXPECT_FALSE((*dictionary)
                   ->Contains("b\xC3"
                              "d"));
}

TEST(DictionaryTest, ReportsAMissingFileByName) {
  const auto dictionary = ReadDictionary({"/nowhere/words"});

  EXPECT_EQ(dictionary.status().code(), absl::StatusCode::kNotFound);
  EXPECT_NE(dictionary.status().message().find("/nowhere/words"),
            absl::string_view::npos);
}

TEST(DictionaryTest, ReportsAFolderInPlaceOfAFile) {
  EXPECT_EQ(ReadDictionary({testing::TempDir()}).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace quiver
