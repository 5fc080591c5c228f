#ifndef QUIVER_LEARN_NGRAMS_H_
#define QUIVER_LEARN_NGRAMS_H_

#include <cstdint>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// A sequence of words or characters, and how often a text holds it.
struct NGram {
  // Of its words or characters; the same on every machine and in every
  // version.  N-grams of words and of characters never share one, as far as
  // 64 bits can tell.
  uint64_t hash = 0;
  uint32_t count = 0;

  friend bool operator==(const NGram&, const NGram&) = default;
};

// What a text is compared by.  Each list holds an n-gram once, in order of its
// first appearance.
struct NGrams {
  // Single stems and neighbouring pairs; the beginning and the end of the text
  // count as neighbours.
  std::vector<NGram> words;
  // Sequences of 2 to 4 characters inside a word; its beginning and its end
  // count as characters.
  std::vector<NGram> characters;
};

// Counts the n-grams of `part` of `reading`, as if there were nothing else;
// only its text and tokens are looked at.
//
// Takes time linear in the size of the part.
NGrams CountNGrams(const Reading& reading, const Span& part);

// As above, of all of `reading`.
NGrams CountNGrams(const Reading& reading);

}  // namespace quiver

#endif  // QUIVER_LEARN_NGRAMS_H_
