#ifndef QUIVER_UNDERSTAND_LISTED_QUESTIONS_H_
#define QUIVER_UNDERSTAND_LISTED_QUESTIONS_H_

#include "base/string_map.h"
#include "content/catalog.h"
#include "text/utterance.h"

namespace quiver {

// The questions that documents list, found as they are written: what the
// author says a document answers, it answers.
//
// Immutable: any number of threads may use one.
class ListedQuestions {
 public:
  // `catalog` must outlive it.
  explicit ListedQuestions(const Catalog& catalog);

  // The document that lists the words of `span` of `reading` as a question, but
  // for their inflection; null when none does, or several do.
  const Document* Find(const Reading& reading, const Span& span) const;

 private:
  StringMap<const Document*> documents_;  // By stems; null: several.
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_LISTED_QUESTIONS_H_
