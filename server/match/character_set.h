#ifndef QUIVER_MATCH_CHARACTER_SET_H_
#define QUIVER_MATCH_CHARACTER_SET_H_

#include <cstddef>
#include <string_view>

#include "match/regex_syntax.h"

namespace quiver {

// A place of a pattern that takes one character, as it was read.
struct CharacterReading {
  CharacterSet set = {};
  size_t size = 0;         // Bytes of the pattern; 0 when not understood.
  bool lower_case = true;  // As in RegexSyntax.
};

// Every character.
CharacterSet AnyCharacter();

// Reads the character at the front of `regex`, which stands for itself.
// Takes the sign of an operator for the character, too.
CharacterReading ReadLiteral(std::string_view regex);

// Reads the escape at the front of `regex`: \d, \., \x{e9}, \p{Greek}.
// Not understood: those that take no character (\b, \A, \Q).
CharacterReading ReadEscape(std::string_view regex);

// Reads the class at the front of `regex`: [a-z], [^[:digit:]\s].
CharacterReading ReadClass(std::string_view regex);

}  // namespace quiver

#endif  // QUIVER_MATCH_CHARACTER_SET_H_
