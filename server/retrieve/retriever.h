#ifndef QUIVER_RETRIEVE_RETRIEVER_H_
#define QUIVER_RETRIEVE_RETRIEVER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// A part of a document that can answer by itself.
struct IndexedPassage {
  std::string heading;
  std::string text;
};

// What of a document is searched.
struct IndexedDocument {
  std::string title;
  std::vector<std::string> questions;  // That it answers.
  std::vector<std::string> aliases;    // Other names of its subject.
  std::vector<IndexedPassage> passages;
};

// A document that a query is about.
struct RetrievedDocument {
  uint32_t document = 0;  // Index into the documents of the retriever.
  uint32_t passage = 0;   // The passage that fits best, from 0.
  double score = 0;       // BM25; comparable between documents of one query.
  // How much of the query the document accounts for: the summed weight of
  // the query's words that it holds over that of all its words, words unknown
  // to every document included at the largest weight.  0 to 1; comparable
  // between queries.
  double coverage = 0;
};

// Constants of the ranking function.  Robertson and Zaragoza (2009), "The
// Probabilistic Relevance Framework: BM25 and Beyond".
struct Bm25Parameters {
  // How fast the weight of a repeated word levels off.  0: a word counts once
  // however often it stands there; large: nearly in proportion.  Usual are 1.2
  // to 2.0 for plain text; weighted fields count words several times, so here
  // it is larger.
  double k1 = 4.0;
  // The same where passages are compared, whose words count about once.
  double passage_k1 = 1.2;
  // How much long fields are held against a document.  0: not at all; 1: in
  // full proportion to their length.
  double b = 0.6;
  // What a word counts in each field, relative to the body's 1.  Questions
  // are written in visitors' words, so they weigh most.
  double question_weight = 3.0;
  double title_weight = 2.0;
  double alias_weight = 2.0;
};

// Finds the documents, and the passage of each, that a question is about.
//
// A retriever is immutable: any number of threads may use one.
class Retriever {
 public:
  virtual ~Retriever() = default;

  // Returns up to `limit` documents, best first; equal scores by index.
  // `stems` are the stems (text/reader.h) of the question's words, in order;
  // stop words are ignored.  Returns an empty vector when no document holds
  // any of them.
  virtual std::vector<RetrievedDocument> Retrieve(
      const std::vector<std::string_view>& stems, size_t limit) const = 0;
};

// Makes a retriever of `documents`.
std::unique_ptr<Retriever> MakeBm25Retriever(
    const std::vector<IndexedDocument>& documents,
    const Bm25Parameters& parameters = {});

}  // namespace quiver

#endif  // QUIVER_RETRIEVE_RETRIEVER_H_
