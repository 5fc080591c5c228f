#include <libstemmer.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "text/reader.h"

namespace quiver {
namespace {

// Longer "words" are noise, and are their own stem.
constexpr size_t kMaxStemmedBytes = 64;

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// A stemmer of this thread: it keeps its word between calls.
sb_stemmer* ThreadStemmer() {
  thread_local const std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer(
      sb_stemmer_new("english", "UTF_8"));
  return stemmer.get();
}

bool IsNumber(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::string FindStem(std::string_view word) {
  sb_stemmer* const stemmer = ThreadStemmer();
  if (stemmer == nullptr || IsNumber(word)) return std::string(word);
  const sb_symbol* const stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer))};
}

// A word that was stemmed.
struct StemmedWord {
  std::string word;
  std::string stem;
};

}  // namespace

std::string Stem(std::string_view word) {
  // A few words are most of any text: each thread remembers what it met last,
  // one word of each hash.  64 KB.
  constexpr size_t kRemembered = 1024;
  if (word.size() > kMaxStemmedBytes) return std::string(word);
  thread_local std::vector<StemmedWord> remembered(kRemembered);
  StemmedWord& last =
      remembered[std::hash<std::string_view>()(word) % kRemembered];
  if (last.word != word) last = {std::string(word), FindStem(word)};
  return last.stem;
}

}  // namespace quiver
