#ifndef QUIVER_MATCH_REQUIRED_LITERALS_H_
#define QUIVER_MATCH_REQUIRED_LITERALS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/regex_syntax.h"

namespace quiver {

// Symbols in a literal that take no text.
inline constexpr char kBoundarySymbol = '\1';  // \b: a word starts or ends.
inline constexpr char kBeginSymbol = '\2';     // ^: the text begins.

// How many bytes of text `literal` takes.
uint32_t LiteralWidth(std::string_view literal);

// Literals of which a text must hold at least one.
//
// A literal is lower-case text with the symbols above, in the form in which
// a text is read when kBeginSymbol is put before it and kBoundarySymbol
// wherever \b matches: "\1als\1", "\1why\1 \1do".
struct LiteralGroup {
  std::vector<std::string> literals;  // Sorted; none is part of another.

  friend bool operator==(const LiteralGroup&, const LiteralGroup&) = default;
};

// What a text must hold for a pattern to match it: one literal of each group,
// in this order, without overlap.
struct RequiredLiterals {
  std::vector<LiteralGroup> groups;  // Empty: nothing is known.
  // Set when every match begins with what the first group stands for: a match
  // begins at most this many bytes before the end of an occurrence of it.
  std::optional<uint32_t> head;
  // Set when every match ends with what the last group stands for: a match
  // ends at most this many bytes after the begin of an occurrence of it.
  std::optional<uint32_t> tail;
};

// Reads off what `regex` requires.  The result never asks for more than the
// pattern does.  Its size is bounded, whatever the pattern: a group holds at
// most 256 literals.
//
// After Cox, "Regular Expression Matching with a Trigram Index" (2012), with
// whole literals for trigrams and order kept.
RequiredLiterals FindRequiredLiterals(const RegexNode& regex);

}  // namespace quiver

#endif  // QUIVER_MATCH_REQUIRED_LITERALS_H_
