#include "text/characters.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace quiver {
namespace {

using enum CharacterKind;

constexpr char32_t kFirstPicture = 0x203C;  // Below are (c), (r) and the like.

bool IsSkinTone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

bool IsPicture(char32_t c, const utf8proc_property_t& property) {
  return c >= kFirstPicture &&
         (property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
          property.boundclass == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR);
}

CharacterKind KindOfCategory(utf8proc_propval_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return kLetter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return kDigit;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return kPunctuation;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return kSpace;
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return kIgnored;
    default:
      return kSymbol;
  }
}

// What people take for "'": accents, modifier letters, single quotation marks,
// primes.
constexpr std::u32string_view kApostrophes =
    U"`\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u055A\u05F3\u1FBD\u1FBF"
    U"\u1FEF\u1FFD\u1FFE\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\uA78C";
constexpr std::u32string_view kQuotationMarks =
    U"\u00AB\u00BB\u02BA\u02EE\u201C\u201D\u201E\u201F\u2033\u2036\u301D\u301E"
    U"\u301F";
// Hyphens, dashes and minus signs.
constexpr std::u32string_view kDashes =
    U"\u02D7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B\uFE58"
    U"\uFE63";
constexpr std::u32string_view kFullStops = U"\u3002\uFF61";
constexpr std::u32string_view kSlashes = U"\u2044";  // The fraction slash.

constexpr size_t kPlainFormCount = kApostrophes.size() +
                                   kQuotationMarks.size() + kDashes.size() +
                                   kFullStops.size() + kSlashes.size();

using PlainForms = std::array<std::pair<char32_t, char>, kPlainFormCount>;

constexpr PlainForms MakePlainForms() {
  PlainForms forms{};
  size_t count = 0;
  const auto add = [&](std::u32string_view characters, char plain) {
    for (const char32_t c : characters) forms[count++] = {c, plain};
  };
  add(kApostrophes, '\'');
  add(kQuotationMarks, '"');
  add(kDashes, '-');
  add(kFullStops, '.');
  add(kSlashes, '/');
  std::ranges::sort(forms);
  return forms;
}

constexpr PlainForms kPlainForms = MakePlainForms();

}  // namespace

CharacterKind KindOfOther(char32_t c) {
  constexpr char32_t kNextLine = 0x85;
  if (c == kNextLine) return kSpace;
  const utf8proc_property_t& property =
      *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  if (property.ignorable || IsSkinTone(c)) return kIgnored;
  if (IsPicture(c, property)) return kEmoji;
  return KindOfCategory(property.category);
}

char32_t PlainForm(char32_t c) {
  const auto found = std::ranges::lower_bound(
      kPlainForms, c, {}, &std::pair<char32_t, char>::first);
  const bool is_listed = found != kPlainForms.end() && found->first == c;
  return is_listed ? static_cast<char32_t>(found->second) : c;
}

bool ExtendsCharacter(char32_t c) {
  constexpr char32_t kFirstMark = 0x300;
  if (c < kFirstMark) return false;
  const bool is_hangul_part =
      (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
  const utf8proc_property_t& property =
      *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  return is_hangul_part || property.combining_class != 0 ||
         property.category == UTF8PROC_CATEGORY_MN ||
         property.category == UTF8PROC_CATEGORY_MC;
}

}  // namespace quiver
