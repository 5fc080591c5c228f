// How long the learned model takes: to classify a message, to be trained, and
// to be read from its bytes.  The texts are synthetic: each label has words of
// its own, among common ones.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "learn/intent_model.h"
#include "learn/ngrams.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr uint32_t kLabels = 150;
constexpr int kCommonWords = 400;
constexpr int kOwnWords = 12;

// Makes up texts; the same ones for the same seed.
class TextSource {
 public:
  explicit TextSource(uint32_t seed) : random_(seed) {}

  std::string Text(uint32_t label) {
    std::string text;
    const uint32_t words = 5 + Below(8);
    for (uint32_t i = 0; i < words; ++i) {
      const bool own = i == 2 || Below(4) == 0;
      text += Word(own ? kCommonWords + label * kOwnWords + Below(kOwnWords)
                       : CommonWord());
      text += ' ';
    }
    return text;
  }

 private:
  uint32_t Below(uint32_t limit) {
    return static_cast<uint32_t>(random_() % limit);
  }

  // Small numbers are far more frequent, as words are.
  uint32_t CommonWord() { return Below(1 + Below(1 + Below(kCommonWords))); }

  // The word of a number: syllables, so that words share characters.
  static std::string Word(uint32_t number) {
    static constexpr const char* kSyllables[] = {
        "ta", "ri", "mo", "len", "su", "ka",  "ster", "ing",
        "po", "de", "ne", "wal", "bi", "chu", "fra",  "gol"};
    std::string word;
    for (uint32_t rest = number * 2654435761U >> 16;
         word.size() < 3 || rest > 0; rest /= 16) {
      word += kSyllables[rest % 16];
    }
    return word;
  }

  std::mt19937 random_;
};

std::vector<TrainingExample> Examples(uint32_t labels, uint32_t each) {
  TextSource source(1);
  std::vector<TrainingExample> examples;
  for (uint32_t label = 0; label < labels; ++label) {
    for (uint32_t i = 0; i < each; ++i) {
      examples.push_back({source.Text(label), label});
    }
  }
  return examples;
}

const IntentModel& Model() {
  static const std::unique_ptr<IntentModel> model =
      TrainIntentModel(Examples(kLabels, 20)).value();
  return *model;
}

Reading ReadingOf(const std::string& text) {
  Reading reading;
  reading.text = Normalize(text);
  reading.tokens = Tokenize(reading.text);
  return reading;
}

// Messages that were not learnt from.
std::vector<Reading> Messages() {
  TextSource source(2);
  std::vector<Reading> messages;
  for (uint32_t i = 0; i < 1000; ++i) {
    messages.push_back(ReadingOf(source.Text(i % kLabels)));
  }
  return messages;
}

Reading LongMessage(size_t bytes) {
  TextSource source(3);
  std::string text;
  while (text.size() < bytes) text += source.Text(0);
  return ReadingOf(text);
}

void BM_CountNGrams(benchmark::State& state) {
  const std::vector<Reading> messages = Messages();
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(CountNGrams(messages[i++ % messages.size()]));
  }
}

void BM_Classify(benchmark::State& state) {
  const IntentModel& model = Model();
  const std::vector<Reading> messages = Messages();
  size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        model.Classify(messages[i++ % messages.size()], 12));
  }
}

void BM_ClassifyLong(benchmark::State& state) {
  const IntentModel& model = Model();
  const Reading message = LongMessage(4096);
  for (auto _ : state) {
    benchmark::DoNotOptimize(model.Classify(message, 12));
  }
}

void BM_Train(benchmark::State& state) {
  const std::vector<TrainingExample> examples =
      Examples(kLabels, static_cast<uint32_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(TrainIntentModel(examples));
}

void BM_Deserialize(benchmark::State& state) {
  const std::string bytes = Model().Serialize();
  for (auto _ : state) benchmark::DoNotOptimize(DeserializeIntentModel(bytes));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<int64_t>(bytes.size()));
}

BENCHMARK(BM_CountNGrams);
BENCHMARK(BM_Classify);
BENCHMARK(BM_ClassifyLong);
BENCHMARK(BM_Train)->Arg(10)->Arg(20)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Deserialize)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
