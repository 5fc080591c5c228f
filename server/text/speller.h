#ifndef QUIVER_TEXT_SPELLER_H_
#define QUIVER_TEXT_SPELLER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/near_words.h"
#include "text/tokenizer.h"

namespace quiver {

// Tokens that are to be read as something else.
struct Replacement {
  uint32_t first_token = 0;
  uint32_t last_token = 0;  // Not included.
  std::string text;         // Normalized; one word or several.
};

// Mends typos, as Reader::Read() promises.
//
// Immutable: any number of threads may ask.
class Speller {
 public:
  // `lexicon` must outlive it.
  explicit Speller(const Lexicon& lexicon);

  // What to replace in `text`, from left to right.  `entries` has one pointer
  // a token: what the lexicon knows of it, or null.
  //
  // A word is mended by the first of these that gives one:
  // 1. its authored spelling;
  // 2. joining it with the next word, when one space or hyphen is between
  //    them, neither is a function word ("may be" stays), and the joined word
  //    is more frequent than the rarer of the two;
  // 3. a word with two neighbouring letters swapped, else one edit away;
  // 4. splitting it into two words of three letters and more;
  // 5. a word two edits away, when it has eight letters and more.
  // Of four-letter words only letters swapped, left out or doubled are mended;
  // two edits are not when they are in the last three letters, which make
  // another word of the family ("phosphatase").
  // What is an ordinary word but for two letters swapped ("recieving") becomes
  // another one only if that is frequent; what is an ordinary word and a letter
  // is left alone from step 5 on.
  // The last three are only for unknown words of four letters and more, the
  // letters from "a" to "z" and apostrophes; and for the first hundred of a
  // text: one with more is in another language, or means to keep us busy.
  std::vector<Replacement> FindReplacements(
      std::string_view text, const std::vector<TokenSpan>& tokens,
      const std::vector<const LexiconEntry*>& entries) const;

 private:
  bool Joins(std::string_view left, std::string_view right) const;
  std::string Mend(std::string_view word) const;
  std::string MendBase(std::string_view word) const;
  // What swapping two neighbouring letters makes of a word.
  struct Swaps {
    std::string known;         // The most frequent word of the vocabulary.
    bool is_ordinary = false;  // Whether any ordinary word.
  };

  Swaps FindSwaps(std::string_view word) const;
  bool HasOneLetterTooMany(std::string_view word) const;
  std::string Split(std::string_view word) const;

  const Lexicon& lexicon_;
  NearWords near_words_;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_SPELLER_H_
