#include "knowledge/reading_grade.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "absl/strings/ascii.h"

namespace quiver {
namespace {

constexpr size_t kSyllablesOfUnavoidable = 2;

bool IsOneOf(std::string_view letters, char c) {
  return letters.find(c) != std::string_view::npos;
}

bool IsVowel(char c) { return IsOneOf("aeiouy", c); }

// Whether "i" at `at` is a syllable apart from the vowel after it.
bool IsHiatus(std::string_view word, size_t at) {
  return at > 0 && at + 1 < word.size() && word[at] == 'i' &&
         IsOneOf("aou", word[at + 1]) && !IsVowel(word[at - 1]) &&
         !IsOneOf("tscgx", word[at - 1]);
}

// Whether the "e" of the last letters is written but not spoken.
bool EndsInSilentE(std::string_view word) {
  const bool plural = word.ends_with("es");
  const bool past = word.ends_with("ed");
  const size_t tail = plural || past ? 2 : 1;
  if (word.size() < tail + 2 || word[word.size() - tail] != 'e') return false;
  const char before = word[word.size() - tail - 1];
  if (IsVowel(before)) return false;
  if (past) return !IsOneOf("td", before);
  if (before == 'l') return IsVowel(word[word.size() - tail - 2]);
  if (!plural) return true;
  return !IsOneOf("sxzcg", before) && !word.ends_with("ches") &&
         !word.ends_with("shes");
}

bool EndsSentence(std::string_view text, size_t at) {
  return IsOneOf(".!?", text[at]) &&
         (at + 1 == text.size() || text[at + 1] == ' ');
}

size_t SyllablesOf(std::string_view word, const UnavoidableWords& unavoidable) {
  std::string lower(word);
  absl::AsciiStrToLower(&lower);
  return unavoidable.contains(lower) ? kSyllablesOfUnavoidable
                                     : CountSyllables(lower);
}

}  // namespace

TextCounts& TextCounts::operator+=(const TextCounts& other) {
  sentences += other.sentences;
  words += other.words;
  syllables += other.syllables;
  return *this;
}

absl::StatusOr<UnavoidableWords> ReadUnavoidableWords(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return absl::NotFoundError(fmt::format("{}: cannot be opened", path));
  }
  UnavoidableWords words;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with('#')) words.insert(line);
  }
  return words;
}

size_t CountSyllables(std::string_view word) {
  size_t syllables = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool starts = IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1]));
    syllables += static_cast<size_t>(starts);
    syllables += static_cast<size_t>(IsHiatus(word, i));
  }
  if (EndsInSilentE(word)) --syllables;
  return std::max<size_t>(syllables, 1);
}

bool IsWordCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '\'';
}

TextCounts CountText(std::string_view text,
                     const UnavoidableWords& unavoidable) {
  TextCounts counts;
  bool open = false;  // A sentence has begun.
  for (size_t i = 0; i < text.size();) {
    if (!IsWordCharacter(text[i])) {
      if (open && EndsSentence(text, i)) {
        ++counts.sentences;
        open = false;
      }
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < text.size() && IsWordCharacter(text[i])) ++i;
    ++counts.words;
    counts.syllables += SyllablesOf(text.substr(begin, i - begin), unavoidable);
    open = true;
  }
  if (open) ++counts.sentences;
  return counts;
}

TextCounts CountBlocks(const std::vector<Block>& blocks,
                       const UnavoidableWords& unavoidable) {
  TextCounts counts;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kParagraph) {
      counts += CountText(block.text, unavoidable);
    }
    for (const std::string& item : block.items) {
      counts += CountText(item, unavoidable);
    }
  }
  return counts;
}

double ReadingGrade(const TextCounts& counts) {
  const auto words = static_cast<double>(counts.words);
  return 0.39 * words / static_cast<double>(counts.sentences) +
         11.8 * static_cast<double>(counts.syllables) / words - 15.59;
}

}  // namespace quiver
