#ifndef QUIVER_LEARN_LINEAR_INTENT_MODEL_H_
#define QUIVER_LEARN_LINEAR_INTENT_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "learn/intent_model.h"
#include "learn/linear_model.h"
#include "learn/score_distribution.h"

namespace quiver {

// The IntentModel of this library: a linear model, the labels of its classes
// and how its scores of right answers are distributed.
class LinearIntentModel final : public IntentModel {
 public:
  // `labels` are those of the classes of `model`, rising.
  LinearIntentModel(std::vector<uint32_t> labels, LinearModel model,
                    ScoreDistribution right_scores);

  std::vector<LabelScore> Classify(const Reading& reading, const Span& part,
                                   size_t limit) const override;
  LabelLead Lead(const Reading& reading, const Span& part) const override;
  std::string Serialize() const override;

 private:
  const std::vector<uint32_t> labels_;
  const LinearModel model_;
  const ScoreDistribution right_scores_;
};

}  // namespace quiver

#endif  // QUIVER_LEARN_LINEAR_INTENT_MODEL_H_
