#include "text/near_words.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/edit_distance.h"

namespace quiver {
namespace {

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

// The set of letters of `word`; what is no letter counts as one more.
uint32_t LettersOf(std::string_view word) {
  constexpr uint32_t kOther = uint32_t{1} << 26;
  uint32_t letters = 0;
  for (const char c : word) {
    letters |= IsLetter(c) ? uint32_t{1} << (c - 'a') : kOther;
  }
  return letters;
}

// An edit takes one letter away, adds one, or does both.
bool MayBeNear(uint32_t letters, uint32_t others, size_t distance) {
  const int limit = static_cast<int>(distance);
  return std::popcount(letters & ~others) <= limit &&
         std::popcount(others & ~letters) <= limit;
}

bool SwapsFirst(std::string_view typed, std::string_view word) {
  return word.size() > 1 && word[0] == typed[1] && word[1] == typed[0];
}

bool IsBetter(const CountedWord& left, const CountedWord& right) {
  return std::pair(-left.count, std::string_view(left.word)) <
         std::pair(-right.count, std::string_view(right.word));
}

}  // namespace

NearWords::NearWords(std::vector<CountedWord> words)
    : words_(std::move(words)) {
  static_assert(kSizes == kMaxComparedWord + 1);
  std::sort(words_.begin(), words_.end(), IsBetter);
  for (uint32_t i = 0; i < words_.size(); ++i) {
    const std::string& word = words_[i].word;
    if (word.empty() || word.size() >= kSizes || !IsLetter(word[0])) continue;
    const size_t letter = static_cast<size_t>(word[0] - 'a');
    buckets_[letter * kSizes + word.size()].push_back({LettersOf(word), i});
  }
}

std::string_view NearWords::Find(std::string_view typed,
                                 size_t distance) const {
  if (typed.size() < 2 || typed.size() >= kSizes) return {};
  const CountedWord* best = Search(typed, distance, typed[0]);
  if (typed[1] != typed[0]) {
    const CountedWord* const swapped = Search(typed, distance, typed[1]);
    if (best == nullptr || (swapped != nullptr && swapped < best)) {
      best = swapped;
    }
  }
  return best == nullptr ? std::string_view() : best->word;
}

// The best of the words that begin with `first`, or null.  Words and buckets
// are in order, so the best one has the lowest address.
const CountedWord* NearWords::Search(std::string_view typed, size_t distance,
                                     char first) const {
  if (!IsLetter(first)) return nullptr;
  const CountedWord* best = nullptr;
  const uint32_t letters = LettersOf(typed);
  const size_t shortest = typed.size() - std::min(typed.size() - 1, distance);
  const size_t longest = std::min(typed.size() + distance, kMaxComparedWord);
  for (size_t size = shortest; size <= longest; ++size) {
    for (const Candidate& candidate : BucketOf(first, size)) {
      const CountedWord& word = words_[candidate.word];
      if (best != nullptr && best <= &word) break;
      if (!MayBeNear(letters, candidate.letters, distance)) continue;
      if (first != typed[0] && !SwapsFirst(typed, word.word)) continue;
      if (EditDistance(typed, word.word, distance) == distance) best = &word;
    }
  }
  return best;
}

const NearWords::Bucket& NearWords::BucketOf(char first, size_t size) const {
  return buckets_[static_cast<size_t>(first - 'a') * kSizes + size];
}

}  // namespace quiver
