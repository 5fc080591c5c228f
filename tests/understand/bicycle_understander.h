#ifndef QUIVER_TESTS_UNDERSTAND_BICYCLE_UNDERSTANDER_H_
#define QUIVER_TESTS_UNDERSTAND_BICYCLE_UNDERSTANDER_H_

#include <memory>
#include <string>
#include <vector>

#include "support/bicycle_catalog.h"
#include "understand/understander.h"

namespace quiver {

// The bicycle assistant, trained, in a world with a few ordinary words.
inline std::unique_ptr<Understander> MakeBicycleUnderstander() {
  static const Dictionary& dictionary =
      *MakeDictionary({"in", "the", "fridge", "last", "does", "book", "flight",
                       "bread", "break", "braces"})
           .release();
  static const LearnedModels& models =
      *new LearnedModels(TrainModels(*BicycleCatalog()));
  return MakeUnderstander(BicycleCatalog(), dictionary, models).value();
}

// Ids of the best documents of the questions in `understanding`.
inline std::vector<std::string> BestDocuments(
    const Understanding& understanding) {
  std::vector<std::string> ids;
  for (const Question& question : understanding.questions) {
    ids.emplace_back(question.candidates.front().Name());
  }
  return ids;
}

// Names of the intents of the best candidates; "" for none.
inline std::vector<std::string> BestIntents(
    const Understanding& understanding) {
  std::vector<std::string> names;
  for (const Question& question : understanding.questions) {
    const Intent* intent = question.candidates.front().intent;
    names.push_back(intent == nullptr ? "" : intent->name);
  }
  return names;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_UNDERSTAND_BICYCLE_UNDERSTANDER_H_
