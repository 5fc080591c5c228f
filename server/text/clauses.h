#ifndef QUIVER_TEXT_CLAUSES_H_
#define QUIVER_TEXT_CLAUSES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// Cuts a normalized text into sentences, and these into clauses.
//
// Sentences end at "?", "!", ";", line breaks, emoji, and at full stops that
// are not part of an abbreviation or a number.  Clauses end at commas, colons,
// dashes and parentheses, before "but", "although", "though" and "because",
// and before "and", "or" and "so" when a new clause clearly follows: "and how
// do i", "and my leg", "and now cramps", but not "arms and legs".
//
// A clause spans its punctuation, but no space at either end.  It is a
// question when it is the last of a sentence that ends in "?", or when it
// opens with a question word, or with an auxiliary and its subject ("should
// i"), polite and linking words before these aside.
//
// `origin` is as Reading::origin; `original`, the message it points into,
// shows what normalization hides: line breaks and long dashes.
//
// Takes time linear in the size of `text`.
std::vector<Clause> FindClauses(std::string_view text,
                                const std::vector<Token>& tokens,
                                const std::vector<uint32_t>& origin,
                                std::string_view original);

}  // namespace quiver

#endif  // QUIVER_TEXT_CLAUSES_H_
