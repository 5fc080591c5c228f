#include "text/dictionary.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <future>
#include <system_error>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "base/status_macros.h"
#include "base/string_map.h"
#include "fmt/core.h"
#include "text/reader.h"

namespace quiver {
namespace {

// Words seldom are longer on average: a first guess that saves rehashing.
constexpr size_t kBytesPerWord = 12;

bool IsAsciiOnly(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

void LowerAscii(std::string& text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

// Keeps all words in one block of memory, and views of them in a flat table.
class WordList {
 public:
  // Words stand one a line.
  explicit WordList(std::string lines) : lines_(std::move(lines)) {
    LowerAscii(lines_);
    words_.reserve(lines_.size() / kBytesPerWord);
    std::string_view rest = lines_;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      Add(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  bool Contains(std::string_view word) const {
    return words_.contains(word) ||
           (!folded_.empty() && folded_.contains(word));
  }

 private:
  void Add(std::string_view word) {
    if (word.ends_with('\r')) word.remove_suffix(1);
    if (word.empty()) return;
    if (IsAsciiOnly(word)) {
      words_.insert(word);
    } else if (IsValidUtf8(word)) {
      folded_.insert(Normalize(word));
    }
  }

  std::string lines_;
  absl::flat_hash_set<std::string_view, StringHash> words_;  // Into lines_.
  StringSet folded_;  // The few words that are not ASCII.
};

// Puts its words into their table beside what else goes on: who asks for the
// first one waits.
class WordListDictionary final : public Dictionary {
 public:
  // Words stand one a line.
  explicit WordListDictionary(std::string lines)
      : words_(std::async([lines = std::move(lines)]() mutable {
                 return std::make_unique<const WordList>(std::move(lines));
               }).share()) {}

  bool Contains(std::string_view word) const override {
    return words_.get()->Contains(word);
  }

 private:
  const std::shared_future<std::unique_ptr<const WordList>> words_;
};

absl::StatusOr<std::string> ReadLines(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return absl::NotFoundError(fmt::format("no word list at {}", path));
  }
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size < 0) {
    return absl::NotFoundError(fmt::format("cannot open word list {}", path));
  }
  std::string lines(static_cast<size_t>(size), '\0');
  file.seekg(0);
  file.read(lines.data(), size);
  lines.resize(static_cast<size_t>(file.gcount()));
  return lines;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Dictionary>> ReadDictionary(
    const std::vector<std::string>& paths) {
  std::string lines;
  for (const std::string& path : paths) {
    QUIVER_ASSIGN_OR_RETURN(const std::string list, ReadLines(path));
    lines += list;
    lines += '\n';
  }
  return std::make_unique<WordListDictionary>(std::move(lines));
}

std::unique_ptr<Dictionary> MakeDictionary(std::vector<std::string> words) {
  std::string lines;
  for (const std::string& word : words) {
    lines += word;
    lines += '\n';
  }
  return std::make_unique<WordListDictionary>(std::move(lines));
}

}  // namespace quiver
