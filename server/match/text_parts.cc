#include "match/text_parts.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace quiver {
namespace {

// docs/benchmarks.md, "Long texts".
constexpr size_t kPartBytes = 200;
// A cut nearer to the beginning than this would make parts too small.
constexpr size_t kLeastBytes = kPartBytes / 4;

// The first space of `window` behind a sentence, or npos.
size_t SpaceBehindSentence(std::string_view window) {
  constexpr std::string_view kMarks = ".?!";
  size_t space = window.find(' ', kLeastBytes);
  while (space != std::string_view::npos &&
         kMarks.find(window[space - 1]) == std::string_view::npos) {
    space = window.find(' ', space + 1);
  }
  return space;
}

// The last space of `window` behind a part of a sentence, or npos.
size_t SpaceBehindClause(std::string_view window) {
  constexpr std::string_view kMarks = ";,:-)";
  size_t space = window.rfind(' ');
  while (space != std::string_view::npos && space > kLeastBytes) {
    if (kMarks.find(window[space - 1]) != std::string_view::npos) return space;
    space = window.rfind(' ', space - 1);
  }
  return std::string_view::npos;
}

// The end of the part of `text` that begins at `begin`: behind a space, or at
// the end of the text.  What a sentence says is seldom said by the next: the
// first one that is long enough ends a part, for the patterns that a part may
// match and the time for each both grow with it.
size_t PartEnd(std::string_view text, size_t begin) {
  if (text.size() <= kPartBytes) return text.size();
  const std::string_view window = text.substr(begin, kPartBytes);
  const size_t sentence = SpaceBehindSentence(window);
  if (sentence != std::string_view::npos) return begin + sentence + 1;
  if (text.size() - begin <= kPartBytes) return text.size();
  const size_t clause = SpaceBehindClause(window);
  if (clause != std::string_view::npos) return begin + clause + 1;
  const size_t space = window.rfind(' ');
  if (space != std::string_view::npos && space > 0) return begin + space + 1;
  // One long "word": the next space, so that no character is cut.
  const size_t next = text.find(' ', begin + kPartBytes);
  return next == std::string_view::npos ? text.size() : next + 1;
}

// Parts but the first begin with the space before them, so that they are no
// beginning of a text.
std::vector<Span> PartsOf(std::string_view text) {
  std::vector<Span> parts;
  size_t begin = 0;
  do {
    const size_t end = PartEnd(text, begin);
    parts.push_back({static_cast<uint32_t>(begin == 0 ? 0 : begin - 1),
                     static_cast<uint32_t>(end)});
    begin = end;
  } while (begin < text.size());
  return parts;
}

Span Shifted(const Span& span, uint32_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

std::vector<PatternMatch> MatchInParts(const PatternMatcher& matcher,
                                       std::string_view text,
                                       const LabelFilter& wanted) {
  std::vector<PatternMatch> matches;
  for (const Span& part : PartsOf(text)) {
    const std::string_view words = text.substr(part.begin, part.size());
    for (PatternMatch& match :
         matcher.Judge(words, matcher.FindCandidates(words), wanted)) {
      match.span = Shifted(match.span, part.begin);
      matches.push_back(match);
    }
  }
  return matches;
}

SearchedText::SearchedText(const PatternMatcher& matcher, std::string_view text)
    : matcher_(matcher), text_(text) {
  for (const Span& part : PartsOf(text)) {
    parts_.push_back(
        {part, matcher.FindCandidates(text.substr(part.begin, part.size()))});
  }
}

std::vector<PatternMatch> SearchedText::FindAll(
    const LabelFilter& wanted) const {
  std::vector<PatternMatch> matches;
  for (const Part& part : parts_) {
    const std::string_view words =
        text_.substr(part.span.begin, part.span.size());
    for (PatternMatch match : matcher_.Judge(words, part.candidates, wanted)) {
      std::optional<Span> found = match.span;
      while (found.has_value()) {
        match.span = Shifted(*found, part.span.begin);
        matches.push_back(match);
        // An empty match ends the search: it would be found again and again.
        if (found->size() == 0) break;
        found = matcher_.FindNext(match.pattern, words, found->end);
      }
    }
  }
  return matches;
}

}  // namespace quiver
