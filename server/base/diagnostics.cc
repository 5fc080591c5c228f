#include "base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace quiver {
namespace {

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string Place(const SourcePosition& position) {
  if (position.line == 0) return position.file;
  if (position.column == 0) {
    return fmt::format("{}:{}", position.file, position.line);
  }
  return fmt::format("{}:{}:{}", position.file, position.line, position.column);
}

// The blanks that put a caret under character `column` of `line`: tabs stay
// tabs, a character of several bytes counts once.
std::string Indent(std::string_view line, int column) {
  std::string indent;
  int at = 1;
  for (const char byte : line) {
    if (at >= column) break;
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80) continue;
    indent.push_back(byte == '\t' ? '\t' : ' ');
    ++at;
  }
  indent.append(static_cast<size_t>(std::max(0, column - at)), ' ');
  return indent;
}

}  // namespace

void Diagnostics::AddFile(std::string file, std::string_view text) {
  lines_[std::move(file)] = SplitLines(text);
}

void Diagnostics::Error(SourcePosition position, std::string message,
                        std::string advice) {
  ++error_count_;
  diagnostics_.push_back({Severity::kError, std::move(position),
                          std::move(message), std::move(advice)});
}

void Diagnostics::Warning(SourcePosition position, std::string message,
                          std::string advice) {
  diagnostics_.push_back({Severity::kWarning, std::move(position),
                          std::move(message), std::move(advice)});
}

std::vector<Diagnostic> Diagnostics::Sorted() const {
  std::vector<Diagnostic> sorted = diagnostics_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic& left, const Diagnostic& right) {
                     const auto key = [](const Diagnostic& diagnostic) {
                       return std::tie(diagnostic.position.file,
                                       diagnostic.position.line,
                                       diagnostic.position.column);
                     };
                     return key(left) < key(right);
                   });
  return sorted;
}

std::string Diagnostics::Format(const Diagnostic& diagnostic) const {
  const SourcePosition& position = diagnostic.position;
  std::string text =
      fmt::format("{}: {}: {}\n", Place(position),
                  diagnostic.severity == Severity::kError ? "error" : "warning",
                  diagnostic.message);
  const auto found = lines_.find(position.file);
  const bool has_line = found != lines_.end() && position.line >= 1 &&
                        position.line <= static_cast<int>(found->second.size());
  if (has_line) {
    const std::string& line =
        found->second[static_cast<size_t>(position.line) - 1];
    text += fmt::format("{:>6} | {}\n", position.line, line);
    if (position.column > 0) {
      text += fmt::format("       | {}^\n", Indent(line, position.column));
    }
  }
  if (!diagnostic.advice.empty()) {
    text += fmt::format("       = {}\n", diagnostic.advice);
  }
  return text;
}

std::string Diagnostics::FormatAll() const {
  std::string text;
  for (const Diagnostic& diagnostic : Sorted()) text += Format(diagnostic);
  const int warnings = static_cast<int>(diagnostics_.size()) - error_count_;
  if (!diagnostics_.empty()) {
    text += fmt::format("{} error{}, {} warning{}\n", error_count_,
                        error_count_ == 1 ? "" : "s", warnings,
                        warnings == 1 ? "" : "s");
  }
  return text;
}

}  // namespace quiver
