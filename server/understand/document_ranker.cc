#include "understand/document_ranker.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "retrieve/retriever.h"
#include "understand/detail_fit.h"

namespace quiver {
namespace {

// How many documents of each kind of evidence are weighed.
constexpr size_t kConsidered = 12;

// What each kind of evidence is worth; docs/understanding.md.
constexpr double kBaseline = 0.40;
constexpr double kLearnedWeight = 0.50;
constexpr double kWordsWeight = 0.12;
// A unit of specificity.
constexpr double kMetWeight = 0.12;
constexpr double kAroundWeight = 0.15;
constexpr double kUnmetWeight = 0.12;
constexpr double kIgnoredWeight = 0.01;
// The answer of the intent, to a question with and without details.
constexpr double kExpectedWeight = 0.40;
constexpr double kExpectedAloneWeight = 0.10;
// What the model takes for something else.
constexpr double kForeignWeight = 0.08;

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
  documents.reserve(catalog.documents.size());
  for (const Document& document : catalog.documents) {
    documents.push_back(IndexOf(document));
  }
  return MakeBm25Retriever(documents);
}

// The tokens of `reading` inside `span`, as a reading of their own.
Reading Cut(const Reading& reading, const Span& span) {
  Reading cut;
  cut.text = std::string(reading.Text(span));
  for (const Token& token : reading.tokens) {
    if (!span.Contains(token.span)) continue;
    cut.tokens.push_back(
        {{token.span.begin - span.begin, token.span.end - span.begin},
         token.stem});
  }
  return cut;
}

// What speaks for a document.
struct Evidence {
  uint32_t document = 0;
  uint32_t passage = 0;
  double learned = 0;
  double words = 0;
  DetailFit fit;
  bool expected = false;
  double foreign = 0;  // How surely the model finds it outside the subject.

  double Confidence() const { return std::clamp(Sum(), 0.0, 1.0); }

  // Not bounded, so that strong evidence still tells documents apart.
  double Sum() const {
    const bool alone = fit.met + fit.ignored == 0;
    return kBaseline + kLearnedWeight * learned + kWordsWeight * words +
           kMetWeight * fit.met + kAroundWeight * fit.around -
           kUnmetWeight * fit.unmet - kIgnoredWeight * fit.ignored +
           (expected ? (alone ? kExpectedAloneWeight : kExpectedWeight) : 0) -
           kForeignWeight * foreign;
  }

  std::string Describe() const {
    return fmt::format(
        "examples {:.2f}, words {:.2f}, details met {} around {} unmet {} "
        "ignored {}{}{}",
        learned, words, fit.met, fit.around, fit.unmet, fit.ignored,
        expected ? ", expected" : "",
        foreign > 0 ? fmt::format(", foreign {:.2f}", foreign) : "");
  }
};

class EvidenceList {
 public:
  Evidence& Of(uint32_t document) {
    const auto found = std::find_if(
        list_.begin(), list_.end(),
        [&](const Evidence& item) { return item.document == document; });
    if (found != list_.end()) return *found;
    list_.push_back({.document = document, .fit = {}});
    return list_.back();
  }

  std::vector<Evidence>& items() { return list_; }

 private:
  std::vector<Evidence> list_;
};

class WeightedRanker final : public DocumentRanker {
 public:
  WeightedRanker(const Catalog& catalog,
                 std::shared_ptr<const IntentModel> model)
      : catalog_(catalog),
        model_(std::move(model)),
        retriever_(MakeRetriever(catalog)),
        fitter_(catalog) {}

  std::vector<Candidate> Rank(const DocumentQuery& query,
                              size_t limit) const override {
    EvidenceList evidence;
    AddWords(query, evidence);
    const double foreign = AddLearned(query, evidence);
    for (const auto* details : {&query.details.own, &query.details.around}) {
      for (const uint32_t document : fitter_.DocumentsAbout(*details)) {
        evidence.Of(document);
      }
    }
    if (query.expected != nullptr) {
      evidence.Of(IndexOfDocument(*query.expected)).expected = true;
    }
    for (Evidence& item : evidence.items()) {
      item.fit = fitter_.FitOf(item.document, query.details);
      item.foreign = foreign;
    }
    return Best(query, evidence.items(), limit);
  }

 private:
  uint32_t IndexOfDocument(const Document& document) const {
    return static_cast<uint32_t>(&document - catalog_.documents.data());
  }

  void AddWords(const DocumentQuery& query, EvidenceList& evidence) const {
    std::vector<std::string_view> stems;
    for (const Token& token : query.reading.tokens) {
      if (query.span.Contains(token.span)) stems.push_back(token.stem);
    }
    const std::vector<RetrievedDocument> found =
        retriever_->Retrieve(stems, kConsidered);
    for (const RetrievedDocument& document : found) {
      Evidence& item = evidence.Of(document.document);
      item.passage = document.passage;
      // How much of the question it accounts for, held against how far it
      // lies behind the best.
      item.words = document.coverage * (document.score / found.front().score);
    }
  }

  // Returns how surely the model takes the part for something else.
  double AddLearned(const DocumentQuery& query, EvidenceList& evidence) const {
    if (model_ == nullptr) return 0;
    double foreign = 0;
    for (const LabelScore& score :
         model_->Classify(Cut(query.reading, query.span), kConsidered)) {
      const double share = std::clamp(score.score, 0.0, 1.0);
      if (score.label == kOutOfScope) {
        foreign = share;
      } else {
        evidence.Of(score.label).learned = share;
      }
    }
    return foreign;
  }

  std::vector<Candidate> Best(const DocumentQuery& query,
                              std::vector<Evidence>& items,
                              size_t limit) const {
    std::sort(items.begin(), items.end(),
              [](const Evidence& left, const Evidence& right) {
                const double difference = left.Sum() - right.Sum();
                return difference != 0 ? difference > 0
                                       : left.document < right.document;
              });
    if (items.size() > limit) items.resize(limit);
    std::vector<Candidate> candidates;
    candidates.reserve(items.size());
    for (const Evidence& item : items) {
      candidates.push_back(MakeCandidate(query, item));
    }
    return candidates;
  }

  Candidate MakeCandidate(const DocumentQuery& query,
                          const Evidence& item) const {
    Candidate candidate;
    candidate.document = &catalog_.documents[item.document];
    candidate.passage = item.passage;
    candidate.method = item.learned > 0 ? Method::kExample : Method::kRetrieval;
    candidate.confidence = item.Confidence();
    candidate.span = query.span;
    candidate.evidence = item.Describe();
    return candidate;
  }

  const Catalog& catalog_;
  const std::shared_ptr<const IntentModel> model_;
  const std::unique_ptr<Retriever> retriever_;
  const DetailFitter fitter_;
};

}  // namespace

std::unique_ptr<DocumentRanker> MakeDocumentRanker(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model) {
  return std::make_unique<WeightedRanker>(catalog, std::move(model));
}

}  // namespace quiver
