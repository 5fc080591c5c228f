#ifndef QUIVER_TEXT_QUESTIONS_H_
#define QUIVER_TEXT_QUESTIONS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quiver {

// Whether the clause of tokens `first` to `end` (not included) opens like a
// question: with a question word, or with an auxiliary and its subject.
// `classes` are the word classes (text/word_classes.h) of all tokens.
//
// "When" and "where" ask only before an auxiliary; "which" and "who" only when
// the clause opens its sentence or is led in ("and which"): after a comma they
// relate to what went before.
bool OpensLikeQuestion(const std::vector<uint32_t>& classes, size_t first,
                       size_t end, bool opens_sentence);

}  // namespace quiver

#endif  // QUIVER_TEXT_QUESTIONS_H_
