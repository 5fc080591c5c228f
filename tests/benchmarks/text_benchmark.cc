// How long it takes to read a message: with nothing to mend, with typos, long
// ones, and in parts; and to load the English word lists.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "fmt/core.h"
#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr std::string_view kClean =
    "my left eyelid keeps twitching since monday, should I be worried now?";
constexpr std::string_view kTypos =
    "my left eye lid keeps twiching since mnday, shud I be woried aboutit?";
constexpr std::string_view kCurly =
    "I don\u2019t sleep \U0001F62D my eyelid won\u2019t stop\u2026 is it bad?";

const Dictionary& English() {
  static const std::unique_ptr<Dictionary> dictionary =
      ReadDictionary({"/usr/share/dict/american-english",
                      "/usr/share/dict/british-english"})
          .value();
  return *dictionary;
}

// As many words as the content of an assistant has: the ones that the messages
// need, and made-up ones.
const Reader& EnglishReader() {
  static const std::unique_ptr<Reader> reader = [] {
    Vocabulary vocabulary;
    for (const std::string_view word :
         {"left", "eyelid", "eye", "keep", "keeps", "twitching", "since",
          "monday", "worried", "about", "sleep", "stop", "bad", "now"}) {
      vocabulary.words[std::string(word)] = 100;
    }
    vocabulary.spellings["shud"] = "should";
    uint32_t state = 1;
    while (vocabulary.words.size() < 5000) {
      std::string word;
      for (uint32_t i = 0; i < 4 + state % 7; ++i) {
        state = state * 1664525 + 1013904223;
        word += static_cast<char>('a' + (state >> 16) % 26);
      }
      vocabulary.words[word] = 1 + static_cast<int>(state % 50);
    }
    return MakeReader(std::move(vocabulary), English());
  }();
  return *reader;
}

void Read(benchmark::State& state, const std::string& message) {
  const Reader& reader = EnglishReader();
  for (auto _ : state) benchmark::DoNotOptimize(reader.Read(message));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<int64_t>(message.size()));
}

std::string Repeat(std::string_view part, size_t size) {
  std::string text;
  while (text.size() + part.size() <= size) text += part;
  return text;
}

void BM_Normalize(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Normalize(kClean));
}
void BM_Tokenize(benchmark::State& state) {
  const std::string text = Normalize(kClean);
  for (auto _ : state) benchmark::DoNotOptimize(Tokenize(text));
}
void BM_Stem(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Stem("twitching"));
}
void BM_ReadDictionary(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        ReadDictionary({"/usr/share/dict/american-english",
                        "/usr/share/dict/british-english"}));
  }
}

BENCHMARK(BM_Normalize);
BENCHMARK(BM_Tokenize);
BENCHMARK(BM_Stem);
BENCHMARK(BM_ReadDictionary)->Unit(benchmark::kMillisecond);

constexpr size_t kLong = 4096;

BENCHMARK_CAPTURE(Read, Clean, std::string(kClean));
BENCHMARK_CAPTURE(Read, Typos, std::string(kTypos));
BENCHMARK_CAPTURE(Read, Curly, std::string(kCurly));
BENCHMARK_CAPTURE(Read, LongClean, Repeat(fmt::format("{} ", kClean), kLong));
BENCHMARK_CAPTURE(Read, LongTypos, Repeat(fmt::format("{} ", kTypos), kLong));
BENCHMARK_CAPTURE(Read, LongUnknown, Repeat("qzxtwvcfgh ", kLong));
BENCHMARK_CAPTURE(Read, LongWord, Repeat("abcdefgh", kLong));
BENCHMARK_CAPTURE(Read, LongLetter, Repeat("a", kLong));
BENCHMARK_CAPTURE(Read, LongMarks, Repeat("\u0301", kLong));
BENCHMARK_CAPTURE(Read, LongApostrophes, Repeat("a'", kLong));
BENCHMARK_CAPTURE(Read, LongDigits, Repeat("1,", kLong));
BENCHMARK_CAPTURE(Read, LongEmoji, Repeat("\U0001F62D", kLong));
BENCHMARK_CAPTURE(Read, LongMixed,
                  Repeat("\uff21\u0301\u4f60 e\u0301, ", kLong));
BENCHMARK_CAPTURE(Read, LongLigature, Repeat("\ufdfa", kLong));
BENCHMARK_CAPTURE(Read, LongPunctuation, Repeat(".,-(", kLong));
BENCHMARK_CAPTURE(Read, LongSpaces, Repeat(" \n", kLong));

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
