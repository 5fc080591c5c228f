#ifndef QUIVER_TEXT_ONE_OF_H_
#define QUIVER_TEXT_ONE_OF_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace quiver {

// Whether `word` is one of a few words.
inline bool IsOneOf(std::string_view word,
                    std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace quiver

#endif  // QUIVER_TEXT_ONE_OF_H_
