// How long it takes to understand a message with the shipped content: as a
// whole, and step by step.  Figures: docs/benchmarks.md.

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/content_loader.h"
#include "context/context.h"
#include "text/dictionary.h"
#include "understand/entity_finder.h"
#include "understand/intent_finder.h"
#include "understand/safety.h"
#include "understand/understander.h"
#include "understand/vocabulary.h"

namespace quiver {
namespace {

constexpr std::string_view kShort = "why do my muscles twitch";
constexpr std::string_view kTypical =
    "my left eyelid keeps twitching since monday, should I be worried? I drink "
    "a lot of coffee";
constexpr std::string_view kTypos =
    "my left eye lid keeps twiching since mnday, shud I be woried?";
constexpr size_t kLong = 4000;

std::shared_ptr<const Catalog> ShippedCatalog() {
  Diagnostics diagnostics;
  const auto files = ReadContentFiles(QUIVER_SOURCE_DIR, "muscle_twitching");
  auto catalog = files.ok() ? LoadCatalog(*files, diagnostics) : nullptr;
  if (catalog == nullptr) {
    std::fputs(diagnostics.FormatAll().c_str(), stderr);
    std::exit(1);
  }
  return catalog;
}

// Everything that takes part in understanding, made once.
struct Assistant {
  const std::shared_ptr<const Catalog> catalog = ShippedCatalog();
  const std::unique_ptr<Dictionary> dictionary =
      ReadDictionary({"/usr/share/dict/american-english",
                      "/usr/share/dict/british-english"})
          .value();
  const std::unique_ptr<Reader> reader =
      MakeReader(VocabularyOf(*catalog), *dictionary);
  const std::unique_ptr<EntityFinder> entities =
      MakeEntityFinder(*catalog).value();
  const std::unique_ptr<IntentFinder> intents =
      MakeIntentFinder(*catalog).value();
  const DangerFinder danger{*catalog};
  const std::unique_ptr<Understander> understander =
      MakeUnderstander(catalog, *dictionary, TrainModels(*catalog)).value();
};

const Assistant& Shipped() {
  static const Assistant& assistant = *new Assistant;
  return assistant;
}

std::string Repeat(std::string_view part, size_t size) {
  std::string text;
  while (text.size() + part.size() + 1 <= size) {
    text += part;
    text += ' ';
  }
  return text;
}

void Understand(benchmark::State& state, const std::string& message) {
  const Understander& understander = *Shipped().understander;
  for (auto _ : state) {
    benchmark::DoNotOptimize(understander.Understand(message));
  }
}

void BM_Read(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(Shipped().reader->Read(kTypical));
  }
}

void BM_FindEntities(benchmark::State& state) {
  const Reading reading = Shipped().reader->Read(kTypical).corrected;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Shipped().entities->Find(reading));
  }
}

void BM_DetectContext(benchmark::State& state) {
  const Reading reading = Shipped().reader->Read(kTypical).corrected;
  std::vector<Span> spans;
  for (const Mention& mention : Shipped().entities->Find(reading)) {
    spans.push_back(mention.span);
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(DetectContext(reading, spans));
  }
}

void BM_FindDanger(benchmark::State& state) {
  const Reading reading = Shipped().reader->Read(kTypical).corrected;
  const std::vector<Mention> mentions = Shipped().entities->Find(reading);
  for (auto _ : state) {
    benchmark::DoNotOptimize(Shipped().danger.Find({{reading, mentions}}));
  }
}

void BM_FindIntents(benchmark::State& state) {
  const Reading reading = Shipped().reader->Read(kTypical).corrected;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Shipped().intents->Find(reading.text, Sought::kAll));
  }
}

BENCHMARK_CAPTURE(Understand, Short, std::string(kShort));
BENCHMARK_CAPTURE(Understand, Typical, std::string(kTypical));
BENCHMARK_CAPTURE(Understand, Typos, std::string(kTypos));
BENCHMARK_CAPTURE(Understand, Long, Repeat(kTypical, kLong));
BENCHMARK(BM_Read);
BENCHMARK(BM_FindEntities);
BENCHMARK(BM_DetectContext);
BENCHMARK(BM_FindDanger);
BENCHMARK(BM_FindIntents);

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
