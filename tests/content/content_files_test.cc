#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "content/content_loader.h"
#include "content/limits.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

// A content root of its own, removed at the end.
class ContentFilesTest : public ::testing::Test {
 protected:
  ContentFilesTest() {
    std::string pattern = ::testing::TempDir() + "contentXXXXXX";
    root_ = mkdtemp(pattern.data());
  }
  ~ContentFilesTest() override { fs::remove_all(root_); }

  void Write(const std::string& path, std::string_view text = "") {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }

  std::vector<std::string> PathsOf(const ContentFiles& files) {
    std::vector<std::string> paths;
    for (const ContentFile& file : files.files) paths.push_back(file.path);
    return paths;
  }

  fs::path root_;
};

TEST_F(ContentFilesTest, ListsWhatStandsInBothFolders) {
  Write("intents/b/x.yaml");
  Write("intents/a/x.yaml");
  Write("intents/half/x.yaml");
  Write("intents/.hidden/x.yaml");
  Write("intents/file");
  Write("knowledge/a/x.md");
  Write("knowledge/b/x.md");
  Write("knowledge/.hidden/x.md");
  Write("knowledge/file");

  ASSERT_OK_AND_ASSIGN(const std::vector<std::string> names,
                       ListAssistants(root_));

  EXPECT_THAT(names, ElementsAre("a", "b"));
}

TEST_F(ContentFilesTest, SaysThatThereIsNoAssistant) {
  EXPECT_THAT(
      ListAssistants(root_),
      StatusIs(absl::StatusCode::kNotFound,
               root_.string() + " has no assistant: no folder stands in both "
                                "intents and knowledge"));
  EXPECT_THAT(ReadContentFiles(root_, "a"),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(ContentFilesTest, DoesNotLeaveTheRootByName) {
  Write("intents/a/x.yaml");
  Write("knowledge/a/x.md");

  for (const std::string name : {"", ".", "..", "../intents/a", "a/", "/a"}) {
    EXPECT_THAT(ReadContentFiles(root_, name),
                StatusIs(absl::StatusCode::kNotFound))
        << name;
  }
}

TEST_F(ContentFilesTest, ReadsFilesOfItsFormatsByPath) {
  Write("intents/a/z.yaml", "z\r\n");
  Write("intents/a/deep/er/y.yaml", "y");
  Write("intents/a/old.yml");
  Write("intents/a/notes.txt");
  Write("intents/a/.draft.yaml");
  Write("intents/a/.git/x.yaml");
  Write("intents/other/x.yaml");
  Write("knowledge/a/x.md", std::string("\0\xFF", 2));

  ASSERT_OK_AND_ASSIGN(const ContentFiles files, ReadContentFiles(root_, "a"));

  EXPECT_EQ(files.assistant, "a");
  EXPECT_THAT(PathsOf(files),
              ElementsAre("intents/a/deep/er/y.yaml", "intents/a/old.yml",
                          "intents/a/z.yaml", "knowledge/a/x.md"));
  EXPECT_EQ(files.files[2].text, "z\r\n");
  EXPECT_EQ(files.files[3].text, std::string("\0\xFF", 2));
}

TEST_F(ContentFilesTest, FollowsLinksInsideTheContentOnly) {
  Write("intents/a/..data/x.yaml", "x");
  Write("knowledge/a/x.md");
  fs::create_symlink("..data/x.yaml", root_ / "intents/a/x.yaml");

  ASSERT_OK_AND_ASSIGN(const ContentFiles files, ReadContentFiles(root_, "a"));
  EXPECT_THAT(PathsOf(files), ElementsAre("intents/a/x.yaml",  //
                                          "knowledge/a/x.md"));

  fs::create_symlink("/etc/hostname", root_ / "knowledge/a/y.md");
  EXPECT_THAT(ReadContentFiles(root_, "a"),
              StatusIs(absl::StatusCode::kPermissionDenied,
                       "knowledge/a/y.md is a link out of the content"));
}

TEST_F(ContentFilesTest, RefusesLinksToFolders) {
  Write("intents/a/x.yaml");
  Write("knowledge/a/x.md");
  fs::create_directory_symlink(".", root_ / "intents/a/again");

  EXPECT_THAT(ReadContentFiles(root_, "a"),
              StatusIs(absl::StatusCode::kPermissionDenied,
                       "intents/a/again is a link to a folder"));
}

TEST_F(ContentFilesTest, RefusesLinksThatLeadNowhere) {
  Write("intents/a/x.yaml");
  Write("knowledge/a/x.md");
  fs::create_symlink("gone.md", root_ / "knowledge/a/y.md");

  EXPECT_THAT(ReadContentFiles(root_, "a"),
              StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(ContentFilesTest, RefusesDeepFolders) {
  std::string path = "knowledge/a";
  for (size_t i = 0; i < kMaxFolderDepth; ++i) path += "/f";
  Write("intents/a/x.yaml");
  Write(path + "/x.md");

  EXPECT_THAT(ReadContentFiles(root_, "a"),
              StatusIs(absl::StatusCode::kResourceExhausted));
}

TEST_F(ContentFilesTest, ReadsNoMoreThanIsNeededToRefuseALargeFile) {
  Write("intents/a/x.yaml", std::string(3 * kMaxFileBytes, ' '));
  Write("knowledge/a/x.md");

  ASSERT_OK_AND_ASSIGN(const ContentFiles files, ReadContentFiles(root_, "a"));

  EXPECT_GT(files.files[0].text.size(), kMaxFileBytes);
  EXPECT_LT(files.files[0].text.size(), 2 * kMaxFileBytes);
}

}  // namespace
}  // namespace quiver
