#ifndef QUIVER_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
#define QUIVER_TESTS_SUPPORT_TEMPORARY_FOLDER_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace quiver {

// An empty folder of its own, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(testing::TempDir() + "/quiver-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) ADD_FAILURE() << "no " << path_;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

  // Writes a file, with the folders that it needs.
  void Write(const std::string& name, std::string_view text) const {
    const std::filesystem::path file = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  // Copies the files in `folder` into it.
  void CopyFrom(const std::string& folder) const {
    std::filesystem::copy(
        folder, path_,
        std::filesystem::copy_options::recursive |
            std::filesystem::copy_options::overwrite_existing);
  }

 private:
  std::string path_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
