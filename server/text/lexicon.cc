#include "text/lexicon.h"

#include <algorithm>
#include <utility>

#include "text/word_classes.h"

namespace quiver {

Lexicon::Lexicon(const Vocabulary& vocabulary, const Dictionary& dictionary)
    : dictionary_(dictionary) {
  entries_.reserve(vocabulary.words.size() + vocabulary.spellings.size());
  for (const auto& [word, count] : vocabulary.words) {
    if (count > 0) Entry(Normalize(word)).count += count;
  }
  for (const auto& [written, meant] : vocabulary.spellings) {
    const std::string word = Normalize(written);
    std::string spelling = Normalize(meant);
    if (spelling != word) Entry(word).spelling = std::move(spelling);
  }
  for (const std::string_view word : ClassifiedWords()) Entry(word);
}

LexiconEntry& Lexicon::Entry(std::string_view word) {
  const auto [found, is_new] = entries_.try_emplace(std::string(word));
  LexiconEntry& entry = found->second;
  if (is_new) {
    entry.stem = Stem(word);
    entry.classes = ClassesOf(word);
  }
  return entry;
}

const LexiconEntry* Lexicon::Find(std::string_view word) const {
  const auto found = entries_.find(word);
  return found == entries_.end() ? nullptr : &found->second;
}

bool Lexicon::IsWord(std::string_view word) const {
  const LexiconEntry* const entry = Find(word);
  if (entry != nullptr && (entry->count > 0 || entry->classes != kOtherWord)) {
    return true;
  }
  if (dictionary_.Contains(word)) return true;
  if (word.ends_with("'s")) return IsWord(word.substr(0, word.size() - 2));
  return IsDerived(word);
}

bool Lexicon::IsDerived(std::string_view word) const {
  constexpr size_t kLeastStem = 3;
  for (const std::string_view ending :
       {"less", "like", "able", "self", "ness", "wise", "ish"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view base = word.substr(0, word.size() - ending.size());
    if (base.size() < kLeastStem) continue;
    const LexiconEntry* const entry = Find(base);
    if ((entry != nullptr && entry->count > 0) || dictionary_.Contains(base)) {
      return true;
    }
  }
  return false;
}

int Lexicon::CountOf(std::string_view word) const {
  const LexiconEntry* const entry = Find(word);
  return entry == nullptr ? 0 : entry->count;
}

std::vector<std::string_view> Lexicon::Words() const {
  std::vector<std::string_view> words;
  words.reserve(entries_.size());
  for (const auto& [word, entry] : entries_) {
    if (entry.count > 0) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace quiver
