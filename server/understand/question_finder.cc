#include "understand/question_finder.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/status_macros.h"
#include "understand/document_ranker.h"
#include "understand/ellipsis.h"
#include "understand/intent_finder.h"
#include "understand/listed_questions.h"
#include "understand/question_parts.h"

namespace quiver {
namespace {

constexpr size_t kMaxCandidates = 5;
// Confidence of what an author's pattern found, and how much less the next
// best pattern is worth.
constexpr double kPatternConfidence = 0.95;
constexpr double kNextPattern = 0.05;
// Details alone: enough to answer, and no more.
constexpr double kDetailsConfidence = 0.6;

bool IsPutAsQuestion(const Understanding& understanding, const Span& part) {
  const auto& clauses = understanding.utterance.corrected.clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.question && part.Overlaps(clause.span);
  });
}

bool IsAct(const Intent& intent) {
  return intent.kind != IntentKind::kQuestion;
}

class CatalogQuestionFinder final : public QuestionFinder {
 public:
  CatalogQuestionFinder(const Catalog& catalog,
                        std::shared_ptr<const IntentModel> model,
                        const UnderstandingThresholds& thresholds,
                        std::unique_ptr<IntentFinder> acts,
                        std::unique_ptr<IntentFinder> intents)
      : catalog_(catalog),
        thresholds_(thresholds),
        acts_(std::move(acts)),
        intents_(std::move(intents)),
        ranker_(MakeDocumentRanker(catalog, std::move(model))),
        default_intent_(catalog.FindIntent(catalog.profile.default_intent)),
        ellipsis_(catalog),
        listed_(catalog) {}

  std::vector<Question> Find(
      const Understanding& understanding) const override {
    const Reading& reading = understanding.utterance.corrected;
    std::vector<Question> questions;
    if (reading.tokens.empty()) return questions;
    // What a document lists is one question, however many it holds.
    const bool is_listed = Listed(understanding, WholeOf(reading)) != nullptr;
    for (const Span& part :
         is_listed ? std::vector{WholeOf(reading)} : PartsOf(reading)) {
      AddQuestion(understanding, part, questions);
    }
    // No part alone was understood: take them together.
    if (questions.empty()) {
      AddQuestion(understanding, WholeOf(reading), questions);
    }
    return questions;
  }

  std::vector<Candidate> FindActs(
      const Understanding& understanding) const override {
    const Reading& reading = understanding.utterance.corrected;
    std::vector<Candidate> acts;
    double confidence = kPatternConfidence;
    for (const IntentHit& hit : Hits(*acts_, understanding, WholeOf(reading))) {
      acts.push_back(CandidateOf(hit, WholeOf(reading), confidence));
      confidence = std::max(confidence - kNextPattern, 0.5);
    }
    return acts;
  }

  std::vector<Candidate> Search(const Understanding& understanding,
                                size_t limit) const override {
    const Reading& reading = understanding.utterance.corrected;
    const Span whole = WholeOf(reading);
    const PartDetails details = DetailsOf(understanding, whole);
    return ranker_->Rank({reading, whole, details, nullptr}, limit);
  }

 private:
  bool IsPossible(const Intent& intent,
                  const Understanding& understanding) const {
    return (intent.needed.empty() || understanding.Holds(intent.needed)) &&
           !understanding.Holds(intent.refused);
  }

  // What the authors' patterns find in `part`.
  std::vector<IntentHit> Hits(const IntentFinder& finder,
                              const Understanding& understanding,
                              const Span& part) const {
    std::vector<IntentHit> hits =
        finder.Find(understanding.utterance.corrected.Text(part));
    std::erase_if(hits, [&](const IntentHit& hit) {
      return !IsPossible(*hit.intent, understanding);
    });
    return hits;
  }

  Candidate CandidateOf(const IntentHit& hit, const Span& part,
                        double confidence) const {
    Candidate candidate;
    candidate.intent = hit.intent;
    candidate.document = catalog_.FindDocument(hit.intent->answer);
    candidate.method = Method::kPattern;
    candidate.confidence = confidence;
    candidate.span = {part.begin + hit.span.begin, part.begin + hit.span.end};
    candidate.evidence = hit.pattern->written;
    return candidate;
  }

  void AddQuestion(const Understanding& understanding, const Span& part,
                   std::vector<Question>& questions) const {
    const std::vector<IntentHit> hits = Hits(*intents_, understanding, part);
    Question question{part, {}};
    const Document* listed = Listed(understanding, part);
    if (listed != nullptr) {
      question.candidates = OfListed(*listed, understanding, part, hits);
    } else if (understanding.names_subject) {
      question.candidates = Ranked(understanding, part, hits);
    } else {
      question.candidates = Elliptical(understanding, part, hits);
      question.needs_topic =
          !IsPlaced(hits) && (ellipsis_.NamesUnaskedDetail(understanding) ||
                              !ellipsis_.IsExplained(understanding));
    }
    if (question.candidates.size() > kMaxCandidates) {
      question.candidates.resize(kMaxCandidates);
    }
    if (!question.candidates.empty()) questions.push_back(std::move(question));
  }

  // The document that lists `part` as a question, as typed or as corrected.
  const Document* Listed(const Understanding& understanding,
                         const Span& part) const {
    const Reading& corrected = understanding.utterance.corrected;
    const Document* listed = listed_.Find(corrected, part);
    if (listed != nullptr || part != WholeOf(corrected)) return listed;
    const Reading& raw = understanding.utterance.raw;
    return listed_.Find(raw, WholeOf(raw));
  }

  // `listed` decided; patterns tell only which side of it is asked.
  std::vector<Candidate> OfListed(const Document& listed,
                                  const Understanding& understanding,
                                  const Span& part,
                                  const std::vector<IntentHit>& hits) const {
    Candidate candidate;
    candidate.document = &listed;
    candidate.method = Method::kExample;
    candidate.confidence = 1;
    candidate.span = part;
    candidate.evidence = "a question that it lists";
    const Intent* intent = hits.empty() ? nullptr : hits.front().intent;
    if (intent != nullptr && !intent->aspect.empty() &&
        intent->answer != listed.id) {
      candidate.intent = intent;
    }
    const PartDetails details = DetailsOf(understanding, part);
    return Direct(std::move(candidate),
                  ranker_->Rank({understanding.utterance.corrected, part,
                                 details, nullptr},
                                kMaxCandidates));
  }

  // The candidates of a part of a message that names the subject.
  std::vector<Candidate> Ranked(const Understanding& understanding,
                                const Span& part,
                                const std::vector<IntentHit>& hits) const {
    const PartDetails details = DetailsOf(understanding, part);
    const Intent* intent = hits.empty() ? nullptr : hits.front().intent;
    std::vector<Candidate> candidates = ranker_->Rank(
        {understanding.utterance.corrected, part, details, intent},
        kMaxCandidates);
    if (intent == nullptr) return candidates;
    if (intent->aspect.empty()) {
      return Direct(CandidateOf(hits.front(), part, kPatternConfidence),
                    std::move(candidates));
    }
    for (Candidate& candidate : candidates) candidate.intent = intent;
    return candidates;
  }

  // What a pattern decides comes first; the rest are only alternatives.
  std::vector<Candidate> Direct(Candidate decided,
                                std::vector<Candidate> ranked) const {
    const double below = decided.confidence - thresholds_.tie - kNextPattern;
    std::vector<Candidate> candidates = {std::move(decided)};
    for (Candidate& candidate : ranked) {
      if (candidate.document == candidates.front().document) continue;
      candidate.confidence = std::min(candidate.confidence, below);
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  // Whether the message names what the intent found requires: Hits() saw to it.
  static bool IsPlaced(const std::vector<IntentHit>& hits) {
    return !hits.empty() && !hits.front().intent->needed.empty();
  }

  // The candidate of a part of a message that does not name the subject.
  std::vector<Candidate> Elliptical(const Understanding& understanding,
                                    const Span& part,
                                    const std::vector<IntentHit>& hits) const {
    const bool explained = ellipsis_.IsExplained(understanding);
    const bool nearly = IsPutAsQuestion(understanding, part) &&
                        ellipsis_.IsNearlyExplained(understanding);
    if (!hits.empty() && (IsPlaced(hits) || explained || nearly)) {
      return {CandidateOf(hits.front(), part, kPatternConfidence)};
    }
    if (!explained) return {};
    return DetailsAlone(understanding, part);
  }

  std::vector<Candidate> DetailsAlone(const Understanding& understanding,
                                      const Span& part) const {
    if (default_intent_ == nullptr) return {};
    if (DetailsOf(understanding, part).own.empty()) return {};
    Candidate candidate;
    candidate.intent = default_intent_;
    candidate.document = catalog_.FindDocument(default_intent_->answer);
    candidate.method = Method::kDetails;
    candidate.confidence = kDetailsConfidence;
    candidate.span = part;
    candidate.evidence = "details";
    return {std::move(candidate)};
  }

  const Catalog& catalog_;
  const UnderstandingThresholds thresholds_;
  const std::unique_ptr<IntentFinder> acts_;
  const std::unique_ptr<IntentFinder> intents_;  // Of questions.
  const std::unique_ptr<DocumentRanker> ranker_;
  const Intent* const default_intent_;
  const Ellipsis ellipsis_;
  const ListedQuestions listed_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<QuestionFinder>> MakeQuestionFinder(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model,
    const UnderstandingThresholds& thresholds) {
  QUIVER_ASSIGN_OR_RETURN(std::unique_ptr<IntentFinder> acts,
                          MakeIntentFinder(catalog, IsAct));
  QUIVER_ASSIGN_OR_RETURN(std::unique_ptr<IntentFinder> intents,
                          MakeIntentFinder(catalog, std::not_fn(IsAct)));
  return std::make_unique<CatalogQuestionFinder>(catalog, std::move(model),
                                                 thresholds, std::move(acts),
                                                 std::move(intents));
}

}  // namespace quiver
