#ifndef QUIVER_UNDERSTAND_LANGUAGE_H_
#define QUIVER_UNDERSTAND_LANGUAGE_H_

#include "text/utterance.h"

namespace quiver {

// Whether `reading` is, as far as can be told, not in English: most of its
// letters are of another script, or it holds more of the commonest words of
// other languages in Latin letters than of English.  Gibberish is not a
// language, nor are a few foreign words among English ones ("deja vu").
bool IsOtherLanguage(const Reading& reading);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_LANGUAGE_H_
