#include "content/source_text.h"

#include <algorithm>
#include <utility>

#include "content/limits.h"
#include "text/utf8.h"

namespace quiver {
namespace {

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool IsPrintable(char byte) { return byte >= ' ' && byte <= '~'; }

bool IsAllowed(char32_t character) {
  if (character == '\t' || character == '\n' || character == '\r') return true;
  const bool turns = (character >= 0x202A && character <= 0x202E) ||
                     (character >= 0x2066 && character <= 0x2069);
  return !turns && character >= 0x20 &&
         !(character >= 0x7F && character < 0xA0) && character != 0x2028 &&
         character != 0x2029 && character != 0xFEFF;
}

}  // namespace

SourceText::SourceText(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

SourcePosition SourceText::At(size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next =
      std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const size_t start = *std::prev(next);
  const auto characters =
      std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(start),
                    text_.begin() + static_cast<std::ptrdiff_t>(offset),
                    [](char byte) { return !IsContinuation(byte); });
  return {path_, static_cast<int>(next - line_starts_.begin()),
          static_cast<int>(characters) + 1};
}

size_t FindBadCharacter(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (IsPrintable(text[at])) {  // Nearly every one is.
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (point.size == 0 || !IsAllowed(point.value)) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

size_t FindLongLine(std::string_view text) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end - begin > kMaxLineBytes) return begin;
    begin = end + 1;
  }
  return std::string_view::npos;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace quiver
