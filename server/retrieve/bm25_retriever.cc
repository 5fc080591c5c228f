#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include "retrieve/bm25_index.h"
#include "retrieve/retriever.h"
#include "retrieve/stop_words.h"
#include "text/reader.h"

namespace quiver {
namespace {

void AddStems(std::string_view text, IndexedField& field) {
  for (Token& token : Tokenize(Normalize(text))) {
    if (!IsStopStem(token.stem)) field.push_back(std::move(token.stem));
  }
}

IndexedField StemsOf(const std::vector<std::string>& texts) {
  IndexedField field;
  for (const std::string& text : texts) AddStems(text, field);
  return field;
}

// A heading is to a passage what a title is to a document.
std::vector<IndexedText> TextsOf(const std::vector<IndexedPassage>& passages) {
  std::vector<IndexedText> texts;
  for (const IndexedPassage& passage : passages) {
    texts.push_back({StemsOf({passage.heading}), StemsOf({passage.text})});
  }
  return texts;
}

IndexedText TextOf(const IndexedDocument& document,
                   const std::vector<IndexedText>& passages) {
  IndexedField body;
  for (const IndexedText& passage : passages) {
    for (const IndexedField& field : passage) {
      body.insert(body.end(), field.begin(), field.end());
    }
  }
  return {StemsOf(document.questions), StemsOf({document.title}),
          StemsOf(document.aliases), std::move(body)};
}

Bm25Index IndexDocuments(const std::vector<IndexedText>& texts,
                         const Bm25Parameters& parameters) {
  return Bm25Index(texts, {parameters.k1,
                           parameters.b,
                           {parameters.question_weight, parameters.title_weight,
                            parameters.alias_weight, 1}});
}

Bm25Index IndexPassages(const std::vector<IndexedText>& texts,
                        const Bm25Parameters& parameters) {
  return Bm25Index(
      texts,
      {parameters.passage_k1, parameters.b, {parameters.title_weight, 1}});
}

// The words of a query that say something, each once.
std::vector<std::string_view> SearchedStems(
    const std::vector<std::string_view>& stems) {
  std::vector<std::string_view> searched;
  for (const std::string_view stem : stems) {
    if (!IsStopStem(stem)) searched.push_back(stem);
  }
  std::sort(searched.begin(), searched.end());
  searched.erase(std::unique(searched.begin(), searched.end()), searched.end());
  return searched;
}

class Bm25Retriever final : public Retriever {
 public:
  Bm25Retriever(Bm25Index documents, Bm25Index passages,
                std::vector<uint32_t> first_passages)
      : documents_(std::move(documents)),
        passages_(std::move(passages)),
        first_passages_(std::move(first_passages)) {}

  std::vector<RetrievedDocument> Retrieve(
      const std::vector<std::string_view>& stems, size_t limit) const override {
    const std::vector<std::string_view> searched = SearchedStems(stems);
    std::vector<RetrievedDocument> found = ScoreDocuments(searched);
    const size_t count = std::min(limit, found.size());
    std::partial_sort(
        found.begin(), found.begin() + static_cast<ptrdiff_t>(count),
        found.end(),
        [](const RetrievedDocument& left, const RetrievedDocument& right) {
          return left.score != right.score ? left.score > right.score
                                           : left.document < right.document;
        });
    found.resize(count);
    ChoosePassages(searched, found);
    return found;
  }

 private:
  // The documents that hold any of `stems`, by index.
  std::vector<RetrievedDocument> ScoreDocuments(
      const std::vector<std::string_view>& stems) const {
    std::vector<RetrievedDocument> scored(first_passages_.size() - 1);
    double asked = 0;
    for (const std::string_view stem : stems) {
      const Bm25Index::Word* const word = documents_.Find(stem);
      asked += word == nullptr ? documents_.largest_idf() : word->idf;
      if (word == nullptr) continue;
      for (const Bm25Index::Posting& posting : word->postings) {
        scored[posting.text].score += posting.score;
        scored[posting.text].coverage += word->idf;
      }
    }
    std::vector<RetrievedDocument> found;
    for (size_t i = 0; i < scored.size(); ++i) {
      if (scored[i].score <= 0) continue;
      found.push_back({static_cast<uint32_t>(i), 0, scored[i].score,
                       scored[i].coverage / asked});
    }
    return found;
  }

  void ChoosePassages(const std::vector<std::string_view>& stems,
                      std::vector<RetrievedDocument>& found) const {
    std::vector<float> scores(first_passages_.back(), 0);
    for (const std::string_view stem : stems) {
      const Bm25Index::Word* const word = passages_.Find(stem);
      if (word == nullptr) continue;
      for (const Bm25Index::Posting& posting : word->postings) {
        scores[posting.text] += posting.score;
      }
    }
    for (RetrievedDocument& document : found) {
      const auto begin = scores.begin() + first_passages_[document.document];
      const auto end = scores.begin() + first_passages_[document.document + 1];
      // The first of equal ones: the short answer before the sections.
      const auto best = std::max_element(begin, end);
      if (best != end) document.passage = static_cast<uint32_t>(best - begin);
    }
  }

  const Bm25Index documents_;
  const Bm25Index passages_;
  // Where the passages of each document begin in `passages_`; and their end.
  const std::vector<uint32_t> first_passages_;
};

}  // namespace

std::unique_ptr<Retriever> MakeBm25Retriever(
    const std::vector<IndexedDocument>& documents,
    const Bm25Parameters& parameters) {
  std::vector<IndexedText> document_texts;
  std::vector<IndexedText> passage_texts;
  std::vector<uint32_t> first_passages = {0};
  for (const IndexedDocument& document : documents) {
    std::vector<IndexedText> passages = TextsOf(document.passages);
    document_texts.push_back(TextOf(document, passages));
    std::move(passages.begin(), passages.end(),
              std::back_inserter(passage_texts));
    first_passages.push_back(static_cast<uint32_t>(passage_texts.size()));
  }
  return std::make_unique<Bm25Retriever>(
      IndexDocuments(document_texts, parameters),
      IndexPassages(passage_texts, parameters), std::move(first_passages));
}

}  // namespace quiver
