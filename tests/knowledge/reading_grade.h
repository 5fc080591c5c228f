#ifndef QUIVER_TESTS_KNOWLEDGE_READING_GRADE_H_
#define QUIVER_TESTS_KNOWLEDGE_READING_GRADE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/string_map.h"
#include "content/document.h"

namespace quiver {

// How much there is to read.
struct TextCounts {
  size_t sentences = 0;
  size_t words = 0;
  size_t syllables = 0;

  TextCounts& operator+=(const TextCounts& other);
};

// Words that a text cannot do without ("fasciculation"), in lower case.  Each
// counts as two syllables: readers learn it once, as a name.
using UnavoidableWords = StringSet;

// Reads unavoidable words, one a line; lines that start with "#" are remarks.
//
// NotFound: the file cannot be opened.
absl::StatusOr<UnavoidableWords> ReadUnavoidableWords(const std::string& path);

// Syllables of `word`, which is in lower case; at least 1.
//
// An approximation for English: groups of vowels (with "y"), less a silent "e"
// at the end ("take", "takes", "lasted" keeps its own), and one more where "i"
// is spoken apart from the vowel after it ("serious", but "nation").
size_t CountSyllables(std::string_view word);

// Whether `c` stands in words: letters, digits and apostrophes do.
bool IsWordCharacter(char c);

// Words are runs of letters and digits, with apostrophes inside; hyphens part
// them.  A number has one syllable.  Sentences end at ".", "!" or "?" before a
// space, and at the end of a paragraph or of an item of a list.
TextCounts CountText(std::string_view text,
                     const UnavoidableWords& unavoidable);

// Counts of paragraphs and lists; links are left out.
TextCounts CountBlocks(const std::vector<Block>& blocks,
                       const UnavoidableWords& unavoidable);

// The grade of school in which a text is understood (United States; grade 8 is
// age 13 to 14):
//   0.39 words / sentences + 11.8 syllables / words - 15.59
// from Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability
// formulas for Navy enlisted personnel", 1975.  `counts` must hold a word.
double ReadingGrade(const TextCounts& counts);

}  // namespace quiver

#endif  // QUIVER_TESTS_KNOWLEDGE_READING_GRADE_H_
