#include "text/sentence_marks.h"

#include <algorithm>
#include <iterator>

#include "text/characters.h"
#include "text/utf8.h"

namespace quiver {
namespace {

// Abbreviations that go on after their full stop.
constexpr std::string_view kAbbreviations[] = {
    "approx", "dr", "eg", "ie", "mr", "mrs", "ms", "prof", "st", "vs"};

bool IsAbbreviation(std::string_view word) {
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations),
                   word) != std::end(kAbbreviations);
}

bool IsNumber(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsLetter(std::string_view word) { return word.size() == 1; }

bool BreaksLine(std::string_view space) {
  return std::any_of(space.begin(), space.end(),
                     [](char c) { return c == '\n' || c == '\r'; });
}

}  // namespace

Span MarkedText::Trim(Span span) const {
  while (span.begin < span.end && text_[span.begin] == ' ') ++span.begin;
  while (span.begin < span.end && text_[span.end - 1] == ' ') --span.end;
  return span;
}

bool MarkedText::IsEmoji(const Span& span) const {
  return static_cast<unsigned char>(text_[span.begin]) >= 0x80 &&
         KindOf(DecodeUtf8(text_, span.begin).value) == CharacterKind::kEmoji;
}

Boundary MarkedText::BoundaryIn(const Gap& gap) const {
  Boundary strongest = Boundary::kNone;
  for (uint32_t i = gap.gap.begin; i < gap.gap.end; ++i) {
    strongest = std::max(strongest, BoundaryAt(i, gap));
  }
  return strongest;
}

// The boundary that the mark at `mark`, inside `gap`, sets.
Boundary MarkedText::BoundaryAt(uint32_t mark, const Gap& gap) const {
  switch (text_[mark]) {
    case ' ':
      return BreaksLine(OriginOf(mark)) ? Boundary::kSentence : Boundary::kNone;
    case '?':
    case '!':
    case ';':
      return Boundary::kSentence;
    case '.':
      return EndsAtFullStop(mark, gap) ? Boundary::kSentence : Boundary::kNone;
    case ',':
    case '(':
    case ')':
      return Boundary::kClause;
    case ':':
      return gap.gap.size() > 1 ? Boundary::kClause : Boundary::kNone;
    case '-':
      return IsDash(mark, gap) ? Boundary::kClause : Boundary::kNone;
    default:
      return Boundary::kNone;
  }
}

bool MarkedText::EndsAtFullStop(uint32_t mark, const Gap& gap) const {
  const bool is_ellipsis = OriginOf(mark).size() > 1;
  if (is_ellipsis) return true;
  const std::string_view word = Text(gap.before);
  const bool touches_next = mark + 1 == gap.gap.end;
  if (touches_next) return !IsLetter(word) && gap.clause_follows;
  const bool touches_word = mark == gap.gap.begin;
  if (!touches_word) return true;
  if (gap.opens_sentence && IsNumber(word)) return false;
  const bool is_initial = IsLetter(word) && gap.before.begin > 0 &&
                          text_[gap.before.begin - 1] == '.';
  if (is_initial) return word == "m" && gap.clause_follows;
  return !IsAbbreviation(word);
}

// Hyphens inside words are none.
bool MarkedText::IsDash(uint32_t mark, const Gap& gap) const {
  const bool space_before = mark > gap.gap.begin;
  const bool space_after = mark + 1 < gap.gap.end && text_[mark + 1] == ' ';
  if (space_after && (space_before || gap.clause_follows)) return true;
  constexpr std::string_view kEmDash = "\u2014";
  const std::string_view origin = OriginOf(mark);
  return origin.starts_with(kEmDash) || origin.starts_with("--");
}

// What became the ASCII character at `position`.
std::string_view MarkedText::OriginOf(uint32_t position) const {
  const uint32_t begin = origin_[position];
  return original_.substr(begin, origin_[position + 1] - begin);
}

}  // namespace quiver
