#include "text/squeezed_text.h"

#include <array>

#include "text/utf8.h"

namespace quiver {
namespace {

// "'" is what people mean by "`".
constexpr char FoldAscii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '`' ? '\'' : c;
}

// The same by look-up.
constexpr std::array<char, 128> kFolded = [] {
  std::array<char, 128> folded{};
  for (size_t c = 0; c < folded.size(); ++c) {
    folded[c] = FoldAscii(static_cast<char>(c));
  }
  return folded;
}();

}  // namespace

void SqueezedText::Append(char32_t c, CharacterKind kind, uint32_t origin) {
  const auto verdict = squeezer_.Judge(c, kind, origin);
  if (verdict == Squeezer::Verdict::kDrop) return;
  if (verdict == Squeezer::Verdict::kPutBehindSpace) {
    Put(' ', squeezer_.space_origin());
  }
  Put(c, origin);
}

void SqueezedText::AppendAscii(std::string_view original, size_t begin,
                               size_t end) {
  size_t size = result_.text.size();
  const size_t most = size + (end - begin) + 1;  // And a space held back.
  result_.text.resize(most);
  result_.origin.resize(most);
  char* const text = result_.text.data();
  uint32_t* const origins = result_.origin.data();
  Squeezer squeezer = squeezer_;  // A copy, to stay in registers.
  for (size_t i = begin; i < end; ++i) {
    const auto origin = static_cast<uint32_t>(i);
    const char c = kFolded[static_cast<unsigned char>(original[i])];
    const auto byte = static_cast<unsigned char>(c);
    const auto verdict = squeezer.Judge(byte, kAsciiKinds[byte], origin);
    if (verdict == Squeezer::Verdict::kDrop) continue;
    if (verdict == Squeezer::Verdict::kPutBehindSpace) {
      text[size] = ' ';
      origins[size++] = squeezer.space_origin();
    }
    text[size] = c;
    origins[size++] = origin;
  }
  squeezer_ = squeezer;
  result_.text.resize(size);
  result_.origin.resize(size);
}

void SqueezedText::Put(char32_t c, uint32_t origin) {
  AppendUtf8(c, result_.text);
  result_.origin.resize(result_.text.size(), origin);
}

}  // namespace quiver
