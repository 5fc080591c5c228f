#include "text/normalizer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "text/reader.h"
#include "text/utf8.h"

namespace quiver {
namespace {

struct NormalizeCase {
  std::string_view original;
  std::string_view normalized;
};

constexpr NormalizeCase kCases[] = {
    // White space.
    {"", ""},
    {" \t\r\n", ""},
    {"  a \t b\r\n\n c ", "a b c"},
    {"a\u00a0b\u2003c\u3000d\u2028e\u0085f", "a b c d e f"},
    // Case.
    {"My EYELID", "my eyelid"},
    {"\u00c9T\u00c9 Stra\u00dfe", "\u00e9t\u00e9 strasse"},
    {"\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c3"},
    // Compatibility forms.
    {"\uff26\uff55\uff4c\uff4c\uff1f", "full?"},
    {"\ufb01sh \u2160 \u2122 x\u00b2", "fish i tm x2"},
    {"e\u0301 E\u0301 caf\u00e9", "\u00e9 \u00e9 caf\u00e9"},
    {"\u1112\u1161\u11ab \ud55c", "\ud55c \ud55c"},
    {"\u1e9b\u0323", "\u1e69"},  // Marks in canonical order.
    {"cafe\x01\x02\u0301 e\u200b\u0301", "caf\u00e9 \u00e9"},
    // Apostrophes and quotation marks.
    {"don\u2019t don\u2018t don`t don\u00b4t don\u02bct don\u2032t don\uff07t",
     "don't don't don't don't don't don't don't"},
    {"\u201ca\u201d \u00aba\u00bb \u201ea\u201f a\u2033",
     "\"a\" \"a\" \"a\" a\""},
    // Dashes and ellipses.
    {"a\u2010b\u2011c\u2013d\u2014e\u2212f\uff0dg", "a-b-c-d-e-f-g"},
    {"well\u2026 ok", "well. ok"},
    {"\u3002\uff61 a", ". a"},
    // Characters that do not show.
    {"eye\u00adlid", "eyelid"},
    {"eye\u200blid\u200c\u200d\u2060\ufeff", "eyelid"},
    {"\u202eabc\u202c \u2066d\u2069\u200f", "abc d"},
    {"\u2764\ufe0f \u2764\ufe0e", "\u2764 \u2764"},
    {"a\x01"
     "b\x7f"
     "c",
     "abc"},
    {"\U000E0041x", "x"},
    // Emphasis.
    {"sooo soooooooo so soo", "soo soo so soo"},
    {"SoOoO", "soo"},
    {"\u00e9\u00e9\u00e9\u00e9", "\u00e9\u00e9"},
    {"1000 11111", "1000 11111"},
    {"help!!! why???? what?!?!", "help! why? what?!?!"},
    {"a--b *** ((c))", "a-b * (c)"},
    {"\u200bso\u200bo\u200bo\u200bo", "soo"},
    // Emoji.
    {"\U0001F62D\U0001F62D\U0001F62D", "\U0001F62D\U0001F62D\U0001F62D"},
    {"\U0001F926\U0001F3FD\u200d\u2640\ufe0f", "\U0001F926\u2640"},
    {"3\ufe0f\u20e3", "3"},
    // Marks with nothing to stand on.
    {"\u0301", "\u0301"},
    {" \u0301a", "\u0301a"},
};

TEST(NormalizeTest, GivesOneFormToWhatMeansTheSame) {
  for (const NormalizeCase& c : kCases) {
    EXPECT_EQ(Normalize(c.original), c.normalized) << c.original;
  }
}

TEST(NormalizeTest, ChangesNothingTheSecondTime) {
  for (const NormalizeCase& c : kCases) {
    EXPECT_EQ(Normalize(c.normalized), c.normalized) << c.original;
  }
}

TEST(NormalizeTest, KeepsAFewMarksOfMany) {
  std::string zalgo = "e";
  for (int i = 0; i < 1000; ++i) zalgo += i % 2 == 0 ? "\u0301" : "\u0323";

  const std::string normalized = Normalize(zalgo);

  EXPECT_LT(normalized.size(), 32);
  EXPECT_EQ(Normalize(normalized), normalized);
}

struct OriginCase {
  std::string_view original;
  std::string_view word;  // Of the normalized text.
  std::string_view from;  // Of the original.
};

TEST(NormalizeWithOriginTest, TellsWhereEachPartCameFrom) {
  constexpr OriginCase kOrigins[] = {
      {"my  Eyelid, is", "eyelid", "Eyelid"},
      {"  soooo bad", "soo", "soooo"},
      {"so\u200bo bad", "soo", "so\u200bo"},
      {"I don\u2019t know", "don't", "don\u2019t"},
      {"ein Stra\u00dfe x", "strasse", "Stra\u00dfe"},
      {"a \ufb01sh b", "fish", "\ufb01sh"},
      {"a cafe\u0301 b", "caf\u00e9", "cafe\u0301"},
      {"why???? me", "why?", "why????"},
      {"a \U0001F62D b", "\U0001F62D", "\U0001F62D"},
  };
  for (const OriginCase& c : kOrigins) {
    const NormalizedText normalized = NormalizeWithOrigin(c.original);
    const size_t begin = normalized.text.find(c.word);
    ASSERT_NE(begin, std::string::npos) << c.original;
    const uint32_t first = normalized.origin[begin];
    const uint32_t last = normalized.origin[begin + c.word.size()];
    EXPECT_EQ(c.original.substr(first, last - first), c.from) << c.original;
  }
}

// `count` code points, most of them of the kinds that have rules.
std::string RandomText(std::mt19937& random, int count) {
  constexpr char32_t kStarts[] = {0x20,   0x41,   0x61,   0xA0,    0x2B0,
                                  0x300,  0x590,  0x900,  0x1100,  0x1E00,
                                  0x2000, 0x2100, 0x2190, 0x3000,  0x3130,
                                  0xAC00, 0xFB00, 0xFF00, 0x1F1E0, 0x1F600};
  std::string text;
  for (int i = 0; i < count; ++i) {
    char32_t c = random() % 8 == 0
                     ? random() % 0x110000
                     : kStarts[random() % std::size(kStarts)] + random() % 96;
    if (c >= 0xD800 && c <= 0xDFFF) c = '?';
    AppendUtf8(c, text);
    if (random() % 4 == 0) AppendUtf8(c, text);
  }
  return text;
}

void ExpectSoundOrigin(std::string_view original,
                       const NormalizedText& normalized) {
  ASSERT_EQ(normalized.origin.size(), normalized.text.size() + 1);
  ASSERT_EQ(normalized.origin.back(), original.size());
  for (size_t i = 0; i < normalized.text.size(); ++i) {
    ASSERT_LE(normalized.origin[i], normalized.origin[i + 1]);
    const char at = original[normalized.origin[i]];
    ASSERT_NE(static_cast<unsigned char>(at) & 0xC0, 0x80) << "inside a letter";
  }
}

TEST(NormalizeWithOriginTest, KeepsItsPromisesOnAnyText) {
  std::mt19937 random(20240229);
  for (int i = 0; i < 5000; ++i) {
    const std::string original = RandomText(random, i % 40);

    const NormalizedText normalized = NormalizeWithOrigin(original);

    ASSERT_TRUE(IsValidUtf8(normalized.text)) << original;
    ASSERT_NO_FATAL_FAILURE(ExpectSoundOrigin(original, normalized))
        << original;
    ASSERT_EQ(Normalize(normalized.text), normalized.text) << original;
    ASSERT_EQ(normalized.text.find("  "), std::string::npos) << original;
    ASSERT_FALSE(normalized.text.starts_with(' ')) << original;
    ASSERT_FALSE(normalized.text.ends_with(' ')) << original;
  }
}

}  // namespace
}  // namespace quiver
