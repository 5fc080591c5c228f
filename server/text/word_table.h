#ifndef QUIVER_TEXT_WORD_TABLE_H_
#define QUIVER_TEXT_WORD_TABLE_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace quiver {

// Hashes words, most of which are short: up to sixteen bytes take a dozen
// instructions.  For tables in memory: what it gives may change.
struct WordHash {
  using is_transparent = void;

  size_t operator()(std::string_view word) const {
    const char* const begin = word.data();
    const size_t size = word.size();
    if (size > 16) return std::hash<std::string_view>()(word);
    if (size >= 8) {
      return Mix(Load<uint64_t>(begin), Last<uint64_t>(word) + size);
    }
    if (size >= 4) {
      return Mix(Load<uint32_t>(begin), Last<uint32_t>(word) + size);
    }
    if (size >= 2) {
      return Mix(Load<uint16_t>(begin), Last<uint16_t>(word) + size);
    }
    return size == 0 ? 0 : Mix(static_cast<unsigned char>(*begin), size);
  }

 private:
  template <typename Integer>
  static uint64_t Load(const char* begin) {
    Integer value = 0;
    std::memcpy(&value, begin, sizeof(value));
    return value;
  }
  template <typename Integer>
  static uint64_t Last(std::string_view word) {
    return Load<Integer>(word.data() + word.size() - sizeof(Integer));
  }

  // Every bit of both counts in the lowest bits, which choose the place.
  static size_t Mix(uint64_t first, uint64_t last) {
    constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;  // The golden ratio.
    uint64_t hash = (first ^ std::rotl(last * kOdd, 32)) * kOdd;
    hash = (hash ^ hash >> 32) * kOdd;
    return static_cast<size_t>(hash ^ hash >> 32);
  }
};

// What is known of each of many words.  Look-ups take any kind of string.
template <typename Word, typename Value>
using WordTable = absl::flat_hash_map<Word, Value, WordHash, std::equal_to<>>;

// Words with blanks between them, and a bit that they all have.
struct WordList {
  uint32_t bit = 0;
  std::string_view words;
};

// The bits of all words of `lists`, which must outlive the table.
WordTable<std::string_view, uint32_t> BitsOfWords(
    std::span<const WordList> lists);

}  // namespace quiver

#endif  // QUIVER_TEXT_WORD_TABLE_H_
