#ifndef QUIVER_TEXT_TOKENIZER_H_
#define QUIVER_TEXT_TOKENIZER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utterance.h"

namespace quiver {

enum class TokenKind : uint8_t { kWord, kNumber, kEmoji };

// Where a token stands in a normalized text, and what it is.
struct TokenSpan {
  Span span;
  TokenKind kind = TokenKind::kWord;
};

// The tokens of `text`, which must be normalized, in order of appearance:
//
// - words: letters and digits, with the apostrophes between them ("don't",
//   "b12", "3weeks"); what a hyphen joins are two words;
// - numbers: digits only, with a decimal point or thousands separators
//   ("3", "3.5", "1,000");
// - emoji, each by itself; two regional indicators are one flag.
//
// Takes time linear in the size of `text`.
std::vector<TokenSpan> FindTokens(std::string_view text);

}  // namespace quiver

#endif  // QUIVER_TEXT_TOKENIZER_H_
