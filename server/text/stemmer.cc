#include <libstemmer.h>

#include <algorithm>
#include <cstddef>
#include <memory>

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

}  // namespace

std::string Stem(std::string_view word) {
  sb_stemmer* const stemmer = ThreadStemmer();
  if (stemmer == nullptr || word.size() > kMaxStemmedBytes || IsNumber(word)) {
    return std::string(word);
  }
  const sb_symbol* const stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace quiver
