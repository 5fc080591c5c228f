#include "understand/document_ranker.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "base/largest.h"
#include "retrieve/retriever.h"
#include "retrieve/stop_words.h"
#include "text/reader.h"
#include "understand/detail_fit.h"
#include "understand/phrase_index.h"

namespace quiver {
namespace {

// How many documents of each kind of evidence are weighed.
constexpr size_t kConsidered = 12;
// What the whole message tells of the document that a part of it asks for.
constexpr double kStoryShare = 0.6;
// The most that any document is worth as the answer of what is foreign: too
// little to be offered.
constexpr double kForeignConfidence = 0.3;

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
  // Examples of intents are questions that their documents answer.
  for (const Intent& intent : catalog.intents) {
    const Document* const answer = catalog.FindDocument(intent.answer);
    if (answer == nullptr) continue;
    std::vector<std::string>& questions =
        documents[static_cast<size_t>(answer - catalog.documents.data())]
            .questions;
    questions.insert(questions.end(), intent.examples.begin(),
                     intent.examples.end());
  }
  return MakeBm25Retriever(documents);
}

// What the documents are called.
PhraseIndex NamesOf(const Catalog& catalog) {
  PhraseIndex names;
  for (uint32_t i = 0; i < catalog.documents.size(); ++i) {
    names.Add(Normalize(catalog.documents[i].title), i);
    for (const std::string& alias : catalog.documents[i].aliases) {
      names.Add(Normalize(alias), i);
    }
  }
  return names;
}

// By document: the aspects of the intents that it answers.
std::vector<std::vector<std::string_view>> AspectsOf(const Catalog& catalog) {
  std::vector<std::vector<std::string_view>> aspects(catalog.documents.size());
  for (const Intent& intent : catalog.intents) {
    const Document* const answer = catalog.FindDocument(intent.answer);
    if (answer == nullptr || intent.aspect.empty()) continue;
    aspects[static_cast<size_t>(answer - catalog.documents.data())].push_back(
        intent.aspect);
  }
  return aspects;
}

std::vector<std::string_view> StemsOf(std::span<const Token> tokens) {
  std::vector<std::string_view> stems;
  stems.reserve(tokens.size());
  for (const Token& token : tokens) stems.push_back(token.stem);
  return stems;
}

size_t CountContentWords(std::span<const Token> tokens) {
  const auto count =
      std::count_if(tokens.begin(), tokens.end(),
                    [](const Token& token) { return !IsStopStem(token.stem); });
  return static_cast<size_t>(count);
}

class WeightedRanker final : public DocumentRanker {
 public:
  WeightedRanker(const Catalog& catalog,
                 std::shared_ptr<const IntentModel> model)
      : catalog_(catalog),
        marks_subject_(MarksSubject(catalog)),
        model_(std::move(model)),
        retriever_(MakeRetriever(catalog)),
        fitter_(catalog),
        names_(NamesOf(catalog)),
        aspects_(AspectsOf(catalog)) {}

  std::vector<Candidate> Rank(const DocumentQuery& query,
                              size_t limit) const override {
    auto [evidence, familiarity] = LikenessOf(query.reading, query.span);
    if (query.story != nullptr) {
      evidence.Blend(query.story->evidence, kStoryShare);
      familiarity.foreign =
          std::min(familiarity.foreign, query.story->familiarity.foreign);
    }
    if (!marks_subject_) SetBaseline(familiarity, evidence);
    for (const auto* details : {&query.details.own, &query.details.around}) {
      for (const uint32_t document : DocumentsAbout(*details)) {
        evidence.Of(document);
      }
    }
    AddNames(query, evidence);
    AddAnswer(query.intent, evidence);
    for (Evidence& item : evidence.items()) {
      item.fit = fitter_.FitOf(item.document, query.details);
      item.foreign = familiarity.foreign;
    }
    return Best(query, evidence.items(), limit,
                familiarity.IsForeign() ? kForeignConfidence : 1.0);
  }

  Likeness LikenessOf(const Reading& reading, const Span& part) const override {
    Likeness likeness;
    AddWords(reading.TokensIn(part), likeness);
    AddLearned(reading, part, likeness);
    return likeness;
  }

 private:
  uint32_t IndexOfDocument(const Document& document) const {
    return static_cast<uint32_t>(&document - catalog_.documents.data());
  }

  // Without a subject the likest document is as sure as the message is
  // familiar.
  static void SetBaseline(const Familiarity& familiarity,
                          EvidenceList& evidence) {
    double best = 0;
    for (const Evidence& item : evidence.items()) {
      best = std::max(best, item.Likeness());
    }
    for (Evidence& item : evidence.items()) {
      item.baseline = familiarity.Confidence() - best;
    }
  }

  void AddAnswer(const Intent* intent, EvidenceList& evidence) const {
    if (intent == nullptr) return;
    const Document* const answer = catalog_.FindDocument(intent->answer);
    if (answer == nullptr) return;
    evidence.Of(IndexOfDocument(*answer)).expected = true;
    for (Evidence& item : evidence.items()) {
      const std::vector<std::string_view>& aspects = aspects_[item.document];
      item.other_aspect = !intent->aspect.empty() && !aspects.empty() &&
                          std::find(aspects.begin(), aspects.end(),
                                    intent->aspect) == aspects.end();
    }
  }

  void AddNames(const DocumentQuery& query, EvidenceList& evidence) const {
    const std::span<const Token> part = query.reading.TokensIn(query.span);
    const size_t all = CountContentWords(part);
    if (all == 0) return;
    for (const PhraseIndex::Hit& hit : names_.Find(query.reading, part)) {
      const size_t words = CountContentWords(
          part.subspan(hit.first_token, hit.last_token - hit.first_token));
      double& named = evidence.Of(hit.label).named;
      named = std::max(named,
                       static_cast<double>(words) / static_cast<double>(all));
    }
  }

  void AddWords(std::span<const Token> tokens, Likeness& likeness) const {
    auto& [evidence, familiarity] = likeness;
    const std::vector<RetrievedDocument> found =
        retriever_->Retrieve(StemsOf(tokens), kConsidered);
    familiarity.words = CountContentWords(tokens);
    for (const RetrievedDocument& document : found) {
      familiarity.covered = std::max(familiarity.covered, document.coverage);
      Evidence& item = evidence.Of(document.document);
      item.passage = document.passage;
      // How much of the question it accounts for, held against how far it
      // lies behind the best.
      item.words = document.coverage * (document.score / found.front().score);
    }
  }

  void AddLearned(const Reading& reading, const Span& part,
                  Likeness& likeness) const {
    if (model_ == nullptr) return;
    auto& [evidence, familiarity] = likeness;
    const std::vector<LabelScore> scores =
        model_->Classify(reading, part, kConsidered);
    // Several labels may score above 1: what lies behind the best still counts.
    const double scale =
        scores.empty() ? 1.0 : std::max(scores.front().score, 1.0);
    for (const LabelScore& score : scores) {
      const double share = std::max(score.score / scale, 0.0);
      if (score.label == kOutOfScope) {
        familiarity.foreign = share;
      } else {
        familiarity.likest = std::max(familiarity.likest, score.confidence);
        familiarity.learned = std::max(familiarity.learned, share);
        evidence.Of(score.label).learned = share;
      }
    }
  }

  std::vector<Candidate> Best(const DocumentQuery& query,
                              std::vector<Evidence>& items, size_t limit,
                              double most) const {
    // By document, so that equal ones are.
    std::sort(items.begin(), items.end(),
              [](const Evidence& left, const Evidence& right) {
                return left.document < right.document;
              });
    std::vector<double> sums;
    sums.reserve(items.size());
    for (const Evidence& item : items) sums.push_back(item.Sum());
    std::vector<Candidate> candidates;
    for (const uint32_t i : IndicesOfLargest(sums, limit)) {
      candidates.push_back(MakeCandidate(query, items[i]));
      Candidate& candidate = candidates.back();
      candidate.confidence = std::min(candidate.confidence, most);
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
    candidate.weighed = item;
    return candidate;
  }

  const Catalog& catalog_;
  const bool marks_subject_;
  const std::shared_ptr<const IntentModel> model_;
  const std::unique_ptr<Retriever> retriever_;
  const DetailFitter fitter_;
  const PhraseIndex names_;  // Labels are documents.
  // Of the intents that each document answers.
  const std::vector<std::vector<std::string_view>> aspects_;
};

}  // namespace

bool MarksSubject(const Catalog& catalog) {
  return std::any_of(catalog.entities.begin(), catalog.entities.end(),
                     [](const Entity& entity) { return entity.subject; });
}

std::unique_ptr<DocumentRanker> MakeDocumentRanker(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model) {
  return std::make_unique<WeightedRanker>(catalog, std::move(model));
}

}  // namespace quiver
