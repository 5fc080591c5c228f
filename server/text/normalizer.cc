#include "text/normalizer.h"

#include <utf8proc.h>

#include <array>
#include <cstddef>
#include <utility>

#include "text/characters.h"
#include "text/reader.h"
#include "text/squeezed_text.h"
#include "text/utf8.h"

namespace quiver {
namespace {

// Folds what is not ASCII: decomposes and case folds code point by code point,
// and composes again letter by letter with its marks.
class UnicodeFolder {
 public:
  explicit UnicodeFolder(SqueezedText& output) : output_(output) {}

  void Add(char32_t c, uint32_t origin) {
    if (KindOf(c) == CharacterKind::kIgnored) return;
    constexpr auto kOptions = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
        UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::array<utf8proc_int32_t, 32> parts;  // The longest takes 18.
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(PlainForm(c)), parts.data(), parts.size(),
        kOptions, &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) AddPart(parts[i], origin);
  }

  // Ends the letter that is being composed.
  void Flush() {
    if (size_ == 0) return;
    if (size_ > 1) {
      size_ = static_cast<size_t>(utf8proc_normalize_utf32(
          letter_.data(), static_cast<utf8proc_ssize_t>(size_),
          static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE)));
    }
    for (size_t i = 0; i < size_; ++i) {
      const char32_t c = PlainForm(static_cast<char32_t>(letter_[i]));
      output_.Append(c, KindOf(c), origin_);
    }
    size_ = 0;
  }

 private:
  static constexpr size_t kMaxMarks = 8;

  void AddPart(utf8proc_int32_t part, uint32_t origin) {
    if (!ExtendsCharacter(static_cast<char32_t>(part))) Flush();
    if (size_ == letter_.size()) return;
    if (size_ == 0) origin_ = origin;
    letter_[size_++] = part;
    SortLastMark();
  }

  // Moves the last mark to its place in canonical order.
  void SortLastMark() {
    const auto order = [this](size_t i) {
      return utf8proc_get_property(letter_[i])->combining_class;
    };
    for (size_t i = size_ - 1; i > 0; --i) {
      if (order(i) == 0 || order(i - 1) <= order(i)) return;
      std::swap(letter_[i], letter_[i - 1]);
    }
  }

  SqueezedText& output_;
  std::array<utf8proc_int32_t, 1 + kMaxMarks> letter_;  // And marks.
  size_t size_ = 0;
  uint32_t origin_ = 0;
};

// Whether a byte is a character of its own that is sure to begin one: no part
// of a mark, and nothing that is left out, behind which a mark may come.
constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> is_plain{};
  for (size_t c = 0; c < kAsciiKinds.size(); ++c) {
    is_plain[c] = kAsciiKinds[c] != CharacterKind::kIgnored;
  }
  return is_plain;
}();

// Where the ASCII characters of `text` from `begin` on end that are characters
// of their own: the last one may carry a mark that follows.
size_t EndOfAscii(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && kIsPlain[static_cast<unsigned char>(text[end])]) {
    ++end;
  }
  return end == text.size() || end == begin ? end : end - 1;
}

}  // namespace

NormalizedText NormalizeWithOrigin(std::string_view original) {
  SqueezedText output(original.size());
  UnicodeFolder folder(output);
  const size_t size = original.size();
  for (size_t i = 0; i < size;) {
    const size_t end = EndOfAscii(original, i);
    if (end > i) {
      folder.Flush();
      output.AppendAscii(original, i, end);
      i = end;
      continue;
    }
    const CodePoint next = DecodeUtf8(original, i);
    folder.Add(next.value, static_cast<uint32_t>(i));
    i += next.size == 0 ? 1 : next.size;
  }
  folder.Flush();
  return std::move(output).Take(static_cast<uint32_t>(size));
}

std::string Normalize(std::string_view text) {
  return NormalizeWithOrigin(text).text;
}

}  // namespace quiver
