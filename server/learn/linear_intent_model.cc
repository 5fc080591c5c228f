#include "learn/linear_intent_model.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/largest.h"
#include "base/status_macros.h"
#include "learn/byte_stream.h"
#include "learn/ngrams.h"

namespace quiver {
namespace {

// A serialized model is this, the SHA-256 of the rest, and the rest.  The last
// digit is the version: of the format, the features and the training.
constexpr std::string_view kMagic = "quiver-model-1";
constexpr size_t kDigestBytes = 32;

absl::Status Damaged() {
  return absl::DataLossError("the model is damaged or of another version");
}

void WriteLabels(const std::vector<uint32_t>& labels, ByteWriter& writer) {
  writer.WriteUint32(static_cast<uint32_t>(labels.size()));
  for (const uint32_t label : labels) writer.WriteUint32(label);
}

std::vector<uint32_t> ReadLabels(ByteReader& reader) {
  const size_t size = reader.ReadUint32();
  std::vector<uint32_t> labels;
  if (!reader.Has(size, sizeof(uint32_t))) return labels;
  labels.reserve(size);
  for (size_t i = 0; i < size; ++i) labels.push_back(reader.ReadUint32());
  return labels;
}

}  // namespace

LinearIntentModel::LinearIntentModel(std::vector<uint32_t> labels,
                                     LinearModel model,
                                     ScoreDistribution right_scores)
    : labels_(std::move(labels)),
      model_(std::move(model)),
      right_scores_(std::move(right_scores)) {}

std::vector<LabelScore> LinearIntentModel::Classify(const Reading& reading,
                                                    const Span& part,
                                                    size_t limit) const {
  const std::vector<float> scores = model_.Scores(CountNGrams(reading, part));
  std::vector<LabelScore> nearest;
  for (const uint32_t i : IndicesOfLargest(scores, limit)) {
    const double score = scores[i];
    nearest.push_back({labels_[i], score, right_scores_.ShareBelow(score)});
  }
  return nearest;
}

LabelLead LinearIntentModel::Lead(const Reading& reading,
                                  const Span& part) const {
  const std::vector<float> scores = model_.Scores(CountNGrams(reading, part));
  size_t nearest = 0;
  for (size_t i = 1; i < scores.size(); ++i) {
    if (scores[i] > scores[nearest] && labels_[i] != kOutOfScope) nearest = i;
  }
  // Labels rise, so that what is out of scope comes last.
  const bool has_outside = labels_.back() == kOutOfScope;
  const double outside = has_outside ? scores.back() : 0;
  return {labels_[nearest], static_cast<double>(scores[nearest]) - outside};
}

std::string LinearIntentModel::Serialize() const {
  ByteWriter content;
  WriteLabels(labels_, content);
  model_.Serialize(content);
  right_scores_.Serialize(content);
  ByteWriter file;
  file.WriteBytes(kMagic);
  file.WriteBytes(Sha256(content.bytes()));
  file.WriteBytes(content.bytes());
  return file.bytes();
}

absl::StatusOr<std::unique_ptr<IntentModel>> DeserializeIntentModel(
    std::string_view bytes) {
  ByteReader file(bytes);
  if (file.ReadBytes(kMagic.size()) != kMagic) return Damaged();
  const std::string_view digest = file.ReadBytes(kDigestBytes);
  const std::string_view content =
      bytes.substr(std::min(bytes.size(), kMagic.size() + kDigestBytes));
  if (Sha256(content) != digest) return Damaged();

  // The digest is no secret: whoever can write the file can forge it.  So
  // nothing below trusts a size.
  ByteReader reader(content);
  std::vector<uint32_t> labels = ReadLabels(reader);
  QUIVER_ASSIGN_OR_RETURN(LinearModel model, LinearModel::Deserialize(reader));
  QUIVER_ASSIGN_OR_RETURN(ScoreDistribution right_scores,
                          ScoreDistribution::Deserialize(reader));
  if (!reader.ok() || !reader.at_end() || labels.size() != model.classes()) {
    return Damaged();
  }
  return std::make_unique<LinearIntentModel>(
      std::move(labels), std::move(model), std::move(right_scores));
}

}  // namespace quiver
