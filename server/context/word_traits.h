#ifndef QUIVER_CONTEXT_WORD_TRAITS_H_
#define QUIVER_CONTEXT_WORD_TRAITS_H_

#include <cstdint>
#include <string_view>

namespace quiver {

// What single words say of time and denial, beside their classes
// (text/word_classes.h).  A word may have several traits.
enum WordTrait : uint32_t {
  kPlainWord = 0,
  kPresentTense = 1 << 0,  // What follows is so now: "has", "again".
  kPastTense = 1 << 1,     // What is told is of the past: "fell", "hurried".
  kPastVerb = 1 << 2,      // May open what tells of the past: "couldn't".
  kNegativeVerb = 1 << 3,  // "can't", "unable".
  kOnset = 1 << 4,         // What follows is what came of it: "since".
  kDateOpener = 1 << 5,    // NamesPastDate() may begin here: "in", "once".
  kJoiner = 1 << 6,        // A statement may follow: "and", "plus".
  kPointer = 1 << 7,       // What follows is somebody's or there: "my", "this".
  kHolder = 1 << 8,        // A mention with it is somebody's: "i", "mine".
  kForeseeing = 1 << 9,    // What it is said of is supposed: "would", "will".
};

// The traits of `word`, which must be normalized, as a set of bits.
uint32_t TraitsOf(std::string_view word);

}  // namespace quiver

#endif  // QUIVER_CONTEXT_WORD_TRAITS_H_
