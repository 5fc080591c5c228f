#include "understand/question_finder.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"
#include "text/word_classes.h"
#include "understand/document_ranker.h"
#include "understand/intent_finder.h"

namespace quiver {
namespace {

constexpr size_t kMaxQuestions = 3;
constexpr size_t kMaxCandidates = 5;
// Confidence of what an author's pattern found, and how much less the next
// best pattern is worth.
constexpr double kPatternConfidence = 0.95;
constexpr double kNextPattern = 0.05;
// Details alone: enough to answer, and no more.
constexpr double kDetailsConfidence = 0.6;
// How much of a message must be explained when it names nothing of the
// subject.
constexpr double kExplainedShare = 0.99;

bool IsAct(const Intent& intent) {
  return intent.kind != IntentKind::kQuestion;
}

Span WholeOf(const Reading& reading) {
  return {0, static_cast<uint32_t>(reading.text.size())};
}

// The parts of `reading` that ask something: its questions when there are
// several, else the whole message, since what comes before a question tells
// what it is about.
std::vector<Span> PartsOf(const Reading& reading) {
  std::vector<Span> parts;
  for (const Clause& clause : reading.clauses) {
    if (clause.question) parts.push_back(clause.span);
  }
  if (parts.size() < 2) return {WholeOf(reading)};
  if (parts.size() > kMaxQuestions) parts.resize(kMaxQuestions);
  return parts;
}

// Whether `mention` tells which document is meant.
bool IsDetail(const Mention& mention) {
  return mention.entity->specificity > 0 && !mention.assertion.negated;
}

// The details of `part`, or where it names none those of the message.
std::vector<const Mention*> DetailsOf(const Understanding& understanding,
                                      const Span& part) {
  std::vector<const Mention*> inside;
  std::vector<const Mention*> all;
  for (const Mention& mention : understanding.mentions) {
    if (!IsDetail(mention)) continue;
    all.push_back(&mention);
    if (part.Contains(mention.span)) inside.push_back(&mention);
  }
  return inside.empty() ? all : inside;
}

// The share of the words of `part` that carry meaning and that a mention or
// one of `hits` accounts for.
double ExplainedShare(const Understanding& understanding, const Span& part,
                      const std::vector<IntentHit>& hits) {
  const Reading& reading = understanding.utterance.corrected;
  size_t words = 0;
  size_t explained = 0;
  for (const Token& token : reading.tokens) {
    if (!part.Contains(token.span)) continue;
    if (ClassesOf(reading.Text(token.span)) != kOtherWord) continue;
    ++words;
    const bool in_mention =
        std::any_of(understanding.mentions.begin(),
                    understanding.mentions.end(), [&](const Mention& mention) {
                      return mention.span.Overlaps(token.span);
                    });
    const bool in_hit =
        std::any_of(hits.begin(), hits.end(), [&](const IntentHit& hit) {
          return hit.span.Overlaps(
              {token.span.begin - part.begin, token.span.end - part.begin});
        });
    if (in_mention || in_hit) ++explained;
  }
  return words == 0
             ? 1.0
             : static_cast<double>(explained) / static_cast<double>(words);
}

class CatalogQuestionFinder final : public QuestionFinder {
 public:
  CatalogQuestionFinder(const Catalog& catalog,
                        std::shared_ptr<const IntentModel> model,
                        const UnderstandingThresholds& thresholds,
                        std::unique_ptr<IntentFinder> intents)
      : catalog_(catalog),
        thresholds_(thresholds),
        intents_(std::move(intents)),
        ranker_(MakeDocumentRanker(catalog, std::move(model))),
        default_intent_(catalog.FindIntent(catalog.profile.default_intent)) {}

  std::vector<Question> Find(
      const Understanding& understanding) const override {
    const Reading& reading = understanding.utterance.corrected;
    std::vector<Question> questions;
    if (reading.tokens.empty()) return questions;
    for (const Span& part : PartsOf(reading)) {
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
    for (const IntentHit& hit :
         Hits(understanding, WholeOf(reading), /*acts=*/true)) {
      acts.push_back(CandidateOf(hit, WholeOf(reading), confidence));
      confidence = std::max(confidence - kNextPattern, 0.5);
    }
    return acts;
  }

  std::vector<Candidate> Search(const Reading& reading,
                                size_t limit) const override {
    return ranker_->Rank({reading, WholeOf(reading), {}, nullptr}, limit);
  }

 private:
  bool IsPossible(const Intent& intent,
                  const Understanding& understanding) const {
    return (intent.needed.empty() || understanding.Holds(intent.needed)) &&
           !understanding.Holds(intent.refused);
  }

  // What the authors' patterns find in `part`, acts or questions.
  std::vector<IntentHit> Hits(const Understanding& understanding,
                              const Span& part, bool acts) const {
    std::vector<IntentHit> hits =
        intents_->Find(understanding.utterance.corrected.Text(part));
    std::erase_if(hits, [&](const IntentHit& hit) {
      return IsAct(*hit.intent) != acts ||
             !IsPossible(*hit.intent, understanding);
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
    const std::vector<IntentHit> hits =
        Hits(understanding, part, /*acts=*/false);
    Question question{part, {}};
    if (understanding.names_subject) {
      question.candidates = Ranked(understanding, part, hits);
    } else {
      question.candidates = Elliptical(understanding, part, hits);
    }
    if (question.candidates.size() > kMaxCandidates) {
      question.candidates.resize(kMaxCandidates);
    }
    if (!question.candidates.empty()) questions.push_back(std::move(question));
  }

  // The candidates of a part of a message that names the subject.
  std::vector<Candidate> Ranked(const Understanding& understanding,
                                const Span& part,
                                const std::vector<IntentHit>& hits) const {
    const std::vector<const Mention*> details = DetailsOf(understanding, part);
    const Intent* intent = hits.empty() ? nullptr : hits.front().intent;
    const Document* expected =
        intent == nullptr ? nullptr : catalog_.FindDocument(intent->answer);
    std::vector<Candidate> candidates = ranker_->Rank(
        {understanding.utterance.corrected, part, details, expected},
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

  // The candidate of a part of a message that does not name the subject.
  std::vector<Candidate> Elliptical(const Understanding& understanding,
                                    const Span& part,
                                    const std::vector<IntentHit>& hits) const {
    if (ExplainedShare(understanding, part, hits) < kExplainedShare) return {};
    if (!hits.empty()) {
      return {CandidateOf(hits.front(), part, kPatternConfidence)};
    }
    return DetailsAlone(understanding, part);
  }

  std::vector<Candidate> DetailsAlone(const Understanding& understanding,
                                      const Span& part) const {
    if (default_intent_ == nullptr) return {};
    if (DetailsOf(understanding, part).empty()) return {};
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
  const std::unique_ptr<IntentFinder> intents_;
  const std::unique_ptr<DocumentRanker> ranker_;
  const Intent* const default_intent_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<QuestionFinder>> MakeQuestionFinder(
    const Catalog& catalog, std::shared_ptr<const IntentModel> model,
    const UnderstandingThresholds& thresholds) {
  QUIVER_ASSIGN_OR_RETURN(std::unique_ptr<IntentFinder> intents,
                          MakeIntentFinder(catalog));
  return std::make_unique<CatalogQuestionFinder>(
      catalog, std::move(model), thresholds, std::move(intents));
}

}  // namespace quiver
