#ifndef QUIVER_MATCH_TEXT_PARTS_H_
#define QUIVER_MATCH_TEXT_PARTS_H_

#include <string_view>
#include <vector>

#include "match/pattern_matcher.h"

namespace quiver {

// Matching in parts, for texts of any length: each part of at most some
// hundred bytes, cut behind a sentence where there is one, else behind a
// comma, else behind a word.  No match reaches across a cut.  "^" matches at
// the beginning of the text only.

// What each part of `text` holds of patterns with labels that `wanted` tells
// (null: all), part by part: a pattern at most once a part.
std::vector<PatternMatch> MatchInParts(const PatternMatcher& matcher,
                                       std::string_view text,
                                       const LabelFilter& wanted = nullptr);

// A text and what its parts may match, looked up once, to be asked more than
// once.  Matcher and text must outlive it.  Immutable.
class SearchedText {
 public:
  SearchedText(const PatternMatcher& matcher, std::string_view text);

  // All matches of patterns with labels that `wanted` tells (null: all) that do
  // not overlap a match of the same pattern to their left.
  std::vector<PatternMatch> FindAll(const LabelFilter& wanted) const;

 private:
  struct Part {
    Span span;
    std::vector<PatternCandidate> candidates;
  };

  const PatternMatcher& matcher_;
  const std::string_view text_;
  std::vector<Part> parts_;
};

}  // namespace quiver

#endif  // QUIVER_MATCH_TEXT_PARTS_H_
