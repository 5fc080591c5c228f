#include "text/normalizer.h"

#include <utf8proc.h>

#include <array>
#include <cstddef>
#include <utility>

#include "text/characters.h"
#include "text/reader.h"
#include "text/utf8.h"

namespace quiver {
namespace {

// Appends characters, leaving out what white space and emphasis repeat.
class SqueezedText {
 public:
  explicit SqueezedText(size_t expected_size) {
    result_.text.reserve(expected_size);
    result_.origin.reserve(expected_size + 1);
  }

  // Appends `c`, in its final form, which came from byte `origin`.
  void Append(char32_t c, CharacterKind kind, uint32_t origin) {
    if (kind == CharacterKind::kIgnored) return;
    if (kind == CharacterKind::kSpace) return AppendSpace(origin);
    if (IsRepeated(c, kind)) return;
    if (has_space_) Push(' ', space_origin_);
    has_space_ = false;
    Push(c, origin);
  }

  // The text; `end` is the size of the original.
  NormalizedText Take(uint32_t end) && {
    result_.origin.push_back(end);
    return std::move(result_);
  }

 private:
  // Held back until more comes, so that none ends the text.
  void AppendSpace(uint32_t origin) {
    if (has_space_ || result_.text.empty()) return;
    has_space_ = true;
    space_origin_ = origin;
  }

  // Whether a run of `c` has become too long.
  bool IsRepeated(char32_t c, CharacterKind kind) {
    if (c != last_ || has_space_) {
      last_ = c;
      run_ = 1;
      return false;
    }
    ++run_;
    return (kind == CharacterKind::kLetter && run_ > 2) ||
           (kind == CharacterKind::kPunctuation && run_ > 1);
  }

  void Push(char32_t c, uint32_t origin) {
    if (c < 0x80) {
      result_.text += static_cast<char>(c);
      result_.origin.push_back(origin);
    } else {
      AppendUtf8(c, result_.text);
      result_.origin.resize(result_.text.size(), origin);
    }
  }

  NormalizedText result_;
  char32_t last_ = 0;
  size_t run_ = 0;
  bool has_space_ = false;
  uint32_t space_origin_ = 0;
};

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

bool IsAsciiByte(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Whether `c` is sure to begin a character of its own: no part of a mark, and
// nothing that is left out, behind which a mark may come.
bool BeginsCharacter(char c) {
  return IsAsciiByte(c) &&
         KindOf(static_cast<char32_t>(c)) != CharacterKind::kIgnored;
}

char32_t FoldAscii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char32_t>(c - 'A' + 'a');
  return c == '`' ? U'\'' : static_cast<char32_t>(c);
}

}  // namespace

NormalizedText NormalizeWithOrigin(std::string_view original) {
  SqueezedText output(original.size());
  UnicodeFolder folder(output);
  const size_t size = original.size();
  for (size_t i = 0; i < size;) {
    // An ASCII letter may carry a mark: then it is not for the fast path.
    if (IsAsciiByte(original[i]) &&
        (i + 1 == size || BeginsCharacter(original[i + 1]))) {
      folder.Flush();
      const char32_t c = FoldAscii(original[i]);
      output.Append(c, KindOf(c), static_cast<uint32_t>(i));
      ++i;
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
