#ifndef QUIVER_MATCH_STRING_LIST_H_
#define QUIVER_MATCH_STRING_LIST_H_

#include <optional>
#include <string>
#include <vector>

#include "match/regex_syntax.h"

namespace quiver {

// Marks in a string that take no text.  They say what the pattern asserts at
// that place of the string.
inline constexpr char kAssertBoundary = '\1';  // \b
inline constexpr char kAssertBegin = '\2';     // ^
inline constexpr char kAssertEnd = '\5';       // $
inline constexpr char kBesideNonWord = '\3';   // A character of \W is next.
inline constexpr char kBesideWord = '\4';      // A character of \w is next.

// A short list of strings.
using StringList = std::vector<std::string>;

// Whether every string of `left` may be put before every one of `right`
// without the list growing past what is worth its size.
bool MayJoin(const StringList& left, const StringList& right);

// Every string of `left` followed by every string of `right`.
StringList Join(StringList left, const StringList& right);

// All strings that `regex` can take, with marks; absent when there are more
// than 256 or they are long.  The list may hold strings that the pattern
// does not take, never the other way round.
std::optional<StringList> StringsOf(const RegexNode& regex);

}  // namespace quiver

#endif  // QUIVER_MATCH_STRING_LIST_H_
