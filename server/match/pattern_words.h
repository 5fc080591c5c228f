#ifndef QUIVER_MATCH_PATTERN_WORDS_H_
#define QUIVER_MATCH_PATTERN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "match/regex_syntax.h"

namespace quiver {

// The words that `regex` spells out: runs of at least three ASCII letters, in
// lower case, with every ending that the pattern lists.  Sorted, no two equal.
// 'twitch(?:es|ed)?' gives twitch, twitched, twitches.
//
// A run that the pattern continues with other letters ('\w+able') is no word.
// Where a pattern spells more than some hundred variants of a word, they are
// left out.
std::vector<std::string> PatternWords(std::string_view regex);

// The same of a part of a pattern.
std::vector<std::string> WordsOf(const RegexNode& regex);

}  // namespace quiver

#endif  // QUIVER_MATCH_PATTERN_WORDS_H_
