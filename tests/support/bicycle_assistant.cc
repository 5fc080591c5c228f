#include "support/bicycle_assistant.h"

#include <cstdlib>
#include <utility>

#include "text/dictionary.h"

namespace quiver {

const Dictionary& SmallDictionary() {
  static const Dictionary& dictionary =
      *MakeDictionary({"the", "a", "it", "is", "of", "and", "you"}).release();
  return dictionary;
}

namespace {

const LearnedModels& BicycleModels() {
  static const LearnedModels& models =
      *new LearnedModels(TrainModels(*BicycleCatalog()));
  return models;
}

}  // namespace

std::shared_ptr<const Assistant> BicycleAssistant(const std::string& name) {
  auto catalog = std::make_shared<Catalog>(*BicycleCatalog());
  catalog->assistant = name;
  auto understander =
      MakeUnderstander(catalog, SmallDictionary(), BicycleModels());
  if (!understander.ok()) std::abort();
  auto assistant = std::make_shared<Assistant>();
  assistant->catalog = std::move(catalog);
  assistant->understander = *std::move(understander);
  return assistant;
}

}  // namespace quiver
