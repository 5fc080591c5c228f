#include "match/character_set.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>

namespace quiver {
namespace {

CharacterReading NotUnderstood() { return {}; }

char LowerCase(char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

std::bitset<128> CharactersOf(std::string_view characters) {
  std::bitset<128> set;
  for (char c : characters) set.set(static_cast<unsigned char>(c));
  return set;
}

const std::bitset<128>& WordCharacters() {
  static const std::bitset<128> set = CharactersOf(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  return set;
}

// Bytes of the UTF-8 character at the front of `text`; 0 when cut short.
size_t CharacterSize(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned char lead = text[0];
  const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return size <= text.size() ? size : 0;
}

uint32_t CodePoint(std::string_view character) {
  const unsigned char lead = character[0];
  uint32_t point = lead & (0xFF >> (character.size() + 1));
  for (char c : character.substr(1)) point = point << 6 | (c & 0x3F);
  return point;
}

// Whether a character beyond ASCII belongs to a script without upper case.
// Only blocks that are wholly so: Hebrew to Myanmar, Hangul Jamo to Ethiopic,
// CJK to Yi, and Hangul syllables.
bool IsCaseless(uint32_t point) {
  return (point >= 0x0590 && point <= 0x109F) ||
         (point >= 0x1100 && point <= 0x139F) ||
         (point >= 0x2E80 && point <= 0xA63F) ||
         (point >= 0xAC00 && point <= 0xD7A3);
}

CharacterSet Complement(const CharacterSet& set) {
  CharacterSet complement;
  complement.ascii = ~set.ascii;
  complement.open = true;
  return complement;
}

void Merge(const CharacterSet& from, CharacterSet& into) {
  into.ascii |= from.ascii;
  const bool two = !into.beyond.empty() && !from.beyond.empty() &&
                   into.beyond != from.beyond;
  into.open = into.open || from.open || two;
  if (into.beyond.empty()) into.beyond = from.beyond;
  if (into.open) into.beyond.clear();
}

// The set of an escape such as \d, or of its opposite \D.
CharacterReading PerlClass(char letter) {
  CharacterReading reading{.size = 2};
  switch (LowerCase(letter)) {
    case 'd':
      reading.set.ascii = CharactersOf("0123456789");
      break;
    case 's':
      reading.set.ascii = CharactersOf("\t\n\f\r ");
      break;
    default:
      reading.set.ascii = WordCharacters();
  }
  if (letter != LowerCase(letter)) reading.set = Complement(reading.set);
  return reading;
}

// Something that may be any character: \pN, \p{Greek}, \x41, \101, \C.
CharacterReading Anything(size_t size) {
  return {.set = AnyCharacter(), .size = size, .lower_case = false};
}

// An escape with an operand: in braces from `open`, or up to `otherwise`.
CharacterReading Braced(std::string_view regex, size_t open, size_t otherwise) {
  if (open >= regex.size() || regex[open] != '{') {
    return otherwise <= regex.size() ? Anything(otherwise) : NotUnderstood();
  }
  const size_t close = regex.find('}', open);
  return close == std::string_view::npos ? NotUnderstood()
                                         : Anything(close + 1);
}

CharacterReading Octal(std::string_view regex) {
  size_t size = 2;
  while (size < regex.size() && size < 4 && regex[size] >= '0' &&
         regex[size] <= '7') {
    ++size;
  }
  return Anything(size);
}

CharacterReading ControlCharacter(char letter) {
  CharacterReading reading{.size = 2};
  reading.set.ascii.set(letter == 'a'   ? '\a'
                        : letter == 'f' ? '\f'
                        : letter == 'n' ? '\n'
                        : letter == 'r' ? '\r'
                        : letter == 't' ? '\t'
                                        : '\v');
  return reading;
}

// The one ASCII character of `reading` as `regex` spells it, upper case too.
int Spelled(const CharacterReading& reading, std::string_view regex) {
  return reading.size == 1 ? regex[0]
                           : static_cast<int>(reading.set.ascii._Find_first());
}

// [a-z]: with the lower case of its upper-case letters.
CharacterReading Range(const CharacterReading& first,
                       const CharacterReading& last, std::string_view regex) {
  const size_t size = first.size + 1 + last.size;
  if (first.set.ascii.count() != 1 || last.set.ascii.count() != 1) {
    return Anything(size);
  }
  const int low = Spelled(first, regex);
  const int high = Spelled(last, regex.substr(first.size + 1));
  CharacterReading reading{.size = size};
  std::bitset<128> exact;
  for (int c = low; c <= high; ++c) {
    exact.set(c);
    reading.set.ascii.set(LowerCase(static_cast<char>(c)));
  }
  reading.lower_case = (reading.set.ascii & ~exact).none();
  return reading;
}

// One member of a class, without looking for a range.
CharacterReading ReadClassAtom(std::string_view regex) {
  if (regex.starts_with("[:")) {
    const size_t close = regex.find(":]");
    if (close != std::string_view::npos) return Anything(close + 2);
  }
  return regex.starts_with('\\') ? ReadEscape(regex) : ReadLiteral(regex);
}

// A member of a class: a character, a range or a class within the class.
CharacterReading ReadClassMember(std::string_view regex) {
  const CharacterReading first = ReadClassAtom(regex);
  const std::string_view rest = regex.substr(first.size);
  const bool range =
      first.size > 0 && rest.size() > 1 && rest[0] == '-' && rest[1] != ']';
  if (!range) return first;
  const CharacterReading last = ReadClassAtom(rest.substr(1));
  return last.size == 0 ? last : Range(first, last, regex);
}

}  // namespace

bool CharacterSet::MayBeWord() const {
  return (ascii & WordCharacters()).any();
}

bool CharacterSet::MayBeNonWord() const {
  return open || !beyond.empty() || (ascii & ~WordCharacters()).any();
}

CharacterSet AnyCharacter() {
  CharacterSet any;
  any.ascii.set();
  any.open = true;
  return any;
}

CharacterReading ReadLiteral(std::string_view regex) {
  CharacterReading reading{.size = CharacterSize(regex)};
  if (reading.size == 1) {
    const char c = LowerCase(regex[0]);
    reading.set.ascii.set(static_cast<unsigned char>(c));
    reading.lower_case = c == regex[0];
  } else if (reading.size > 1) {
    const std::string_view character = regex.substr(0, reading.size);
    reading.lower_case = false;
    reading.set.open = !IsCaseless(CodePoint(character));
    if (!reading.set.open) reading.set.beyond = character;
    // A letter such as the long s folds to an ASCII one.
    if (reading.set.open) reading.set = AnyCharacter();
  }
  return reading;
}

CharacterReading ReadEscape(std::string_view regex) {
  if (regex.size() < 2) return NotUnderstood();
  const char letter = regex[1];
  if (std::string_view("dDsSwW").find(letter) != std::string_view::npos) {
    return PerlClass(letter);
  }
  if (std::string_view("afnrtv").find(letter) != std::string_view::npos) {
    return ControlCharacter(letter);
  }
  if (letter == 'p' || letter == 'P') return Braced(regex, 2, 3);
  if (letter == 'x') return Braced(regex, 2, 4);
  if (letter >= '0' && letter <= '7') return Octal(regex);
  if (letter == 'C') return Anything(2);
  if (IsWordCharacter(letter) && letter != '_') return NotUnderstood();
  CharacterReading reading = ReadLiteral(regex.substr(1));
  if (reading.size > 0) ++reading.size;
  return reading;
}

CharacterReading ReadClass(std::string_view regex) {
  const bool negated = regex.size() > 1 && regex[1] == '^';
  CharacterReading reading{.size = negated ? 2u : 1u};
  bool exact = true;
  for (bool first = true; reading.size < regex.size(); first = false) {
    if (regex[reading.size] == ']' && !first) {
      ++reading.size;
      if (negated) {
        reading.set = exact ? Complement(reading.set) : AnyCharacter();
      }
      return reading;
    }
    const CharacterReading member = ReadClassMember(regex.substr(reading.size));
    if (member.size == 0) return NotUnderstood();
    Merge(member.set, reading.set);
    reading.size += member.size;
    reading.lower_case = reading.lower_case && member.lower_case;
    // The complement of a set that is too large would be too small.
    exact = exact && (member.lower_case || !member.set.open);
  }
  return NotUnderstood();
}

}  // namespace quiver
