#ifndef QUIVER_TESTS_LEARN_TOY_EXAMPLES_H_
#define QUIVER_TESTS_LEARN_TOY_EXAMPLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "learn/intent_model.h"
#include "text/reader.h"

namespace quiver {

inline Reading ReadingOf(std::string_view text) {
  Reading reading;
  reading.text = Normalize(text);
  reading.tokens = Tokenize(reading.text);
  return reading;
}

enum ToyLabel : uint32_t { kBread = 0, kBicycle = 1, kGarden = 2 };

// Three subjects that have few words in common.
inline std::vector<TrainingExample> ToyExamples() {
  std::vector<TrainingExample> examples;
  const auto add = [&](uint32_t label, std::vector<std::string> texts) {
    for (std::string& text : texts) {
      examples.push_back({std::move(text), label});
    }
  };
  add(kBread, {"how long do i bake bread", "which flour makes good bread",
               "my dough does not rise", "can i bake without yeast",
               "how much yeast for one loaf of bread",
               "why is my loaf of bread so dense", "how warm must the oven be",
               "how do i knead dough", "is rye flour good for bread",
               "when is the dough ready for the oven"});
  add(kBicycle,
      {"how do i mend a flat tyre", "my bicycle chain is rusty",
       "which oil for a bicycle chain", "how high should the saddle be",
       "the brakes of my bicycle squeak", "how do i adjust the brakes",
       "how much air goes into a tyre", "my gears slip on hills",
       "how do i change the chain", "can i ride with a loose saddle"});
  add(kGarden, {"when do i plant tomatoes", "how often do i water the roses",
                "my roses have green flies", "which soil do tomatoes need",
                "how do i keep snails off the lettuce", "when do i prune roses",
                "how deep do i plant bulbs", "my lettuce grows too slowly",
                "do tomatoes need full sun", "what grows well in wet soil"});
  return examples;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_LEARN_TOY_EXAMPLES_H_
