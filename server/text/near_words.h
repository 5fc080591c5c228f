#ifndef QUIVER_TEXT_NEAR_WORDS_H_
#define QUIVER_TEXT_NEAR_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// A word and how often it is used.
struct CountedWord {
  std::string word;
  int count = 0;
};

// Finds the words within a few edits of another one.
//
// Words lie in buckets by first letter and length; in a bucket, the set of
// letters of each, as bits, rules out nearly all of them before any distance
// is computed.  Immutable: any number of threads may ask.
class NearWords {
 public:
  // Words that do not begin with a letter from "a" to "z", or are too long to
  // compare (text/edit_distance.h), are never found.
  explicit NearWords(std::vector<CountedWord> words);

  // The word at exactly `distance` edits (1 or more) from `typed`, which
  // begins with the same letter or swaps its first two; of several the most
  // frequent, then the first in the alphabet.  Empty when there is none.
  // Valid as long as this.
  std::string_view Find(std::string_view typed, size_t distance) const;

 private:
  struct Candidate {
    uint32_t letters = 0;  // One bit a letter.
    uint32_t word = 0;     // Into words_.
  };
  static constexpr size_t kLetters = 26;
  static constexpr size_t kSizes = 33;
  using Bucket = std::vector<Candidate>;

  const CountedWord* Search(std::string_view typed, size_t distance,
                            char first) const;
  const Bucket& BucketOf(char first, size_t size) const;

  std::vector<CountedWord> words_;  // Most frequent first.
  std::array<Bucket, kLetters * kSizes> buckets_;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_NEAR_WORDS_H_
