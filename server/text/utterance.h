#ifndef QUIVER_TEXT_UTTERANCE_H_
#define QUIVER_TEXT_UTTERANCE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// A half-open range of bytes.
struct Span {
  uint32_t begin = 0;  // Included.
  uint32_t end = 0;    // Not included.

  uint32_t size() const { return end - begin; }
  bool Contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool Overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  friend bool operator==(const Span&, const Span&) = default;
};

// A word, number or emoji of a Reading.
struct Token {
  Span span;             // Into Reading::text.
  std::string stem;      // Snowball English stem; the text itself for numbers.
  uint32_t classes = 0;  // Of a word: ClassesOf(), text/word_classes.h.
};

// A part of a Reading that makes one statement or asks one question:
// "my eyelid twitches", "is it dangerous".
struct Clause {
  Span span;                 // Into Reading::text.
  uint32_t first_token = 0;  // Into Reading::tokens.
  uint32_t last_token = 0;   // Not included.
  uint32_t sentence = 0;     // Which sentence, from 0.
  bool question = false;     // Ends in "?" or opens like a question.
};

// One way of reading a message: the text that patterns see, and its parts.
//
// The text is lower case (case folded), NFKC, with "'" for every apostrophe,
// no zero-width characters, one space for any run of white space, none at
// either end, and letters repeated for emphasis reduced ("sooo" -> "soo").
// Punctuation stays, but a run of one mark is one ("!!!" -> "!"), dashes are
// "-", and curly quotation marks '"'.
struct Reading {
  std::string text;
  // origin[i] is where byte i of `text` came from in Utterance::original; one
  // entry more than `text` has bytes, the last the end of the original.
  std::vector<uint32_t> origin;
  std::vector<Token> tokens;    // In order of appearance.
  std::vector<Clause> clauses;  // In order; together they hold every token.

  // The text of `span`.
  std::string_view Text(const Span& span) const {
    const std::string_view all = text;
    return all.substr(span.begin, span.size());
  }
  // The tokens that lie wholly in `span` of `text`.
  std::span<const Token> TokensIn(const Span& span) const;
  // Where `span` of `text` stands in the original message.
  Span Origin(const Span& span) const {
    return {origin[span.begin], origin[span.end]};
  }
};

// A word that was read as another one.
struct Correction {
  Span original;     // Into Utterance::original.
  std::string from;  // As normalized: "jumpin".
  std::string to;    // "jumping".
};

// One message of a visitor, read.  An immutable value.
struct Utterance {
  std::string original;  // As sent; valid UTF-8.
  Reading raw;           // Normalized, no word changed.
  Reading corrected;     // With chat spellings written out and typos mended;
                         // equal to `raw` when `corrections` is empty.
  std::vector<Correction> corrections;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_UTTERANCE_H_
