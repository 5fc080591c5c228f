#include "understand/question_finder.h"

#include <algorithm>
#include <optional>
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

// A part of a message that may ask something.
struct Part {
  const Understanding& understanding;
  Span span;
  std::vector<IntentHit> hits;  // Of questions, best first.
  const Likeness* story;        // DocumentQuery::story.

  const Reading& reading() const { return understanding.utterance.corrected; }
};

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
        default_intent_(catalog.FindIntent(catalog.profile.default_intent)),
        ellipsis_(catalog),
        listed_(catalog) {}

  Requests Find(const Understanding& understanding) const override {
    const Reading& reading = understanding.utterance.corrected;
    const bool asks = !reading.tokens.empty() && !understanding.other_language;
    Part whole{understanding, WholeOf(reading), {}, nullptr};
    const std::vector<Span> spans =
        asks ? SpansOf(whole) : std::vector{whole.span};
    // Where parts are asked for themselves, the whole tells only acts.
    whole.hits = Hits(understanding, whole.span,
                      spans.size() > 1 ? Sought::kActs : Sought::kAll);
    Requests requests;
    requests.acts = ActsOf(TakeActs(whole.hits), whole.span);
    if (asks) requests.questions = QuestionsOf(std::move(whole), spans);
    return requests;
  }

  std::vector<Candidate> Search(const Understanding& understanding,
                                size_t limit) const override {
    const Reading& reading = understanding.utterance.corrected;
    const Span whole = WholeOf(reading);
    const PartDetails details = DetailsOf(understanding, whole);
    return ranker_->Rank({reading, whole, details}, limit);
  }

 private:
  bool IsPossible(const Intent& intent,
                  const Understanding& understanding) const {
    return (intent.needed.empty() || understanding.Holds(intent.needed)) &&
           !understanding.Holds(intent.refused);
  }

  // What the authors' patterns find in `span`.
  std::vector<IntentHit> Hits(const Understanding& understanding,
                              const Span& span, Sought sought) const {
    std::vector<IntentHit> hits =
        intents_->Find(understanding.utterance.corrected.Text(span), sought);
    std::erase_if(hits, [&](const IntentHit& hit) {
      return !IsPossible(*hit.intent, understanding);
    });
    return hits;
  }

  // Moves the acts out of `hits`.
  static std::vector<IntentHit> TakeActs(std::vector<IntentHit>& hits) {
    const auto acts = std::stable_partition(
        hits.begin(), hits.end(),
        [](const auto& hit) { return !IsAct(*hit.intent); });
    std::vector<IntentHit> taken(acts, hits.end());
    hits.erase(acts, hits.end());
    return taken;
  }

  std::vector<Candidate> ActsOf(const std::vector<IntentHit>& hits,
                                const Span& span) const {
    std::vector<Candidate> acts;
    double confidence = kPatternConfidence;
    for (const IntentHit& hit : hits) {
      acts.push_back(CandidateOf(hit, span, confidence));
      confidence = std::max(confidence - kNextPattern, 0.5);
    }
    return acts;
  }

  // Where the message `whole` may ask something.  What a document lists is one
  // question, however many it holds.
  std::vector<Span> SpansOf(const Part& whole) const {
    return Listed(whole) != nullptr ? std::vector{whole.span}
                                    : PartsOf(whole.reading());
  }

  // The questions of the message `whole`: in its parts, `spans`, or, when no
  // part alone was understood, in all of them together.
  std::vector<Question> QuestionsOf(Part whole,
                                    const std::vector<Span>& spans) const {
    std::vector<Question> questions;
    if (spans.size() > 1) {
      AddQuestions(whole.understanding, spans, questions);
      if (!questions.empty()) return questions;
      whole.hits = Hits(whole.understanding, whole.span, Sought::kAll);
      TakeActs(whole.hits);
    }
    AddQuestion(whole, questions);
    return questions;
  }

  // The questions of a message with several parts.
  void AddQuestions(const Understanding& understanding,
                    const std::vector<Span>& spans,
                    std::vector<Question>& questions) const {
    const Reading& reading = understanding.utterance.corrected;
    std::optional<Likeness> story;
    if (understanding.names_subject) {
      story = ranker_->LikenessOf(reading, StoryOf(reading));
    }
    for (const Span& span : spans) {
      Part part{understanding, span, Hits(understanding, span, Sought::kAll),
                story ? &*story : nullptr};
      TakeActs(part.hits);
      AddQuestion(part, questions);
    }
  }

  Candidate CandidateOf(const IntentHit& hit, const Span& part,
                        double confidence) const {
    Candidate candidate;
    candidate.intent = hit.intent;
    candidate.document = catalog_.FindDocument(hit.intent->answer);
    candidate.method = Method::kPattern;
    candidate.confidence = confidence;
    candidate.span = {part.begin + hit.span.begin, part.begin + hit.span.end};
    candidate.found_by = hit.pattern->written;
    return candidate;
  }

  void AddQuestion(const Part& part, std::vector<Question>& questions) const {
    Question question{part.span, {}};
    const Document* listed = Listed(part);
    if (listed != nullptr) {
      question.candidates = OfListed(*listed, part);
    } else if (part.understanding.names_subject) {
      question.candidates = Ranked(part);
    } else {
      AskElliptically(part, question);
    }
    if (question.candidates.size() > kMaxCandidates) {
      question.candidates.resize(kMaxCandidates);
    }
    if (!question.candidates.empty()) questions.push_back(std::move(question));
  }

  // The document that lists `part` as a question, as typed or as corrected.
  const Document* Listed(const Part& part) const {
    const Document* listed = listed_.Find(part.reading(), part.span);
    if (listed != nullptr || part.span != WholeOf(part.reading())) {
      return listed;
    }
    const Utterance& utterance = part.understanding.utterance;
    if (utterance.corrections.empty()) return nullptr;
    return listed_.Find(utterance.raw, WholeOf(utterance.raw));
  }

  std::vector<Candidate> Rank(const Part& part, const Intent* intent) const {
    const PartDetails details = DetailsOf(part.understanding, part.span);
    return ranker_->Rank(
        {part.reading(), part.span, details, part.story, intent},
        kMaxCandidates);
  }

  // `listed` decided; patterns tell only which side of it is asked.
  std::vector<Candidate> OfListed(const Document& listed,
                                  const Part& part) const {
    Candidate candidate;
    candidate.document = &listed;
    candidate.method = Method::kExample;
    candidate.confidence = 1;
    candidate.span = part.span;
    candidate.found_by = "a question that it lists";
    const Intent* intent =
        part.hits.empty() ? nullptr : part.hits.front().intent;
    if (intent != nullptr && !intent->aspect.empty() &&
        intent->answer != listed.id) {
      candidate.intent = intent;
    }
    return Direct(std::move(candidate), Rank(part, nullptr));
  }

  // The candidates of a part of a message that names the subject.
  std::vector<Candidate> Ranked(const Part& part) const {
    const Intent* intent =
        part.hits.empty() ? nullptr : part.hits.front().intent;
    std::vector<Candidate> candidates = Rank(part, intent);
    if (intent == nullptr) return candidates;
    if (intent->aspect.empty()) {
      return Direct(
          CandidateOf(part.hits.front(), part.span, kPatternConfidence),
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

  // Fills in the candidate of a part of a message that does not name the
  // subject.
  void AskElliptically(const Part& part, Question& question) const {
    const size_t unexplained = ellipsis_.CountUnexplained(part.understanding);
    const size_t most_unexplained =
        IsPutAsQuestion(part.understanding, part.span) ? 1 : 0;
    if (!part.hits.empty() &&
        (IsPlaced(part.hits) || unexplained <= most_unexplained)) {
      question.candidates = {
          CandidateOf(part.hits.front(), part.span, kPatternConfidence)};
    } else if (unexplained == 0) {
      question.candidates = DetailsAlone(part);
    }
    question.needs_topic =
        !IsPlaced(part.hits) &&
        (unexplained > 0 || ellipsis_.NamesUnaskedDetail(part.understanding));
  }

  std::vector<Candidate> DetailsAlone(const Part& part) const {
    if (default_intent_ == nullptr) return {};
    if (DetailsOf(part.understanding, part.span).own.empty()) return {};
    Candidate candidate;
    candidate.intent = default_intent_;
    candidate.document = catalog_.FindDocument(default_intent_->answer);
    candidate.method = Method::kDetails;
    candidate.confidence = kDetailsConfidence;
    candidate.span = part.span;
    candidate.found_by = "details";
    return {std::move(candidate)};
  }

  const Catalog& catalog_;
  const UnderstandingThresholds thresholds_;
  const std::unique_ptr<IntentFinder> intents_;
  const std::unique_ptr<DocumentRanker> ranker_;
  const Intent* const default_intent_;
  const Ellipsis ellipsis_;
  const ListedQuestions listed_;
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
