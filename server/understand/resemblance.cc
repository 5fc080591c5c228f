#include "understand/resemblance.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "retrieve/retriever.h"

namespace quiver {
namespace {

// How many of each method are weighed.
constexpr size_t kConsidered = 8;

IndexedDocument IndexOf(const Document& document) {
  IndexedDocument indexed;
  indexed.title = document.title;
  indexed.questions = document.questions;
  indexed.aliases = document.aliases;
  for (const Passage& passage : document.passages) {
    indexed.passages.push_back({passage.heading, PlainText(passage.blocks)});
  }
  return indexed;
}

std::unique_ptr<Retriever> MakeRetriever(const Catalog& catalog) {
  std::vector<IndexedDocument> documents;
  for (const Document& document : catalog.documents) {
    documents.push_back(IndexOf(document));
  }
  return MakeBm25Retriever(documents);
}

// The tokens of `reading` inside `span`, as a reading of their own.
Reading Cut(const Reading& reading, const Span& span) {
  Reading cut;
  cut.text = std::string(reading.Text(span));
  for (uint32_t i = span.begin; i <= span.end; ++i) {
    cut.origin.push_back(reading.origin[i]);
  }
  for (const Token& token : reading.tokens) {
    if (!span.Contains(token.span)) continue;
    cut.tokens.push_back(
        {{token.span.begin - span.begin, token.span.end - span.begin},
         token.stem});
  }
  cut.clauses.push_back({{0, span.size()},
                         0,
                         static_cast<uint32_t>(cut.tokens.size()),
                         0,
                         false});
  return cut;
}

class CatalogResemblance final : public Resemblance {
 public:
  CatalogResemblance(const Catalog& catalog,
                     std::shared_ptr<const IntentModel> model)
      : catalog_(catalog),
        model_(std::move(model)),
        retriever_(MakeRetriever(catalog)) {}

  std::vector<Candidate> Find(const Reading& reading, const Span& span,
                              size_t limit) const override {
    std::vector<Candidate> candidates = Retrieved(reading, span);
    if (model_ != nullptr) AddLearned(reading, span, candidates);
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& left, const Candidate& right) {
                return left.confidence != right.confidence
                           ? left.confidence > right.confidence
                           : left.Name() < right.Name();
              });
    if (candidates.size() > limit) candidates.resize(limit);
    return candidates;
  }

 private:
  std::vector<Candidate> Retrieved(const Reading& reading,
                                   const Span& span) const {
    std::vector<std::string_view> stems;
    for (const Token& token : reading.tokens) {
      if (span.Contains(token.span)) stems.push_back(token.stem);
    }
    const std::vector<RetrievedDocument> found =
        retriever_->Retrieve(stems, kConsidered);
    std::vector<Candidate> candidates;
    for (const RetrievedDocument& document : found) {
      Candidate candidate;
      candidate.document = &catalog_.documents[document.document];
      candidate.passage = document.passage;
      candidate.method = Method::kRetrieval;
      // How much of the question the document accounts for, held against how
      // far it lies behind the best.
      candidate.confidence =
          document.coverage * (document.score / found.front().score);
      candidate.span = span;
      candidate.evidence =
          fmt::format("words, {:.0f} % covered", document.coverage * 100);
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  // Label of TrainingExamples() -> intent or document.
  Candidate Labelled(const LabelScore& score) const {
    Candidate candidate;
    candidate.method = Method::kExample;
    if (score.label < catalog_.intents.size()) {
      candidate.intent = &catalog_.intents[score.label];
    } else {
      candidate.document =
          &catalog_.documents[score.label - catalog_.intents.size()];
    }
    candidate.evidence = fmt::format("examples, margin {:.2f}", score.score);
    return candidate;
  }

  void AddLearned(const Reading& reading, const Span& span,
                  std::vector<Candidate>& candidates) const {
    for (const LabelScore& score :
         model_->Classify(Cut(reading, span), kConsidered)) {
      if (score.label == kOutOfScope) break;
      Candidate learned = Labelled(score);
      learned.span = span;
      learned.confidence = std::clamp(0.5 + score.score / 2, 0.0, 1.0);
      Merge(std::move(learned), candidates);
    }
  }

  // A document that both methods found keeps its passage, and gains.
  static void Merge(Candidate learned, std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates) {
      if (candidate.document == nullptr ||
          candidate.document != learned.document) {
        continue;
      }
      candidate.confidence =
          (candidate.confidence + learned.confidence) / 2 + 0.1;
      candidate.confidence = std::min(candidate.confidence, 1.0);
      candidate.method = Method::kExample;
      candidate.evidence += "; " + learned.evidence;
      return;
    }
    candidates.push_back(std::move(learned));
  }

  const Catalog& catalog_;
  std::shared_ptr<const IntentModel> model_;
  std::unique_ptr<Retriever> retriever_;
};

}  // namespace

std::unique_ptr<Resemblance> MakeResemblance(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model) {
  return std::make_unique<CatalogResemblance>(catalog, std::move(model));
}

}  // namespace quiver
