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

// Training takes seconds: the same content has the same models.
LearnedModels ModelsOf(const Catalog& catalog) {
  static auto& known = *new std::map<std::string, LearnedModels>;
  const auto found = known.find(catalog.content_hash);
  if (found != known.end()) return found->second;
  return known[catalog.content_hash] = TrainModels(catalog);
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
                                 ModelsOf, diagnostics);
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
