#include "content/parsed_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/parallel.h"
#include "content/limits.h"
#include "content/yaml_parser.h"

namespace quiver {
namespace {

// A thread is worth its start from about this many files on.
constexpr size_t kFilesPerThread = 16;

// Whether `file` can be looked into at all.
bool CheckText(const ContentFile& file, ParsedFile& parsed) {
  const SourceText& source = parsed.source;
  if (file.text.size() > kMaxFileBytes) {
    parsed.diagnostics.Error(
        source.Whole(),
        fmt::format("the file is larger than {} bytes", kMaxFileBytes),
        "split it: all files of a folder are read together");
    return false;
  }
  const size_t bad = FindBadCharacter(source.text());
  if (bad != std::string_view::npos) {
    parsed.diagnostics.Error(source.At(bad),
                             "this is no text in UTF-8, or a character that "
                             "cannot be seen",
                             "type it again, and save the file as UTF-8");
    return false;
  }
  const size_t line = FindLongLine(source.text());
  if (line == std::string_view::npos) return true;
  parsed.diagnostics.Error(
      source.At(line),
      fmt::format("the line is longer than {} bytes", kMaxLineBytes),
      "break it, or split what it says");
  return false;
}

bool CheckExtension(ParsedFile& parsed) {
  const std::string_view extension = parsed.is_document ? ".md" : ".yaml";
  if (parsed.source.path().ends_with(extension)) return true;
  parsed.diagnostics.Error(parsed.source.Whole(),
                           parsed.is_document ? "documents are .md files"
                                              : "intents are .yaml files",
                           "rename the file, or move it to the other folder");
  return false;
}

std::string WithoutByteOrderMark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return std::string(text);
}

std::unique_ptr<ParsedFile> Parse(const ContentFile& file) {
  auto parsed = std::make_unique<ParsedFile>(
      ParsedFile{SourceText(file.path, WithoutByteOrderMark(file.text)),
                 file.path.starts_with("knowledge/"),
                 std::nullopt,
                 std::nullopt,
                 {},
                 Sha256(file.text)});
  if (!CheckExtension(*parsed) || !CheckText(file, *parsed)) return parsed;
  const SourceText& source = parsed->source;
  if (parsed->is_document) {
    parsed->document = SplitDocument(source, parsed->diagnostics);
  } else {
    parsed->yaml =
        ParseYaml(source, 0, source.text().size(), parsed->diagnostics);
  }
  return parsed;
}

// Indices of `files`, large ones first: so no thread is left with a large one
// at the end.
std::vector<size_t> LargestFirst(const std::vector<const ContentFile*>& files) {
  std::vector<size_t> order(files.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t left, size_t right) {
    return files[left]->text.size() > files[right]->text.size();
  });
  return order;
}

}  // namespace

std::vector<std::unique_ptr<ParsedFile>> ParseFiles(
    const std::vector<const ContentFile*>& files) {
  std::vector<std::unique_ptr<ParsedFile>> parsed(files.size());
  const std::vector<size_t> order = LargestFirst(files);
  ParallelFor(files.size(), kFilesPerThread,
              [&](size_t i) { parsed[order[i]] = Parse(*files[order[i]]); });
  return parsed;
}

}  // namespace quiver
