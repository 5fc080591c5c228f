#include "learn/ngrams.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace quiver {
namespace {

constexpr size_t kShortest = 2;
constexpr size_t kLongest = 4;
// Stands at either end of a word, where no character of a token can be.
constexpr char kWordEnd = ' ';

// Hashes begin with one of these, so that equal texts of different kinds
// differ.
constexpr uint64_t kWordSeed = 0x6c62272e07bb0142;
constexpr uint64_t kPairSeed = 0x27d4eb2f165667c5;
constexpr uint64_t kCharacterSeed = 0xcbf29ce484222325;

// One step of FNV-1a (Fowler, Noll, Vo).
uint64_t HashByte(uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
}

uint64_t HashBytes(uint64_t hash, std::string_view bytes) {
  if (bytes.size() == 1) return HashByte(hash, bytes.front());
  for (const char byte : bytes) hash = HashByte(hash, byte);
  return hash;
}

// Spreads the entropy of `hash` over all of its bits (the finalizer of
// splitmix64; Steele, Lea and Flood 2014).
uint64_t Mix(uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}

uint64_t HashWord(std::string_view word) {
  return Mix(HashBytes(kWordSeed, word));
}

uint64_t HashPair(uint64_t first, uint64_t second) {
  return Mix(kPairSeed ^ (first * 3 + second));
}

bool BeginsCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Counts hashes by open addressing: for the few hundred of a message faster
// than sorting them.
class Counter {
 public:
  // `most`: how many hashes will be added at most.
  explicit Counter(size_t most) : slots_(std::bit_ceil(2 * most + 1), 0) {
    ngrams_.reserve(most);
  }

  void Add(uint64_t hash) {
    const size_t mask = slots_.size() - 1;
    size_t slot = hash & mask;
    while (slots_[slot] != 0) {
      NGram& ngram = ngrams_[slots_[slot] - 1];
      if (ngram.hash == hash) {
        ++ngram.count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    ngrams_.push_back({hash, 1});
    slots_[slot] = static_cast<uint32_t>(ngrams_.size());
  }

  std::vector<NGram> Take() { return std::move(ngrams_); }

 private:
  std::vector<NGram> ngrams_;
  // One more than the place in `ngrams_`; 0 is free.  At most half full.
  std::vector<uint32_t> slots_;
};

void AddWords(std::span<const Token> tokens, Counter& counter) {
  const uint64_t edge = HashWord("");
  uint64_t previous = edge;
  for (const Token& token : tokens) {
    const uint64_t word = HashWord(token.stem);
    counter.Add(word);
    counter.Add(HashPair(previous, word));
    previous = word;
  }
  counter.Add(HashPair(previous, edge));
}

// The n-grams that the characters of a word so far have begun, by their number
// of characters; each new character lengthens them all.
class OpenNGrams {
 public:
  // Goes on with the bytes of one character; counts what is long enough.
  void Extend(std::string_view character, Counter& counter) {
    // Those that have not begun are lengthened for nothing, and not counted.
    for (size_t size = kLongest; size > 1; --size) {
      hashes_[size] = HashBytes(hashes_[size - 1], character);
    }
    hashes_[1] = HashBytes(kCharacterSeed, character);
    begun_ = std::min(begun_ + 1, kLongest);
    for (size_t size = begun_; size >= kShortest; --size) {
      counter.Add(Mix(hashes_[size]));
    }
  }

 private:
  std::array<uint64_t, kLongest + 1> hashes_ = {};
  size_t begun_ = 0;
};

// Adds the n-grams of one word.
void AddCharacters(std::string_view word, Counter& counter) {
  constexpr std::string_view kEnd(&kWordEnd, 1);
  OpenNGrams open;
  open.Extend(kEnd, counter);
  for (size_t begin = 0; begin < word.size();) {
    size_t end = begin + 1;
    while (end < word.size() && !BeginsCharacter(word[end])) ++end;
    open.Extend(word.substr(begin, end - begin), counter);
    begin = end;
  }
  open.Extend(kEnd, counter);
}

}  // namespace

NGrams CountNGrams(const Reading& reading, const Span& part) {
  const std::span<const Token> tokens = reading.TokensIn(part);
  Counter words(2 * tokens.size() + 1);
  AddWords(tokens, words);
  // Of a word, on the mean, no more of a length than it has characters.
  constexpr size_t kLengths = kLongest - kShortest + 1;
  Counter characters(kLengths * part.size());
  for (const Token& token : tokens) {
    AddCharacters(reading.Text(token.span), characters);
  }
  return {words.Take(), characters.Take()};
}

NGrams CountNGrams(const Reading& reading) {
  return CountNGrams(reading, {0, static_cast<uint32_t>(reading.text.size())});
}

}  // namespace quiver
