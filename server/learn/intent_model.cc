#include "learn/intent_model.h"

#include <algorithm>
#include <map>
#include <utility>

#include "learn/linear_intent_model.h"
#include "learn/linear_model.h"
#include "learn/ngrams.h"
#include "learn/score_distribution.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr size_t kFolds = 5;
// Of large data, fewer folds tell the distribution of scores as well: a 2 %
// quantile of this many is within 0.7 % of it, mostly.
constexpr size_t kEnoughScores = 2000;

using Progress = std::function<void(double)>;

// The examples with labels as classes: the labels that occur, rising, are 0,
// 1, 2, ...
struct TrainingData {
  std::vector<uint32_t> labels;  // By class.
  LabeledTexts examples;
  std::vector<size_t> folds;  // Of each example: 0 to kFolds - 1.
};

NGrams CountNGramsOf(const std::string& text) {
  Reading reading;
  reading.text = Normalize(text);
  reading.tokens = Tokenize(reading.text);
  return CountNGrams(reading);
}

TrainingData Prepare(const std::vector<TrainingExample>& examples) {
  std::map<uint32_t, std::vector<const TrainingExample*>> by_label;
  for (const TrainingExample& example : examples) {
    by_label[example.label].push_back(&example);
  }
  TrainingData data;
  for (const auto& [label, members] : by_label) {
    const auto label_class = static_cast<uint32_t>(data.labels.size());
    data.labels.push_back(label);
    for (size_t i = 0; i < members.size(); ++i) {
      data.examples.texts.push_back(CountNGramsOf(members[i]->text));
      data.examples.classes.push_back(label_class);
      // Every fold has its share of every class.
      data.folds.push_back(i % kFolds);
    }
  }
  return data;
}

// Trains without one fold of `data` and adds what the model then makes of that
// fold: the best score of each text from inside the subject.
void AddHeldOutScores(const TrainingData& data, size_t fold,
                      std::vector<float>& scores) {
  LabeledTexts rest;
  for (size_t i = 0; i < data.folds.size(); ++i) {
    if (data.folds[i] == fold) continue;
    rest.texts.push_back(data.examples.texts[i]);
    rest.classes.push_back(data.examples.classes[i]);
  }
  const LinearModel model(rest, data.labels.size());
  for (size_t i = 0; i < data.folds.size(); ++i) {
    const uint32_t label = data.labels[data.examples.classes[i]];
    if (data.folds[i] != fold || label == kOutOfScope) continue;
    const std::vector<float> all = model.Scores(data.examples.texts[i]);
    scores.push_back(*std::max_element(all.begin(), all.end()));
  }
}

ScoreDistribution CrossValidate(const TrainingData& data,
                                const Progress& progress) {
  std::vector<float> scores;
  for (size_t fold = 0; fold < kFolds && scores.size() < kEnoughScores;
       ++fold) {
    AddHeldOutScores(data, fold, scores);
    progress(static_cast<double>(fold + 1) / (kFolds + 1));
  }
  return ScoreDistribution(std::move(scores));
}

}  // namespace

absl::StatusOr<std::unique_ptr<IntentModel>> TrainIntentModel(
    const std::vector<TrainingExample>& examples, const Progress& progress,
    Calibration calibration) {
  const Progress report = progress ? progress : [](double) {};
  report(0);
  TrainingData data = Prepare(examples);
  if (data.labels.size() < 2) {
    return absl::InvalidArgumentError(
        "fewer than two labels have examples to learn from");
  }
  ScoreDistribution right_scores = calibration == Calibration::kNone
                                       ? ScoreDistribution({})
                                       : CrossValidate(data, report);
  LinearModel model(data.examples, data.labels.size());
  report(1);
  return std::make_unique<LinearIntentModel>(
      std::move(data.labels), std::move(model), std::move(right_scores));
}

}  // namespace quiver
