#ifndef QUIVER_TEXT_CHARACTERS_H_
#define QUIVER_TEXT_CHARACTERS_H_

#include <array>
#include <cstdint>

namespace quiver {

// What a character is to the reader of a message.
enum class CharacterKind : uint8_t {
  kIgnored,      // Leaves no trace: controls, joiners, selectors.
  kSpace,        // White space, line breaks included.
  kLetter,       // Letters and the marks on them.
  kDigit,        // And other numbers.
  kPunctuation,  // Marks, dashes, brackets.
  kEmoji,        // Pictures, flags included.
  kSymbol,       // Everything else.
};

// The kind of `c`, an ASCII character.
constexpr CharacterKind KindOfAscii(char32_t c) {
  using enum CharacterKind;
  if (c == ' ' || (c >= '\t' && c <= '\r')) return kSpace;
  if (c < ' ' || c == 0x7F) return kIgnored;
  if (c >= '0' && c <= '9') return kDigit;
  const char32_t lower = c | 0x20;
  return lower >= 'a' && lower <= 'z' ? kLetter : kPunctuation;
}

// The same by look-up.
inline constexpr std::array<CharacterKind, 128> kAsciiKinds = [] {
  std::array<CharacterKind, 128> kinds{};
  for (char32_t c = 0; c < kinds.size(); ++c) kinds[c] = KindOfAscii(c);
  return kinds;
}();

// The kind of `c`, a character beyond ASCII.
CharacterKind KindOfOther(char32_t c);

// The kind of `c`.  Takes a few nanoseconds; ASCII one.
inline CharacterKind KindOf(char32_t c) {
  return c < kAsciiKinds.size() ? kAsciiKinds[c] : KindOfOther(c);
}

// Whether `c` begins or continues a word.
inline bool IsWordKind(CharacterKind kind) {
  return kind == CharacterKind::kLetter || kind == CharacterKind::kDigit;
}

// The ASCII character that people mean by `c`: "'" for curly apostrophes and
// primes, '"' for quotation marks, "-" for dashes, "." for the full stops of
// other scripts; else `c` itself.
char32_t PlainForm(char32_t c);

// Whether `c` joins the character before it into one: combining marks, vowel
// signs, the later parts of a Hangul syllable.
bool ExtendsCharacter(char32_t c);

}  // namespace quiver

#endif  // QUIVER_TEXT_CHARACTERS_H_
