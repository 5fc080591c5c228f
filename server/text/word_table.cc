#include "text/word_table.h"

#include <algorithm>

namespace quiver {

WordTable<std::string_view, uint32_t> BitsOfWords(
    std::span<const WordList> lists) {
  WordTable<std::string_view, uint32_t> table;
  for (const auto& [bit, words] : lists) {
    for (size_t begin = 0; begin < words.size();) {
      const size_t end = std::min(words.find(' ', begin), words.size());
      table[words.substr(begin, end - begin)] |= bit;
      begin = end + 1;
    }
  }
  return table;
}

}  // namespace quiver
