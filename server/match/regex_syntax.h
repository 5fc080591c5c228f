#ifndef QUIVER_MATCH_REGEX_SYNTAX_H_
#define QUIVER_MATCH_REGEX_SYNTAX_H_

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// The characters that one place of a pattern may take, as seen on lower-case
// text: an upper-case ASCII letter of the pattern is held as its lower case.
// A set is never smaller than what RE2 accepts; it may be larger.
struct CharacterSet {
  std::bitset<128> ascii;
  std::string beyond;  // A character beyond ASCII without case, UTF-8.
  bool open = false;   // Any character beyond ASCII.

  bool MayBeWord() const;     // Holds a character of \w.
  bool MayBeNonWord() const;  // Holds a character of \W.
  bool IsAny() const { return open && ascii.count() >= 100; }
};

// A pattern as a tree.
struct RegexNode {
  enum class Kind {
    kEmpty,            // Takes no text.
    kCharacter,        // One of `characters`.
    kTextBegin,        // ^ or \A
    kTextEnd,          // $ or \z
    kWordBoundary,     // \b
    kNotWordBoundary,  // \B
    kCapture,          // One child: a group that captures.
    kConcatenation,    // The children, one after the other.
    kAlternation,      // One of the children.
    kRepetition,       // One child, `min` to `max` times.
  };
  static constexpr int kUnbounded = -1;

  Kind kind = Kind::kEmpty;
  CharacterSet characters = {};
  std::vector<RegexNode> children = {};
  int min = 0;
  int max = 0;  // Or kUnbounded.

  bool Is(Kind other) const { return kind == other; }
};

struct RegexSyntax {
  RegexNode root;
  // True when matching lower-case text with or without regard to case is the
  // same: the pattern asks for no upper-case letter.  False when unsure.
  bool lower_case = true;
};

// Reads `regex`, which RE2 accepts.  Absent when it uses syntax that is not
// understood here ((?m), or nesting deeper than 200): the caller then knows
// nothing of the pattern.  For a regex that RE2 refuses the result means
// nothing.
std::optional<RegexSyntax> ParseRegex(std::string_view regex);

// A character of \w, which in RE2 is ASCII only.
constexpr bool IsWordCharacter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

}  // namespace quiver

#endif  // QUIVER_MATCH_REGEX_SYNTAX_H_
