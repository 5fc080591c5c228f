#ifndef QUIVER_LEARN_CRAMMER_SINGER_H_
#define QUIVER_LEARN_CRAMMER_SINGER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "learn/feature_table.h"

namespace quiver {

// A text as features, and the class that it belongs to.
struct LabeledFeatures {
  std::vector<Feature> features;
  uint32_t label = 0;
};

// Trains the multi-class support vector machine of Crammer and Singer (2001)
// by LIBLINEAR (Fan et al. 2008).  `cost` is what an example that lies inside
// the margin costs, against the squared weights.
//
// Returns the weights as WeightMatrix() takes them: `classes` for each of
// `features` features; 0 for classes without an example.  Equal arguments give
// equal weights.  At least two classes must have examples.
//
// Trainings wait for each other: LIBLINEAR draws from the C library's one
// random sequence.
std::vector<float> TrainCrammerSinger(
    const std::vector<LabeledFeatures>& examples, size_t features,
    size_t classes, double cost);

}  // namespace quiver

#endif  // QUIVER_LEARN_CRAMMER_SINGER_H_
