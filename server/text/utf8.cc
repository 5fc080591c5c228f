#include "text/utf8.h"

#include <cstring>

#include "text/reader.h"

namespace quiver {
namespace {

constexpr CodePoint kMalformed = {0xFFFD, 0};

// The smallest value that needs a sequence of the given size.
constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};

// How many bytes a sequence with this first byte has; 0 for none.
uint32_t SequenceSize(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

bool IsScalarValue(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

// How many bytes at `position` are ASCII, in steps of eight.
size_t SkipAscii(std::string_view text, size_t position) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  while (position + sizeof(uint64_t) <= text.size()) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + position, sizeof(word));
    if ((word & kHighBits) != 0) break;
    position += sizeof(word);
  }
  return position;
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const uint32_t size = SequenceSize(lead);
  if (size == 1) return {lead, 1};
  if (size == 0 || position + size > text.size()) return kMalformed;
  char32_t value = lead & (0x7Fu >> size);
  for (uint32_t i = 1; i < size; ++i) {
    const auto next = static_cast<unsigned char>(text[position + i]);
    if ((next & 0xC0) != 0x80) return kMalformed;
    value = value << 6 | (next & 0x3F);
  }
  if (value < kSmallest[size] || !IsScalarValue(value)) return kMalformed;
  return {value, size};
}

void AppendUtf8(char32_t value, std::string& text) {
  const auto tail = [&](int shift) {
    text += static_cast<char>(0x80 | ((value >> shift) & 0x3F));
  };
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else if (value < 0x800) {
    text += static_cast<char>(0xC0 | value >> 6);
    tail(0);
  } else if (value < 0x10000) {
    text += static_cast<char>(0xE0 | value >> 12);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | value >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

bool IsValidUtf8(std::string_view text) {
  size_t position = SkipAscii(text, 0);
  while (position < text.size()) {
    const CodePoint next = DecodeUtf8(text, position);
    if (next.size == 0) return false;
    position += next.size;
    if (next.size == 1) position = SkipAscii(text, position);
  }
  return true;
}

}  // namespace quiver
