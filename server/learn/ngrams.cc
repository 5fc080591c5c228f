#include "learn/ngrams.h"

#include <bit>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace quiver {
namespace {

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
  explicit Counter(size_t most)
      : ngrams_(most), slots_(std::bit_ceil(2 * most + 1), 0) {}

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
    ngrams_[size_] = {hash, 1};
    slots_[slot] = ++size_;
  }

  std::vector<NGram> Take() {
    ngrams_.resize(size_);
    return std::move(ngrams_);
  }

 private:
  std::vector<NGram> ngrams_;  // The first `size_` are counted.
  uint32_t size_ = 0;
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

// The n-grams that end with the last character of a word so far.
struct LastNGrams {
  size_t characters = 0;  // Of the word so far.
  uint64_t one = 0;
  uint64_t two = 0;
  uint64_t three = 0;
  uint64_t four = 0;

  // Goes on with the bytes of one character; counts what is long enough.
  void Extend(std::string_view character, Counter& counter) {
    four = HashBytes(three, character);
    three = HashBytes(two, character);
    two = HashBytes(one, character);
    one = HashBytes(kCharacterSeed, character);
    ++characters;
    if (characters >= 4) counter.Add(Mix(four));
    if (characters >= 3) counter.Add(Mix(three));
    if (characters >= 2) counter.Add(Mix(two));
  }
};

// Adds the n-grams of one word.
void AddCharacters(std::string_view word, Counter& counter) {
  constexpr std::string_view kEnd(&kWordEnd, 1);
  LastNGrams last;
  last.Extend(kEnd, counter);
  for (size_t begin = 0; begin < word.size();) {
    size_t end = begin + 1;
    while (end < word.size() && !BeginsCharacter(word[end])) ++end;
    last.Extend(word.substr(begin, end - begin), counter);
    begin = end;
  }
  last.Extend(kEnd, counter);
}

}  // namespace

NGrams CountNGrams(const Reading& reading, const Span& part) {
  const std::span<const Token> tokens = reading.TokensIn(part);
  Counter words(2 * tokens.size() + 1);
  AddWords(tokens, words);
  // A word has no more than three for each of its characters.
  Counter characters(3 * part.size());
  for (const Token& token : tokens) {
    AddCharacters(reading.Text(token.span), characters);
  }
  return {words.Take(), characters.Take()};
}

NGrams CountNGrams(const Reading& reading) {
  return CountNGrams(reading, {0, static_cast<uint32_t>(reading.text.size())});
}

}  // namespace quiver
