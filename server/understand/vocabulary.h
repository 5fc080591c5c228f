#ifndef QUIVER_UNDERSTAND_VOCABULARY_H_
#define QUIVER_UNDERSTAND_VOCABULARY_H_

#include "content/catalog.h"
#include "text/reader.h"

namespace quiver {

// The words of `catalog`: of synonyms, questions, titles, aliases, examples,
// passages, and those that patterns spell out, each with how often it stands
// there.  Typos are corrected to these.  Words of what visitors type (synonyms,
// aliases, patterns of values) count more.
Vocabulary VocabularyOf(const Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_VOCABULARY_H_
