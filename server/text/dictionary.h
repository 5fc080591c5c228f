#ifndef QUIVER_TEXT_DICTIONARY_H_
#define QUIVER_TEXT_DICTIONARY_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace quiver {

// Knows what is an ordinary word, so that a word is never taken for a typo of
// another one.
//
// Immutable: any number of threads may ask.
class Dictionary {
 public:
  virtual ~Dictionary() = default;

  // Whether `word`, lower case, is a word in any of its forms.
  virtual bool Contains(std::string_view word) const = 0;
};

// Reads word lists with one word a line (the format of /usr/share/dict).
// Lines with capitals (names) are taken in lower case too.
//
// NotFound: a file does not exist.
absl::StatusOr<std::unique_ptr<Dictionary>> ReadDictionary(
    const std::vector<std::string>& paths);

// A dictionary of just `words`; for tests and for assistants in a language
// without a word list.
std::unique_ptr<Dictionary> MakeDictionary(std::vector<std::string> words);

}  // namespace quiver

#endif  // QUIVER_TEXT_DICTIONARY_H_
