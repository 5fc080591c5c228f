#include "text/speller.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "fmt/core.h"
#include "text/edit_distance.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

// So many unknown words of a text are looked at for typos.
constexpr size_t kMostUnknown = 100;
constexpr size_t kMinMended = 4;    // Letters of a word that is mended,
constexpr size_t kMinTwoEdits = 8;  // by two edits,
constexpr size_t kMinPart = 3;      // or of the parts it is split into.
// Words that stand as often as this are names of what the assistant is about.
constexpr int kFrequent = 20;

// Whether `word` has nothing but letters and apostrophes.
bool IsPlainWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '\'';
  });
}

std::vector<CountedWord> NearCandidates(const Lexicon& lexicon) {
  std::vector<CountedWord> words;
  for (const std::string_view word : lexicon.Words()) {
    if (word.size() < kMinPart || !IsPlainWord(word)) continue;
    words.push_back({std::string(word), lexicon.CountOf(word)});
  }
  return words;
}

// Whether `near`, one edit away from the short `word`, is one of the typos that
// people make of short words: a letter left out or doubled.
// Others turn abbreviations and names into words.
bool IsShortTypo(std::string_view word, std::string_view near) {
  if (near.size() > word.size()) return true;
  for (size_t i = 1; i < word.size(); ++i) {
    if (word[i] == word[i - 1] && word.substr(0, i) == near.substr(0, i) &&
        word.substr(i + 1) == near.substr(i)) {
      return true;
    }
  }
  return false;
}

// Whether two words differ in their endings only: "phosphatase", "phosphate".
bool IsOtherForm(std::string_view word, std::string_view other) {
  constexpr size_t kEnding = 3;
  const auto differs =
      std::mismatch(word.begin(), word.end(), other.begin(), other.end());
  return word.end() - differs.first <= std::ptrdiff_t{kEnding};
}

bool HasSpelling(const LexiconEntry* entry) {
  return entry != nullptr && !entry->spelling.empty();
}

bool IsFunction(const LexiconEntry* entry) {
  return entry != nullptr && entry->classes != kOtherWord;
}

// The words of one text, by number.
class Words {
 public:
  Words(std::string_view text, const std::vector<TokenSpan>& tokens,
        const std::vector<const LexiconEntry*>& entries)
      : text_(text), tokens_(tokens), entries_(entries) {}

  std::string_view Text(uint32_t i) const {
    const Span& span = tokens_[i].span;
    return text_.substr(span.begin, span.size());
  }

  // Whether word `i` and the next one may be one that was torn apart.
  bool MayJoinNext(uint32_t i) const {
    if (i + 1 >= tokens_.size() || !MayJoin(i) || !MayJoin(i + 1)) return false;
    const uint32_t gap = tokens_[i].span.end;
    return gap + 1 == tokens_[i + 1].span.begin &&
           (text_[gap] == ' ' || text_[gap] == '-');
  }

  // Whether word `i` is worth asking the dictionary about.
  bool MayBeTypo(uint32_t i) const {
    const LexiconEntry* const entry = entries_[i];
    if (tokens_[i].kind != TokenKind::kWord) return false;
    if (entry != nullptr && entry->count > 0) return false;
    const size_t size = tokens_[i].span.size();
    return size >= kMinMended && size <= kMaxComparedWord &&
           !IsFunction(entry) && IsPlainWord(Text(i));
  }

 private:
  bool MayJoin(uint32_t i) const {
    return tokens_[i].kind == TokenKind::kWord && !IsFunction(entries_[i]) &&
           !HasSpelling(entries_[i]);
  }

  std::string_view text_;
  const std::vector<TokenSpan>& tokens_;
  const std::vector<const LexiconEntry*>& entries_;
};

}  // namespace

Speller::Speller(const Lexicon& lexicon)
    : lexicon_(lexicon), near_words_(NearCandidates(lexicon)) {}

std::vector<Replacement> Speller::FindReplacements(
    std::string_view text, const std::vector<TokenSpan>& tokens,
    const std::vector<const LexiconEntry*>& entries) const {
  const Words words(text, tokens, entries);
  std::vector<Replacement> replacements;
  size_t unknown = 0;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (HasSpelling(entries[i])) {
      replacements.push_back({i, i + 1, entries[i]->spelling});
    } else if (words.MayJoinNext(i) &&
               Joins(words.Text(i), words.Text(i + 1))) {
      replacements.push_back(
          {i, i + 2, fmt::format("{}{}", words.Text(i), words.Text(i + 1))});
      ++i;
    } else if (unknown < kMostUnknown && words.MayBeTypo(i) &&
               !lexicon_.IsWord(words.Text(i))) {
      ++unknown;
      std::string mended = Mend(words.Text(i));
      if (mended.empty()) continue;
      replacements.push_back({i, i + 1, std::move(mended)});
    }
  }
  return replacements;
}

// Whether `left` and `right` are one word torn apart.
bool Speller::Joins(std::string_view left, std::string_view right) const {
  // "28 f right handed": a letter beside a word stands for itself.
  if ((left.size() == 1 && lexicon_.IsWord(right)) ||
      (right.size() == 1 && lexicon_.IsWord(left))) {
    return false;
  }
  std::array<char, kMaxComparedWord> joined;
  const size_t size = left.size() + right.size();
  if (size > joined.size()) return false;
  std::copy(left.begin(), left.end(), joined.begin());
  std::copy(right.begin(), right.end(), joined.begin() + left.size());
  const int count = lexicon_.CountOf({joined.data(), size});
  return count > 0 &&
         count > std::min(lexicon_.CountOf(left), lexicon_.CountOf(right));
}

// What the unknown `word` is a typo of; empty: nothing known.
std::string Speller::Mend(std::string_view word) const {
  constexpr std::string_view kPossessive = "'s";
  std::string mended = MendBase(word);
  if (!mended.empty() || !word.ends_with(kPossessive)) return mended;
  word.remove_suffix(kPossessive.size());
  if (word.size() < kMinMended) return {};
  mended = MendBase(word);
  return mended.empty() ? mended : mended.append(kPossessive);
}

std::string Speller::MendBase(std::string_view word) const {
  const Swaps swaps = FindSwaps(word);
  if (!swaps.known.empty()) return swaps.known;
  const std::string_view near = near_words_.Find(word, 1);
  if (!near.empty()) {
    const bool is_likely = word.size() > kMinMended || IsShortTypo(word, near);
    const bool is_better =
        !swaps.is_ordinary || lexicon_.CountOf(near) >= kFrequent;
    return is_likely && is_better ? std::string(near) : std::string();
  }
  std::string parts = Split(word);
  if (!parts.empty() || word.size() < kMinTwoEdits) return parts;
  if (swaps.is_ordinary || HasOneLetterTooMany(word)) return {};
  const std::string_view far = near_words_.Find(word, 2);
  return IsOtherForm(word, far) ? std::string() : std::string(far);
}

Speller::Swaps Speller::FindSwaps(std::string_view word) const {
  Swaps swaps;
  int best_count = 0;
  std::string changed(word);
  for (size_t i = 0; i + 1 < changed.size(); ++i) {
    std::swap(changed[i], changed[i + 1]);
    const int count = lexicon_.CountOf(changed);
    if (count > best_count) {
      best_count = count;
      swaps.known = changed;
    }
    swaps.is_ordinary = swaps.is_ordinary || lexicon_.IsWord(changed);
    std::swap(changed[i], changed[i + 1]);
  }
  return swaps;
}

// Whether `word` is an ordinary one and a letter.
bool Speller::HasOneLetterTooMany(std::string_view word) const {
  for (size_t i = 0; i < word.size(); ++i) {
    std::string changed(word);
    changed.erase(i, 1);
    if (lexicon_.IsWord(changed)) return true;
  }
  return false;
}

// The two words that `word` is made of, the rarer as frequent as can be; empty:
// there are none.
std::string Speller::Split(std::string_view word) const {
  int best_count = 0;
  size_t best = 0;
  for (size_t at = kMinPart; at + kMinPart <= word.size(); ++at) {
    const int left = lexicon_.CountOf(word.substr(0, at));
    if (left <= best_count) continue;
    const int rarer = std::min(left, lexicon_.CountOf(word.substr(at)));
    if (rarer <= best_count) continue;
    best_count = rarer;
    best = at;
  }
  if (best == 0) return {};
  return fmt::format("{} {}", word.substr(0, best), word.substr(best));
}

}  // namespace quiver
