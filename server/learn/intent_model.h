#ifndef QUIVER_LEARN_INTENT_MODEL_H_
#define QUIVER_LEARN_INTENT_MODEL_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/utterance.h"

namespace quiver {

// A text that an author gives as an example of a label.
struct TrainingExample {
  std::string text;    // As a visitor would type it.
  uint32_t label = 0;  // 0 to label_count - 1, or kOutOfScope.
};
inline constexpr uint32_t kOutOfScope = 0xFFFFFFFF;

// A label that a text resembles.
struct LabelScore {
  uint32_t label = 0;  // kOutOfScope when that class was trained and is near.
  double score = 0;    // The model's raw margin; about -1 to 1.
  // Where `score` stands among the best scores of cross-validated examples:
  // 0.02 says that 2 % of texts from inside the subject score lower.  So a
  // text of less is foreign, at the price of that many that are not.
  double confidence = 0;
};

// The label inside the subject that a text resembles most.
struct LabelLead {
  uint32_t label = 0;
  // How much more it resembles that than what is out of scope, as a difference
  // of scores; of 0, when that class was not trained.
  double lead = 0;
};

// A linear model of which label a text resembles.
//
// Features: stem 1-2-grams with the edges of the text and character 2-4-grams
// inside words, weighed by tf-idf, each kind scaled to a fixed length, unknown
// n-grams included (learn/feature_table.h).  Training: multi-class SVM of
// Crammer and Singer (2001) by LIBLINEAR (Fan et al. 2008).  Weights are 8-bit.
//
// Immutable: any number of threads may use one.
class IntentModel {
 public:
  virtual ~IntentModel() = default;

  // Returns the `limit` labels nearest to `part` of `reading`, best first;
  // equal scores by label.
  virtual std::vector<LabelScore> Classify(const Reading& reading,
                                           const Span& part,
                                           size_t limit) const = 0;
  // As above, of all of `reading`.
  std::vector<LabelScore> Classify(const Reading& reading, size_t limit) const {
    return Classify(reading, {0, static_cast<uint32_t>(reading.text.size())},
                    limit);
  }

  // The label nearest to `part` of `reading`, out of scope left aside.
  virtual LabelLead Lead(const Reading& reading, const Span& part) const = 0;

  // The model as bytes, for a cache.  Equal training data give equal bytes.
  virtual std::string Serialize() const = 0;
};

// Whether to find out, by cross-validation, how scores are distributed.  It
// takes several times as long as the training; without it
// LabelScore::confidence is always 1.
enum class Calibration { kConfidence, kNone };

// Trains a model.  Deterministic, as long as no other thread calls std::rand()
// meanwhile; two trainings wait for each other.  `progress`, if set, is told
// the share done (0 to 1) now and then, on the calling thread.  Takes a few
// seconds for 15,000 examples of 150 labels, a tenth of one for 1,000 of 50.
//
// InvalidArgument: fewer than two labels have examples.
absl::StatusOr<std::unique_ptr<IntentModel>> TrainIntentModel(
    const std::vector<TrainingExample>& examples,
    const std::function<void(double)>& progress = nullptr,
    Calibration calibration = Calibration::kConfidence);

// Restores what Serialize() gave.
//
// DataLoss: `bytes` are damaged or of another version: train again.
absl::StatusOr<std::unique_ptr<IntentModel>> DeserializeIntentModel(
    std::string_view bytes);

}  // namespace quiver

#endif  // QUIVER_LEARN_INTENT_MODEL_H_
