#ifndef QUIVER_TEXT_ONE_OF_H_
#define QUIVER_TEXT_ONE_OF_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace quiver {

// Whether `word` is one of a few words.
inline bool IsOneOf(std::string_view word,
                    std::initializer_list<std::string_view> words) {
  // Most differ in length or in the first letter: only the rest is compared.
  return std::any_of(words.begin(), words.end(), [&](std::string_view other) {
    return other.size() == word.size() &&
           (word.empty() || (other[0] == word[0] && other == word));
  });
}

}  // namespace quiver

#endif  // QUIVER_TEXT_ONE_OF_H_
