#ifndef QUIVER_TEXT_UTF8_H_
#define QUIVER_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quiver {

// A Unicode code point and the number of bytes that it took.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;  // 0: malformed.
};

// The code point that begins at byte `position`, which must be inside `text`.
// Its size is 0 when the bytes are not well formed (Unicode 15, table 3-7:
// no overlong forms, no surrogates, nothing above U+10FFFF).
CodePoint DecodeUtf8(std::string_view text, size_t position);

// Appends `value`, which must not be a surrogate or above U+10FFFF.
void AppendUtf8(char32_t value, std::string& text);

}  // namespace quiver

#endif  // QUIVER_TEXT_UTF8_H_
