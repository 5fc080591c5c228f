#include "learn/crammer_singer.h"

#include <linear.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>

namespace quiver {
namespace {

// LIBLINEAR's default for this solver.
constexpr double kTolerance = 0.1;

struct DeleteModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};

void PrintNothing(const char* /*text*/) {}

bool ByIndex(const feature_node& left, const feature_node& right) {
  return left.index < right.index;
}

// The examples as LIBLINEAR wants them: features from 1, rising, ended by -1.
class Problem {
 public:
  Problem(const std::vector<LabeledFeatures>& examples, size_t features) {
    size_t total = 0;
    for (const LabeledFeatures& example : examples) {
      total += example.features.size() + 1;
    }
    nodes_.reserve(total);
    for (const LabeledFeatures& example : examples) {
      labels_.push_back(example.label);
      rows_.push_back(nodes_.data() + nodes_.size());
      for (const Feature& feature : example.features) {
        nodes_.push_back({static_cast<int>(feature.index) + 1, feature.value});
      }
      std::sort(rows_.back(), nodes_.data() + nodes_.size(), ByIndex);
      nodes_.push_back({-1, 0});
    }
    problem_.l = static_cast<int>(examples.size());
    problem_.n = static_cast<int>(features);
    problem_.y = labels_.data();
    problem_.x = rows_.data();
    problem_.bias = -1;
  }

  const problem* get() const { return &problem_; }

 private:
  std::vector<feature_node> nodes_;
  std::vector<double> labels_;
  std::vector<feature_node*> rows_;
  problem problem_ = {};
};

// By the classes of `trained`, into those of the caller.
std::vector<float> WeightsOf(const model& trained, size_t features,
                             size_t classes) {
  std::vector<float> weights(features * classes, 0);
  const auto trained_classes = static_cast<size_t>(trained.nr_class);
  for (size_t feature = 0; feature < features; ++feature) {
    for (size_t i = 0; i < trained_classes; ++i) {
      const auto label = static_cast<size_t>(trained.label[i]);
      weights[feature * classes + label] =
          static_cast<float>(trained.w[feature * trained_classes + i]);
    }
  }
  return weights;
}

}  // namespace

std::vector<float> TrainCrammerSinger(
    const std::vector<LabeledFeatures>& examples, size_t features,
    size_t classes, double cost) {
  const Problem problem(examples, features);
  parameter parameters = {};
  parameters.solver_type = MCSVM_CS;
  parameters.eps = kTolerance;
  parameters.C = cost;

  static std::mutex& random_sequence = *new std::mutex;
  const std::lock_guard lock(random_sequence);
  set_print_string_function(PrintNothing);
  std::srand(1);
  const std::unique_ptr<model, DeleteModel> trained(
      train(problem.get(), &parameters));
  return WeightsOf(*trained, features, classes);
}

}  // namespace quiver
