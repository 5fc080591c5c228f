#ifndef QUIVER_UNDERSTAND_DOCUMENT_RANKER_H_
#define QUIVER_UNDERSTAND_DOCUMENT_RANKER_H_

#include <memory>
#include <vector>

#include "content/catalog.h"
#include "learn/intent_model.h"
#include "understand/detail_fit.h"
#include "understand/evidence.h"
#include "understand/understanding.h"

namespace quiver {

// What the words of a text resemble.
struct Likeness {
  EvidenceList evidence;
  Familiarity familiarity;
};

// What a part of a message says of the document it asks for.
struct DocumentQuery {
  const Reading& reading;
  Span span;  // The part of `reading`.
  const PartDetails& details;
  // Of all of `reading`, which tells what a question in it is about; null where
  // the part stands for itself.
  const Likeness* story = nullptr;
  // The intent of the part, as a pattern tells; null for none.
  const Intent* intent = nullptr;
};

// Finds the documents that answer a part of a message.
//
// Three kinds of evidence are added up, on one scale from 0 to 1:
// - resemblance to the questions of the documents (the learned model), of the
//   part and of the whole message;
// - words in common with them (BM25), likewise, and the names of their
//   subjects;
// - fit: whether a document is about the details named, and those alone, and
//   whether it answers the intent or one about another aspect.
//
// Where the authors marked an entity as the subject, a message that names it is
// taken to be meant for the assistant.  Where they marked none, the first two
// alone must tell: what resembles no question, and has few words in common with
// any document, has little confidence.
// docs/understanding.md tells the weights and how they were chosen.
//
// Immutable: any number of threads may use one.
class DocumentRanker {
 public:
  virtual ~DocumentRanker() = default;

  // Up to `limit` documents, best first; equal ones by id.
  virtual std::vector<Candidate> Rank(const DocumentQuery& query,
                                      size_t limit) const = 0;

  // What the words of `part` of `reading` resemble.
  virtual Likeness LikenessOf(const Reading& reading,
                              const Span& part) const = 0;
};

// Whether any entity is marked as the subject of `catalog`.
bool MarksSubject(const Catalog& catalog);

// Makes it for `catalog`, which must outlive it.  `model` may be null; else
// it was trained on QuestionExamples(catalog).
std::unique_ptr<DocumentRanker> MakeDocumentRanker(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_DOCUMENT_RANKER_H_
