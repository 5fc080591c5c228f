#include "understand/understander.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"
#include "text/reader.h"
#include "understand/entity_finder.h"
#include "understand/intent_finder.h"
#include "understand/language.h"
#include "understand/resemblance.h"
#include "understand/safety.h"
#include "understand/vocabulary.h"

namespace quiver {
namespace {

constexpr size_t kMaxQuestions = 3;
constexpr size_t kMaxCandidates = 5;
// Confidence of what an author's pattern found, and how much less the next
// best pattern is worth.
constexpr double kPatternConfidence = 0.95;
constexpr double kNextPattern = 0.05;
// Details alone, with the subject named: enough to answer, and no more.
constexpr double kDetailsConfidence = 0.6;

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

class CatalogUnderstander final : public Understander {
 public:
  CatalogUnderstander(std::shared_ptr<const Catalog> catalog,
                      const Dictionary& dictionary,
                      std::shared_ptr<const IntentModel> model,
                      const UnderstandingThresholds& thresholds)
      : catalog_(std::move(catalog)),
        thresholds_(thresholds),
        reader_(MakeReader(VocabularyOf(*catalog_), dictionary)),
        resemblance_(MakeResemblance(*catalog_, std::move(model))),
        default_intent_(
            catalog_->FindIntent(catalog_->profile.default_intent)) {}

  absl::Status Prepare() {
    QUIVER_ASSIGN_OR_RETURN(entities_, MakeEntityFinder(*catalog_));
    QUIVER_ASSIGN_OR_RETURN(intents_, MakeIntentFinder(*catalog_));
    return absl::OkStatus();
  }

  Understanding Understand(std::string_view message) const override {
    Understanding understanding;
    understanding.utterance = reader_->Read(message);
    const Utterance& utterance = understanding.utterance;
    understanding.mentions = entities_->Find(utterance.corrected);
    FindSafety(understanding);
    understanding.names_subject = NamesSubject(understanding.mentions);
    understanding.other_language = IsOtherLanguage(utterance.raw);
    FindActs(understanding);
    if (!understanding.other_language) FindQuestions(understanding);
    return understanding;
  }

  std::vector<Candidate> Search(std::string_view message,
                                size_t limit) const override {
    const Utterance utterance = reader_->Read(message);
    return resemblance_->Find(utterance.corrected, WholeOf(utterance.corrected),
                              limit);
  }

  const UnderstandingThresholds& thresholds() const override {
    return thresholds_;
  }

 private:
  void FindSafety(Understanding& understanding) const {
    const Utterance& utterance = understanding.utterance;
    std::vector<ReadMentions> readings = {
        {utterance.corrected, understanding.mentions}};
    std::vector<Mention> raw;
    if (!utterance.corrections.empty()) {
      raw = entities_->Find(utterance.raw);
      readings.push_back({utterance.raw, raw});
    }
    understanding.safety = FindDanger(*catalog_, readings);
  }

  static bool NamesSubject(const std::vector<Mention>& mentions) {
    return std::any_of(
        mentions.begin(), mentions.end(),
        [](const Mention& mention) { return mention.entity->subject; });
  }

  bool IsPossible(const Intent& intent,
                  const Understanding& understanding) const {
    return (intent.needed.empty() || understanding.Holds(intent.needed)) &&
           !understanding.Holds(intent.refused);
  }

  // What the authors' patterns find in `part`, acts or questions.
  std::vector<Candidate> FindByPatterns(const Understanding& understanding,
                                        const Span& part, bool acts) const {
    std::vector<Candidate> candidates;
    const Reading& reading = understanding.utterance.corrected;
    double confidence = kPatternConfidence;
    for (const IntentHit& hit : intents_->Find(reading.Text(part))) {
      if (IsAct(*hit.intent) != acts) continue;
      if (!IsPossible(*hit.intent, understanding)) continue;
      Candidate candidate;
      candidate.intent = hit.intent;
      candidate.method = Method::kPattern;
      candidate.confidence = confidence;
      candidate.span = {part.begin + hit.span.begin, part.begin + hit.span.end};
      candidate.evidence = hit.pattern->written;
      candidates.push_back(std::move(candidate));
      confidence = std::max(confidence - kNextPattern, 0.5);
    }
    return candidates;
  }

  void FindActs(Understanding& understanding) const {
    const Reading& reading = understanding.utterance.corrected;
    understanding.acts =
        FindByPatterns(understanding, WholeOf(reading), /*acts=*/true);
  }

  void FindQuestions(Understanding& understanding) const {
    const Reading& reading = understanding.utterance.corrected;
    if (reading.tokens.empty()) return;
    for (const Span& part : PartsOf(reading)) {
      AddQuestion(part, understanding);
    }
    // Neither part alone was understood: take them together.
    if (understanding.questions.empty()) {
      AddQuestion(WholeOf(reading), understanding);
    }
  }

  void AddQuestion(const Span& part, Understanding& understanding) const {
    Question question{part,
                      FindByPatterns(understanding, part, /*acts=*/false)};
    if (understanding.names_subject) {
      AddResemblance(understanding.utterance.corrected, question);
    }
    if (question.candidates.empty()) AddDetails(understanding, question);
    if (question.candidates.empty()) return;
    if (question.candidates.size() > kMaxCandidates) {
      question.candidates.resize(kMaxCandidates);
    }
    understanding.questions.push_back(std::move(question));
  }

  // Where a pattern decides, the rest are only alternatives.
  void AddResemblance(const Reading& reading, Question& question) const {
    const bool decided = !question.candidates.empty();
    for (Candidate& candidate :
         resemblance_->Find(reading, question.span, kMaxCandidates)) {
      if (decided) {
        candidate.confidence = std::min(candidate.confidence,
                                        question.candidates.front().confidence -
                                            thresholds_.tie - kNextPattern);
      }
      question.candidates.push_back(std::move(candidate));
    }
    std::stable_sort(question.candidates.begin(), question.candidates.end(),
                     [](const Candidate& left, const Candidate& right) {
                       return left.confidence > right.confidence;
                     });
  }

  void AddDetails(const Understanding& understanding,
                  Question& question) const {
    if (default_intent_ == nullptr) return;
    const auto& mentions = understanding.mentions;
    const bool details = std::any_of(
        mentions.begin(), mentions.end(), [](const Mention& mention) {
          return mention.entity->specificity > 0 && !mention.assertion.negated;
        });
    if (!details) return;
    Candidate candidate;
    candidate.intent = default_intent_;
    candidate.method = Method::kDetails;
    candidate.confidence = kDetailsConfidence;
    candidate.span = question.span;
    candidate.evidence = "details";
    question.candidates.push_back(std::move(candidate));
  }

  const std::shared_ptr<const Catalog> catalog_;
  const UnderstandingThresholds thresholds_;
  const std::unique_ptr<Reader> reader_;
  const std::unique_ptr<Resemblance> resemblance_;
  const Intent* const default_intent_;
  std::unique_ptr<EntityFinder> entities_;
  std::unique_ptr<IntentFinder> intents_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Understander>> MakeUnderstander(
    std::shared_ptr<const Catalog> catalog, const Dictionary& dictionary,
    std::shared_ptr<const IntentModel> model,
    const UnderstandingThresholds& thresholds) {
  auto understander = std::make_unique<CatalogUnderstander>(
      std::move(catalog), dictionary, std::move(model), thresholds);
  QUIVER_RETURN_IF_ERROR(understander->Prepare());
  return understander;
}

std::vector<TrainingExample> TrainingExamples(const Catalog& catalog) {
  std::vector<TrainingExample> examples;
  uint32_t label = 0;
  for (const Intent& intent : catalog.intents) {
    for (const std::string& text : intent.examples) {
      examples.push_back({text, label});
    }
    for (const std::string& text : intent.counter_examples) {
      examples.push_back({text, kOutOfScope});
    }
    ++label;
  }
  for (const Document& document : catalog.documents) {
    for (const std::string& text : document.questions) {
      examples.push_back({text, label});
    }
    ++label;
  }
  return examples;
}

}  // namespace quiver
