#ifndef QUIVER_TEXT_QUESTIONS_H_
#define QUIVER_TEXT_QUESTIONS_H_

#include <span>

#include "text/utterance.h"

namespace quiver {

// Whether the clause of `tokens` opens like a question: with a question word,
// or with an auxiliary and its subject.
//
// "When" and "where" ask only before an auxiliary; "which" and "who" only when
// the clause opens its sentence or is led in ("and which"): after a comma they
// relate to what went before.
bool OpensLikeQuestion(std::span<const Token> tokens, bool opens_sentence);

}  // namespace quiver

#endif  // QUIVER_TEXT_QUESTIONS_H_
