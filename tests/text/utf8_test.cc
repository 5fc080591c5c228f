#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/reader.h"

namespace quiver {
namespace {

TEST(Utf8Test, AcceptsWellFormedText) {
  for (const std::string_view text :
       {"", "plain", "caf\u00e9", "\u20ac", "\U0001F62D", "\u07FF\u0800\uFFFF",
        "\U00010000\U0010FFFF", "\uD7FF\uE000", "exactly8\u00e9",
        "more than eight bytes, then \u00e9 and eight more"}) {
    EXPECT_TRUE(IsValidUtf8(text)) << text;
  }
  EXPECT_TRUE(IsValidUtf8(std::string_view("\0", 1)));
}

TEST(Utf8Test, RefusesMalformedText) {
  for (const std::string_view text :
       {"\x80", "\xBF", "abc\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(",
        "\xE2(\xA1", "\xE2\x82(", "\xF0\x9F\x98(", "\xFF", "\xFE",
        "longer than eight bytes \xC3"}) {
    EXPECT_FALSE(IsValidUtf8(text));
  }
}

TEST(Utf8Test, RefusesOverlongForms) {
  for (const std::string_view text :
       {"\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF"}) {
    EXPECT_FALSE(IsValidUtf8(text));
  }
}

TEST(Utf8Test, RefusesSurrogatesAndValuesBeyondUnicode) {
  for (const std::string_view text :
       {"\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xF8\x88\x80\x80\x80"}) {
    EXPECT_FALSE(IsValidUtf8(text));
  }
}

TEST(Utf8Test, DecodesWhatItAppends) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string text;
    AppendUtf8(value, text);
    const CodePoint decoded = DecodeUtf8(text, 0);
    ASSERT_EQ(decoded.value, value);
    ASSERT_EQ(decoded.size, text.size());
  }
}

}  // namespace
}  // namespace quiver
