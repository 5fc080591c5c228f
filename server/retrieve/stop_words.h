#ifndef QUIVER_RETRIEVE_STOP_WORDS_H_
#define QUIVER_RETRIEVE_STOP_WORDS_H_

#include <string_view>

namespace quiver {

// Whether `stem` (text/reader.h) is of an English word that says nothing of
// what a text is about: "the", "is", "why", "don't".
bool IsStopStem(std::string_view stem);

}  // namespace quiver

#endif  // QUIVER_RETRIEVE_STOP_WORDS_H_
