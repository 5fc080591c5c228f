#ifndef QUIVER_UNDERSTAND_LEARNED_MODELS_H_
#define QUIVER_UNDERSTAND_LEARNED_MODELS_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "content/catalog.h"
#include "learn/intent_model.h"

namespace quiver {

// What was learned from the examples of one catalog.  A model is null when
// there are too few examples for it.
struct LearnedModels {
  // Which document answers; of QuestionExamples().
  std::shared_ptr<const IntentModel> questions;
  // Which safety rule holds; of DangerExamples().
  std::shared_ptr<const IntentModel> dangers;
};

// Labels are indices into Catalog::documents: a document is learnt from its own
// questions and from the examples of the intents that it answers.
// Counter-examples are out of scope.
std::vector<TrainingExample> QuestionExamples(const Catalog& catalog);

// Labels are indices into Catalog::safety_rules.  Out of scope is what tells of
// no danger: the harmless examples, and all examples of questions and intents.
// Empty when no rule has examples.
std::vector<TrainingExample> DangerExamples(const Catalog& catalog);

// Trains the models of `catalog`.  Deterministic; takes as long as
// TrainIntentModel() for each.
LearnedModels TrainModels(const Catalog& catalog);

// The models as bytes, for a cache.
std::string SerializeModels(const LearnedModels& models);

// Restores what SerializeModels() gave.
//
// DataLoss: `bytes` are damaged or of another version: train again.
absl::StatusOr<LearnedModels> DeserializeModels(std::string_view bytes);

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_LEARNED_MODELS_H_
