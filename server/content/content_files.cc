#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/status_macros.h"
#include "content/content_loader.h"
#include "content/limits.h"

namespace quiver {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolders[] = {"intents", "knowledge"};

bool IsHidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

bool IsContent(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".md";
}

// Whether `name` is the name of one folder, not a way to somewhere else.
bool IsFolderName(const std::string& name) {
  return !name.empty() && !name.starts_with('.') &&
         name.find('/') == std::string::npos;
}

// What `stream` holds, up to one byte more than the limit, for LoadCatalog() to
// see.
std::string ReadText(std::istream& stream) {
  constexpr size_t kChunk = 16'384;
  std::string text;
  while (stream && text.size() <= kMaxFileBytes) {
    const size_t size = text.size();
    text.resize(size + kChunk);
    stream.read(text.data() + size, kChunk);
    text.resize(size + static_cast<size_t>(stream.gcount()));
  }
  return text;
}

// Reads the files of one assistant.
class FileCollector {
 public:
  explicit FileCollector(const fs::path& root)
      : root_(root), canonical_root_(fs::weakly_canonical(root, error_)) {}

  absl::Status AddFolder(const fs::path& folder, size_t depth) {
    if (depth > kMaxFolderDepth) {
      return absl::ResourceExhaustedError(fmt::format(
          "{} is deeper than {} folders", Name(folder), kMaxFolderDepth));
    }
    for (fs::directory_iterator entry(folder, error_), end;
         !error_ && entry != end; entry.increment(error_)) {
      if (IsHidden(entry->path())) continue;
      QUIVER_RETURN_IF_ERROR(AddEntry(*entry, depth));
    }
    return error_ ? Unreadable(folder) : absl::OkStatus();
  }

  std::vector<ContentFile> Take() {
    std::sort(files_.begin(), files_.end(),
              [](const ContentFile& left, const ContentFile& right) {
                return left.path < right.path;
              });
    return std::move(files_);
  }

 private:
  std::string Name(const fs::path& path) const {
    return path.lexically_relative(root_).generic_string();
  }

  absl::Status Unreadable(const fs::path& path) const {
    return absl::UnavailableError(fmt::format(
        "cannot read {}: {}", Name(path),
        error_ ? error_.message() : std::string("input/output error")));
  }

  absl::Status AddEntry(const fs::directory_entry& entry, size_t depth) {
    const fs::path& path = entry.path();
    const bool is_link = entry.is_symlink(error_);
    const bool is_folder = entry.is_directory(error_);
    if (is_link && (is_folder || IsContent(path))) {
      QUIVER_RETURN_IF_ERROR(CheckLink(path, is_folder));
    }
    if (is_folder) return AddFolder(path, depth + 1);
    return IsContent(path) ? AddFile(path) : absl::OkStatus();
  }

  // A link may give a file of the content a second name, and no more.
  absl::Status CheckLink(const fs::path& path, bool is_folder) {
    const fs::path target = fs::canonical(path, error_);
    if (error_) return Unreadable(path);
    const auto [inside, rest] =
        std::mismatch(canonical_root_.begin(), canonical_root_.end(),
                      target.begin(), target.end());
    if (!is_folder && inside == canonical_root_.end()) return absl::OkStatus();
    return absl::PermissionDeniedError(
        fmt::format("{} is a link {}", Name(path),
                    is_folder ? "to a folder" : "out of the content"));
  }

  absl::Status AddFile(const fs::path& path) {
    if (files_.size() >= kMaxContentFiles) {
      return absl::ResourceExhaustedError(
          fmt::format("there are more than {} files", kMaxContentFiles));
    }
    if (!fs::is_regular_file(path, error_)) {
      return absl::UnavailableError(
          fmt::format("{} is not a file", Name(path)));
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text = ReadText(stream);
    if (!stream.is_open() || stream.bad()) return Unreadable(path);
    bytes_ += text.size();
    if (bytes_ > kMaxContentBytes) {
      return absl::ResourceExhaustedError(
          fmt::format("there are more than {} bytes", kMaxContentBytes));
    }
    files_.push_back({Name(path), std::move(text)});
    return absl::OkStatus();
  }

  std::error_code error_;
  const fs::path root_;
  const fs::path canonical_root_;
  std::vector<ContentFile> files_;
  size_t bytes_ = 0;
};

bool HasFolders(const fs::path& root, const std::string& assistant) {
  return std::all_of(
      std::begin(kFolders), std::end(kFolders), [&](const char* folder) {
        std::error_code ignored;
        return fs::is_directory(root / folder / assistant, ignored);
      });
}

}  // namespace

absl::StatusOr<std::vector<std::string>> ListAssistants(
    const std::string& root) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path intents = fs::path(root) / kFolders[0];
  for (fs::directory_iterator entry(intents, error), end;
       !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (IsFolderName(name) && HasFolders(root, name)) names.push_back(name);
  }
  if (names.empty()) {
    return absl::NotFoundError(fmt::format(
        "{} has no assistant: no folder stands in both intents and knowledge",
        root));
  }
  std::sort(names.begin(), names.end());
  return names;
}

absl::StatusOr<ContentFiles> ReadContentFiles(const std::string& root,
                                              const std::string& assistant) {
  if (!IsFolderName(assistant) || !HasFolders(root, assistant)) {
    return absl::NotFoundError(
        fmt::format("{} has no assistant \"{}\"", root, assistant));
  }
  FileCollector collector(root);
  for (const char* folder : kFolders) {
    QUIVER_RETURN_IF_ERROR(
        collector.AddFolder(fs::path(root) / folder / assistant, 1));
  }
  return ContentFiles{assistant, collector.Take()};
}

}  // namespace quiver
