#include "benchmarks/shipped_assistant.h"

#include <cstdio>
#include <cstdlib>

#include "base/clock.h"
#include "base/diagnostics.h"
#include "base/json_event_log.h"
#include "main/model_cache.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

std::shared_ptr<const Assistant> LoadShipped() {
  static const Dictionary& dictionary =
      *ReadDictionary({"/usr/share/dict/american-english",
                       "/usr/share/dict/british-english"})
           .value()
           .release();
  static const SystemClock clock;
  static const auto log = MakeJsonEventLog(stderr, clock);
  Diagnostics diagnostics;
  // Training takes longer than most benchmarks do.
  auto assistant =
      LoadAssistant(QUIVER_SOURCE_DIR, "muscle_twitching", dictionary,
                    CachedModels(QUIVER_MODELS, *log), diagnostics);
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
