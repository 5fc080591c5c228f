#include "learn/ngrams.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <string_view>

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

// Spreads the entropy of `hash` over all of its bits (the finalizer of
// splitmix64; Steele, Lea and Flood 2014).
uint64_t Mix(uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}

uint64_t HashWord(std::string_view word) {
  uint64_t hash = kWordSeed;
  for (const char byte : word) hash = HashByte(hash, byte);
  return Mix(hash);
}

uint64_t HashPair(uint64_t first, uint64_t second) {
  return Mix(kPairSeed ^ (first * 3 + second));
}

bool BeginsCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

void AddWords(std::span<const Token> tokens, std::vector<uint64_t>& hashes) {
  const uint64_t edge = HashWord("");
  uint64_t previous = edge;
  for (const Token& token : tokens) {
    const uint64_t word = HashWord(token.stem);
    hashes.push_back(word);
    hashes.push_back(HashPair(previous, word));
    previous = word;
  }
  hashes.push_back(HashPair(previous, edge));
}

// Adds the n-grams of one word.  `open` holds the hashes of the n-grams that
// the characters so far have begun, by their number of characters; each new
// character lengthens them all.
void AddCharacters(std::string_view word, std::vector<uint64_t>& hashes) {
  std::array<uint64_t, kLongest + 1> open = {};
  size_t begun = 0;
  const auto add = [&](std::string_view character) {
    begun = std::min(begun + 1, kLongest);
    for (size_t size = begun; size > 0; --size) {
      uint64_t hash = size == 1 ? kCharacterSeed : open[size - 1];
      for (const char byte : character) hash = HashByte(hash, byte);
      open[size] = hash;
      if (size >= kShortest) hashes.push_back(Mix(hash));
    }
  };
  add(std::string_view(&kWordEnd, 1));
  for (size_t begin = 0; begin < word.size();) {
    size_t end = begin + 1;
    while (end < word.size() && !BeginsCharacter(word[end])) ++end;
    add(word.substr(begin, end - begin));
    begin = end;
  }
  add(std::string_view(&kWordEnd, 1));
}

// Counts hashes by open addressing: for the few hundred of a message faster
// than sorting them.
std::vector<NGram> Count(const std::vector<uint64_t>& hashes) {
  std::vector<NGram> ngrams;
  ngrams.reserve(hashes.size());
  // One more than the place in `ngrams`; 0 is free.  At most half full.
  std::vector<uint32_t> slots(std::bit_ceil(2 * hashes.size() + 1), 0);
  const size_t mask = slots.size() - 1;
  for (const uint64_t hash : hashes) {
    size_t slot = hash & mask;
    while (slots[slot] != 0 && ngrams[slots[slot] - 1].hash != hash) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] == 0) {
      ngrams.push_back({hash, 0});
      slots[slot] = static_cast<uint32_t>(ngrams.size());
    }
    ++ngrams[slots[slot] - 1].count;
  }
  return ngrams;
}

}  // namespace

NGrams CountNGrams(const Reading& reading, const Span& part) {
  const std::span<const Token> tokens = reading.TokensIn(part);
  std::vector<uint64_t> words;
  words.reserve(2 * tokens.size() + 1);
  AddWords(tokens, words);
  std::vector<uint64_t> characters;
  characters.reserve(3 * part.size() + tokens.size());
  for (const Token& token : tokens) {
    AddCharacters(reading.Text(token.span), characters);
  }
  return {Count(words), Count(characters)};
}

NGrams CountNGrams(const Reading& reading) {
  return CountNGrams(reading, {0, static_cast<uint32_t>(reading.text.size())});
}

}  // namespace quiver
