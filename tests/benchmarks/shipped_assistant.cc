#include "benchmarks/shipped_assistant.h"

#include <cstdio>
#include <cstdlib>

#include "base/diagnostics.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

std::shared_ptr<const Assistant> LoadShipped() {
  static const Dictionary& dictionary =
      *ReadDictionary({"/usr/share/dict/american-english",
                       "/usr/share/dict/british-english"})
           .value()
           .release();
  Diagnostics diagnostics;
  auto assistant = LoadAssistant(QUIVER_SOURCE_DIR, "muscle_twitching",
                                 dictionary, TrainModels, diagnostics);
  if (!assistant.ok()) {
    std::fputs(diagnostics.FormatAll().c_str(), stderr);
    std::exit(1);
  }
  return *assistant;
}

}  // namespace

std::shared_ptr<const Assistant> ShippedAssistant() {
  static const auto& assistant =
      *new std::shared_ptr<const Assistant>(LoadShipped());
  return assistant;
}

}  // namespace quiver
