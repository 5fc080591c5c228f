#ifndef QUIVER_TEXT_READER_H_
#define QUIVER_TEXT_READER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"
#include "text/dictionary.h"
#include "text/utterance.h"

namespace quiver {

// The words that an assistant knows.
struct Vocabulary {
  // Words of the assistant's own content, lower case, and how often each
  // stands there.  Typos are corrected to these words only.
  StringMap<int> words;
  // Authored spellings and what they stand for: "wks" -> "weeks",
  // "shud" -> "should", "alot" -> "a lot".  Applied before anything else.
  StringMap<std::string> spellings;
};

// Turns the bytes of a message into an Utterance.
//
// A Reader is immutable: any number of threads may read.
class Reader {
 public:
  virtual ~Reader() = default;

  // Reads `original`, which must be valid UTF-8 (see IsValidUtf8()).  Never
  // fails: an empty message is an Utterance without tokens.
  //
  // A word is corrected when it is neither in the dictionary nor in the
  // vocabulary and one vocabulary word is near: one edit or transposition
  // away, two for words of eight letters and more; or when splitting it, or
  // joining it with its neighbour, gives vocabulary words ("calfmuscle",
  // "eye lid").  Of several near words one with two letters swapped wins, then
  // the nearest, then the more frequent, then the first in the alphabet.  The
  // first letter is trusted unless it is part of a transposition.  Words with
  // digits, of fewer than four letters, or with letters beyond "a" to "z" stay
  // as they are; the whole order of things is in text/speller.h.
  //
  // Takes time linear in the size of `original`.
  virtual Utterance Read(std::string_view original) const = 0;
};

// Makes a Reader.  `dictionary` must outlive it.
std::unique_ptr<Reader> MakeReader(Vocabulary vocabulary,
                                   const Dictionary& dictionary);

// Whether `text` is well-formed UTF-8.
bool IsValidUtf8(std::string_view text);

// `text` as Reading::text would have it.  For authored words and phrases, so
// that they compare equal to what visitors type.
std::string Normalize(std::string_view text);

// The Snowball English stem of `word`, which must be normalized.
std::string Stem(std::string_view word);

// The tokens of `text`, which must be normalized.
std::vector<Token> Tokenize(std::string_view text);

}  // namespace quiver

#endif  // QUIVER_TEXT_READER_H_
