#ifndef QUIVER_TESTS_SESSION_TEMPORARY_FOLDER_H_
#define QUIVER_TESTS_SESSION_TEMPORARY_FOLDER_H_

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace quiver {

// A new, empty folder, removed with all that is in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    path_ = std::filesystem::temp_directory_path() / "quiver-XXXXXX";
    if (mkdtemp(path_.data()) == nullptr) abort();
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

  // Path of the file `name` in it.
  std::string operator/(const std::string& name) const {
    return path_ + "/" + name;
  }

 private:
  std::string path_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SESSION_TEMPORARY_FOLDER_H_
