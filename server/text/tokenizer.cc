#include "text/tokenizer.h"

#include <algorithm>
#include <cstddef>

#include "text/characters.h"
#include "text/reader.h"
#include "text/utf8.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAsciiWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kAsciiKinds.size() && IsWordKind(kAsciiKinds[byte]);
}

bool IsRegionalIndicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Cuts a text into tokens, from the left.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<TokenSpan> Scan() {
    constexpr size_t kBytesPerToken = 5;
    std::vector<TokenSpan> tokens;
    tokens.reserve(text_.size() / kBytesPerToken + 1);
    for (size_t at = 0; at < text_.size();) {
      const CodePoint next = At(at);
      const CharacterKind kind = KindOf(next.value);
      if (kind == CharacterKind::kEmoji) {
        tokens.push_back(ScanEmoji(at));
        at = tokens.back().span.end;
      } else if (IsWordKind(kind)) {
        tokens.push_back(ScanWord(at));
        at = tokens.back().span.end;
      } else {
        at += next.size;
      }
    }
    return tokens;
  }

 private:
  static Span SpanOf(size_t begin, size_t end) {
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  // Malformed bytes pass one by one, as what is no word.
  CodePoint At(size_t position) const {
    const auto byte = static_cast<unsigned char>(text_[position]);
    if (byte < 0x80) return {byte, 1};
    const CodePoint next = DecodeUtf8(text_, position);
    return next.size == 0 ? CodePoint{next.value, 1} : next;
  }

  // The emoji at `begin`.
  TokenSpan ScanEmoji(size_t begin) const {
    const CodePoint first = At(begin);
    size_t end = begin + first.size;
    if (IsRegionalIndicator(first.value) && end < text_.size()) {
      const CodePoint next = At(end);
      if (IsRegionalIndicator(next.value)) end += next.size;
    }
    return {SpanOf(begin, end), TokenKind::kEmoji};
  }

  // The word or number that begins at `begin`.
  TokenSpan ScanWord(size_t begin) const {
    size_t end = RunEnd(begin);
    bool is_number = IsNumber(begin, end);
    while (end + 1 < text_.size()) {
      const bool goes_on =
          text_[end] == '\'' || (is_number && SeparatesDigits(end));
      if (!goes_on) break;
      const size_t next = RunEnd(end + 1);
      if (next == end + 1) break;
      is_number = is_number && IsNumber(end + 1, next);
      end = next;
    }
    return {SpanOf(begin, end),
            is_number ? TokenKind::kNumber : TokenKind::kWord};
  }

  // Where the run of letters and digits from `begin` ends.
  size_t RunEnd(size_t begin) const {
    size_t end = begin;
    while (end < text_.size()) {
      if (IsAsciiWord(text_[end])) {
        ++end;
        continue;
      }
      const CodePoint next = At(end);
      if (!IsWordKind(KindOf(next.value))) break;
      end += next.size;
    }
    return end;
  }

  bool IsNumber(size_t begin, size_t end) const {
    const std::string_view run = text_.substr(begin, end - begin);
    return std::all_of(run.begin(), run.end(), IsDigit);
  }

  // Whether the mark at `mark` is inside a number.
  bool SeparatesDigits(size_t mark) const {
    const std::string_view rest = text_.substr(mark + 1);
    if (text_[mark] == '.') return IsDigit(rest[0]);
    constexpr size_t kThousands = 3;
    size_t digits = 0;
    while (digits < rest.size() && digits <= kThousands &&
           IsDigit(rest[digits])) {
      ++digits;
    }
    return text_[mark] == ',' && digits == kThousands;
  }

  std::string_view text_;
};

}  // namespace

std::vector<TokenSpan> FindTokens(std::string_view text) {
  return Scanner(text).Scan();
}

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (const TokenSpan& found : FindTokens(text)) {
    const Span& span = found.span;
    const std::string_view word = text.substr(span.begin, span.size());
    if (found.kind == TokenKind::kWord) {
      tokens.push_back({span, Stem(word), ClassesOf(word)});
    } else {
      tokens.push_back({span, std::string(word), kOtherWord});
    }
  }
  return tokens;
}

}  // namespace quiver
