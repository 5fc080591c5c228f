#include "understand/understander.h"

#include <algorithm>
#include <future>
#include <utility>

#include "base/status_macros.h"
#include "text/reader.h"
#include "understand/danger_resemblance.h"
#include "understand/document_ranker.h"
#include "understand/entity_finder.h"
#include "understand/language.h"
#include "understand/question_finder.h"
#include "understand/safety.h"
#include "understand/side.h"
#include "understand/vocabulary.h"

namespace quiver {
namespace {

class CatalogUnderstander final : public Understander {
 public:
  CatalogUnderstander(std::shared_ptr<const Catalog> catalog,
                      const Dictionary& dictionary, const LearnedModels& models,
                      const UnderstandingThresholds& thresholds)
      : catalog_(std::move(catalog)),
        dictionary_(dictionary),
        thresholds_(thresholds),
        marks_subject_(MarksSubject(*catalog_)),
        danger_(*catalog_),
        resemblance_(*catalog_, models.dangers) {}

  // Makes the parts side by side: each takes a while.
  absl::Status Prepare(std::shared_ptr<const IntentModel> model) {
    auto entities = std::async(std::launch::async,
                               [&] { return MakeEntityFinder(*catalog_); });
    auto reader = std::async(std::launch::async, [&] {
      return MakeReader(VocabularyOf(*catalog_), dictionary_);
    });
    auto questions =
        MakeQuestionFinder(*catalog_, std::move(model), thresholds_);
    reader_ = reader.get();
    QUIVER_ASSIGN_OR_RETURN(entities_, entities.get());
    QUIVER_ASSIGN_OR_RETURN(questions_, std::move(questions));
    return absl::OkStatus();
  }

  Understanding Understand(std::string_view message) const override {
    Understanding understanding;
    understanding.utterance = reader_->Read(message);
    const Utterance& utterance = understanding.utterance;
    understanding.mentions = entities_->Find(utterance.corrected);
    understanding.safety = FindSafety(understanding);
    understanding.names_subject = NamesSubject(understanding.mentions);
    understanding.bare_side = FindBareSide(utterance.corrected);
    understanding.other_language = IsOtherLanguage(utterance.raw);
    Requests requests = questions_->Find(understanding);
    understanding.acts = std::move(requests.acts);
    understanding.questions = std::move(requests.questions);
    return understanding;
  }

  std::vector<Candidate> Search(std::string_view message,
                                size_t limit) const override {
    Understanding understanding;
    understanding.utterance = reader_->Read(message);
    understanding.mentions = entities_->Find(understanding.utterance.corrected);
    return questions_->Search(understanding, limit);
  }

  const UnderstandingThresholds& thresholds() const override {
    return thresholds_;
  }

 private:
  // Where no entity is marked as the subject, every message may be about it.
  bool NamesSubject(const std::vector<Mention>& mentions) const {
    return !marks_subject_ || std::any_of(mentions.begin(), mentions.end(),
                                          [](const Mention& mention) {
                                            return mention.entity->subject;
                                          });
  }

  std::vector<SafetyFinding> FindSafety(
      const Understanding& understanding) const {
    const Utterance& utterance = understanding.utterance;
    std::vector<ReadMentions> readings = {
        {utterance.corrected, understanding.mentions}};
    std::vector<Mention> raw;
    if (!utterance.corrections.empty()) {
      raw = entities_->Find(utterance.raw);
      readings.push_back({utterance.raw, raw});
    }
    return resemblance_.Review(readings.front(), danger_.Find(readings));
  }

  const std::shared_ptr<const Catalog> catalog_;
  const Dictionary& dictionary_;
  const UnderstandingThresholds thresholds_;
  const bool marks_subject_;
  const DangerFinder danger_;
  const DangerResemblance resemblance_;
  std::unique_ptr<Reader> reader_;
  std::unique_ptr<EntityFinder> entities_;
  std::unique_ptr<QuestionFinder> questions_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Understander>> MakeUnderstander(
    std::shared_ptr<const Catalog> catalog, const Dictionary& dictionary,
    const LearnedModels& models, const UnderstandingThresholds& thresholds) {
  auto understander = std::make_unique<CatalogUnderstander>(
      std::move(catalog), dictionary, models, thresholds);
  QUIVER_RETURN_IF_ERROR(understander->Prepare(models.questions));
  return understander;
}

}  // namespace quiver
