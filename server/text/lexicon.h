#ifndef QUIVER_TEXT_LEXICON_H_
#define QUIVER_TEXT_LEXICON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/dictionary.h"
#include "text/reader.h"
#include "text/word_table.h"

namespace quiver {

// What is known of a word.
struct LexiconEntry {
  int count = 0;         // As Vocabulary::words; 0: not among them.
  uint32_t classes = 0;  // ClassesOf(): a pronoun, an auxiliary and the like.
  std::string stem;
  std::string spelling;  // What it is written for; empty: nothing.
};

// All words that an assistant knows, normalized, in one table: a known word
// costs one look-up.
//
// Immutable: any number of threads may ask.
class Lexicon {
 public:
  // `dictionary` must outlive it.
  Lexicon(const Vocabulary& vocabulary, const Dictionary& dictionary);

  // The entry of `word`, or null.  Valid as long as the Lexicon.
  const LexiconEntry* Find(std::string_view word) const;

  // Whether `word` is an ordinary word, of the vocabulary or the dictionary;
  // possessives and words with endings like "-less" are when what they are
  // made of is.
  bool IsWord(std::string_view word) const;

  // How often `word` stands in the content; 0 for other words.
  int CountOf(std::string_view word) const;

  // The words of the vocabulary in alphabetical order.
  std::vector<std::string_view> Words() const;

 private:
  LexiconEntry& Entry(std::string_view word);
  bool IsDerived(std::string_view word) const;

  WordTable<std::string, LexiconEntry> entries_;
  const Dictionary& dictionary_;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_LEXICON_H_
