#include "conversation/whole_assistant.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "learn/intent_model.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

const Dictionary& EnglishDictionary() {
  static const Dictionary& dictionary = *[] {
    auto read = ReadDictionary({"/usr/share/dict/american-english",
                                "/usr/share/dict/british-english"});
    if (!read.ok()) {
      std::fputs(read.status().ToString().c_str(), stderr);
      std::abort();
    }
    return (*std::move(read)).release();
  }();
  return dictionary;
}

// Training takes seconds: the same content has the same model.
std::shared_ptr<const IntentModel> ModelOf(const Catalog& catalog) {
  static auto& models =
      *new std::map<std::string, std::shared_ptr<const IntentModel>>;
  auto& model = models[catalog.content_hash];
  if (model == nullptr) {
    auto trained = TrainIntentModel(TrainingExamples(catalog));
    if (trained.ok()) model = *std::move(trained);
  }
  return model;
}

// The folder with the intents/ and knowledge/ of `name`.
std::string ContentOf(const std::string& name) {
  const std::string root = QUIVER_SOURCE_DIR;
  return name == "muscle_twitching" ? root : root + "/tests/assistants";
}

}  // namespace

std::shared_ptr<const Assistant> ReadWholeAssistant(const std::string& name) {
  Diagnostics diagnostics;
  auto assistant = LoadAssistant(ContentOf(name), name, EnglishDictionary(),
                                 ModelOf, diagnostics);
  if (!assistant.ok()) {
    std::fputs(diagnostics.FormatAll().c_str(), stderr);
    std::abort();
  }
  return *std::move(assistant);
}

const Assistant& WholeAssistant(const std::string& name) {
  static auto& assistants =
      *new std::map<std::string, std::shared_ptr<const Assistant>>;
  auto& assistant = assistants[name];
  if (assistant == nullptr) assistant = ReadWholeAssistant(name);
  return *assistant;
}

}  // namespace quiver
