#ifndef QUIVER_TEXT_WORD_CLASSES_H_
#define QUIVER_TEXT_WORD_CLASSES_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace quiver {

// What a closed-class English word does in a sentence.  A word may be in
// several classes: "these" is a pronoun and a determiner.
enum WordClass : uint32_t {
  kOtherWord = 0,
  kPronoun = 1 << 0,        // A subject: "i", "it's", "this", "there".
  kNominative = 1 << 1,     // Only a subject: "i", "they".
  kPossessive = 1 << 2,     // "my", "their".
  kDeterminer = 1 << 3,     // Opens a noun phrase, or is one: "any", "anyone".
  kArticle = 1 << 4,        // "a", "an".
  kQuestionWord = 1 << 5,   // Always asks: "what", "how's".
  kTimeOrPlace = 1 << 6,    // "when", "where": ask before an auxiliary.
  kWhichOrWho = 1 << 7,     // Ask only where nothing precedes them.
  kAuxiliary = 1 << 8,      // May stand before its subject: "is", "can".
  kNeedsSubject = 1 << 9,   // Asks only before a clear subject: "isn't it".
  kHave = 1 << 10,          // "have", "had": ask only before a nominative.
  kBareVerb = 1 << 11,      // Shows that a subject was left out: "could be".
  kFiller = 1 << 12,        // May come before a question: "so", "hi", "ok".
  kSubordinator = 1 << 13,  // Always opens a clause: "but", "because".
  kConjunction = 1 << 14,   // Opens a clause when one follows: "and".
  kPreposition = 1 << 15,   // "in", "of", "to".
  kModal = 1 << 16,         // Asks before an article too: "would a".
  kNoArticle = 1 << 17,     // Asks, but not before an article: "did a".
  kObject = 1 << 18,        // Only an object: "me", "them".
  kCondition = 1 << 19,     // Opens a condition: "if".
};

// The classes of `word`, which must be normalized, as a set of bits.
uint32_t ClassesOf(std::string_view word);

// All words that have a class, in alphabetical order.
std::vector<std::string_view> ClassifiedWords();

}  // namespace quiver

#endif  // QUIVER_TEXT_WORD_CLASSES_H_
