// How long it takes to search 150 documents, and to index them.  The texts are
// synthetic, with words as unevenly frequent as in any language.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "retrieve/retriever.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr int kDocuments = 150;

// Makes up texts; the same ones for the same seed.
class TextSource {
 public:
  explicit TextSource(uint32_t seed) : random_(seed) {}

  std::string Text(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += fmt::format("w{} ", Word());
    return text;
  }

 private:
  uint32_t Below(uint32_t limit) {
    return static_cast<uint32_t>(random_() % limit);
  }
  // The first words are in nearly every text, the last in hardly any.
  uint32_t Word() { return Below(1 + Below(1 + Below(4000))); }

  std::mt19937 random_;
};

std::vector<IndexedDocument> Documents() {
  TextSource source(1);
  std::vector<IndexedDocument> documents;
  for (int i = 0; i < kDocuments; ++i) {
    IndexedDocument document;
    document.title = source.Text(3);
    for (int j = 0; j < 20; ++j) document.questions.push_back(source.Text(7));
    for (int j = 0; j < 4; ++j) document.aliases.push_back(source.Text(2));
    for (int j = 0; j < 6; ++j) {
      document.passages.push_back({source.Text(4), source.Text(60)});
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

void Retrieve(benchmark::State& state, int words) {
  const std::unique_ptr<Retriever> retriever = MakeBm25Retriever(Documents());
  TextSource source(2);
  std::vector<std::vector<Token>> questions;
  questions.reserve(200);
  for (int i = 0; i < 200; ++i) {
    questions.push_back(Tokenize(source.Text(words)));
  }
  size_t i = 0;
  for (auto _ : state) {
    std::vector<std::string_view> stems;
    for (const Token& token : questions[i++ % questions.size()]) {
      stems.push_back(token.stem);
    }
    benchmark::DoNotOptimize(retriever->Retrieve(stems, 12));
  }
}

void BM_Index(benchmark::State& state) {
  const std::vector<IndexedDocument> documents = Documents();
  for (auto _ : state) benchmark::DoNotOptimize(MakeBm25Retriever(documents));
}

BENCHMARK_CAPTURE(Retrieve, Question, 6);
BENCHMARK_CAPTURE(Retrieve, Paragraph, 60);
BENCHMARK_CAPTURE(Retrieve, Page, 800);
BENCHMARK(BM_Index)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
