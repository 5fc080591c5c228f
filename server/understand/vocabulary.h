#ifndef QUIVER_UNDERSTAND_VOCABULARY_H_
#define QUIVER_UNDERSTAND_VOCABULARY_H_

#include "content/catalog.h"
#include "text/reader.h"

namespace quiver {

// The words of `catalog`: of synonyms, questions, titles, aliases, examples
// and passages, each with how often it stands there.  Typos are corrected to
// these.  Words of names that visitors type (synonyms, aliases) count more.
Vocabulary VocabularyOf(const Catalog& catalog);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_VOCABULARY_H_
