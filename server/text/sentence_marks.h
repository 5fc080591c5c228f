#ifndef QUIVER_TEXT_SENTENCE_MARKS_H_
#define QUIVER_TEXT_SENTENCE_MARKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utterance.h"

namespace quiver {

// What ends between two tokens.
enum class Boundary : uint8_t { kNone, kClause, kSentence };

// What is between two tokens, and what is known around it.
struct Gap {
  Span gap;                     // The bytes between the tokens.
  Span before;                  // The token before it.
  bool opens_sentence = false;  // Whether that token is the first of its
                                // sentence: "1. eyelid".
  bool clause_follows = false;  // Whether what follows looks like a clause.
};

// A normalized text, and the original that shows what normalization hides.
class MarkedText {
 public:
  // All must outlive this.  `origin` is as Reading::origin.
  MarkedText(std::string_view text, const std::vector<uint32_t>& origin,
             std::string_view original)
      : text_(text), origin_(origin), original_(original) {}

  size_t size() const { return text_.size(); }
  char At(uint32_t position) const { return text_[position]; }
  std::string_view Text(const Span& span) const {
    return text_.substr(span.begin, span.size());
  }

  // `span` without the spaces at its ends.
  Span Trim(Span span) const;

  // Whether the token `span` is an emoji.
  bool IsEmoji(const Span& span) const;

  // The boundary that the punctuation in a gap sets.
  Boundary BoundaryIn(const Gap& gap) const;

 private:
  Boundary BoundaryAt(uint32_t mark, const Gap& gap) const;
  bool EndsAtFullStop(uint32_t mark, const Gap& gap) const;
  bool IsDash(uint32_t mark, const Gap& gap) const;
  std::string_view OriginOf(uint32_t position) const;

  std::string_view text_;
  const std::vector<uint32_t>& origin_;
  std::string_view original_;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_SENTENCE_MARKS_H_
