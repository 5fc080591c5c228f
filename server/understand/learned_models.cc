#include "understand/learned_models.h"

#include <cstddef>
#include <future>
#include <utility>

#include "base/status_macros.h"
#include "learn/byte_stream.h"

namespace quiver {
namespace {

// Changes with what stands in the bytes, and with what examples are given.
constexpr uint32_t kVersion = 1;

void AddExamples(const std::vector<std::string>& texts, uint32_t label,
                 std::vector<TrainingExample>& examples) {
  for (const std::string& text : texts) examples.push_back({text, label});
}

std::shared_ptr<const IntentModel> Train(
    const std::vector<TrainingExample>& examples, Calibration calibration) {
  auto model = TrainIntentModel(examples, nullptr, calibration);
  return model.ok() ? *std::move(model) : nullptr;
}

std::string BytesOf(const std::shared_ptr<const IntentModel>& model) {
  return model == nullptr ? "" : model->Serialize();
}

// The model of `bytes`; null for one that there was not.
absl::StatusOr<std::shared_ptr<const IntentModel>> ReadModel(
    std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  QUIVER_ASSIGN_OR_RETURN(std::shared_ptr<const IntentModel> model,
                          DeserializeIntentModel(bytes));
  return model;
}

}  // namespace

std::vector<TrainingExample> QuestionExamples(const Catalog& catalog) {
  std::vector<TrainingExample> examples;
  for (const Intent& intent : catalog.intents) {
    const Document* answer = catalog.FindDocument(intent.answer);
    if (answer != nullptr) {
      AddExamples(intent.examples,
                  static_cast<uint32_t>(answer - catalog.documents.data()),
                  examples);
    }
    AddExamples(intent.counter_examples, kOutOfScope, examples);
  }
  uint32_t label = 0;
  for (const Document& document : catalog.documents) {
    AddExamples(document.questions, label++, examples);
  }
  return examples;
}

std::vector<TrainingExample> DangerExamples(const Catalog& catalog) {
  std::vector<TrainingExample> examples;
  uint32_t label = 0;
  for (const SafetyRule& rule : catalog.safety_rules) {
    AddExamples(rule.examples, label++, examples);
  }
  if (examples.empty()) return examples;
  AddExamples(catalog.harmless_examples, kOutOfScope, examples);
  for (const Intent& intent : catalog.intents) {
    AddExamples(intent.examples, kOutOfScope, examples);
    AddExamples(intent.counter_examples, kOutOfScope, examples);
  }
  for (const Document& document : catalog.documents) {
    AddExamples(document.questions, kOutOfScope, examples);
  }
  return examples;
}

LearnedModels TrainModels(const Catalog& catalog) {
  // Dangers are told by how scores differ, not by how usual they are.
  return {Train(QuestionExamples(catalog), Calibration::kConfidence),
          Train(DangerExamples(catalog), Calibration::kNone)};
}

std::string SerializeModels(const LearnedModels& models) {
  ByteWriter writer;
  writer.WriteUint32(kVersion);
  for (const auto& model : {models.questions, models.dangers}) {
    const std::string bytes = BytesOf(model);
    writer.WriteUint32(static_cast<uint32_t>(bytes.size()));
    writer.WriteBytes(bytes);
  }
  return writer.bytes();
}

absl::StatusOr<LearnedModels> DeserializeModels(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.ReadUint32() != kVersion) {
    return absl::DataLossError("these bytes are no learned models");
  }
  const std::string_view questions = reader.ReadBytes(reader.ReadUint32());
  const std::string_view dangers = reader.ReadBytes(reader.ReadUint32());
  if (!reader.ok() || !reader.at_end()) {
    return absl::DataLossError("these bytes are no learned models");
  }
  // Side by side: each is megabytes to be checked and copied.
  auto second = std::async([dangers] { return ReadModel(dangers); });
  LearnedModels models;
  QUIVER_ASSIGN_OR_RETURN(models.questions, ReadModel(questions));
  QUIVER_ASSIGN_OR_RETURN(models.dangers, second.get());
  return models;
}

}  // namespace quiver
