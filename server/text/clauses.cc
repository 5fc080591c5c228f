#include "text/clauses.h"

#include <cstddef>
#include <span>
#include <utility>

#include "text/questions.h"
#include "text/sentence_marks.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

constexpr std::string_view kOpeningMarks = "([{\"'#$";

// Words that open a clause by themselves.
constexpr uint32_t kOpener =
    kPronoun | kPossessive | kQuestionWord | kTimeOrPlace | kWhichOrWho;

// Finds the boundaries between neighbouring tokens.
class ClauseFinder {
 public:
  ClauseFinder(const MarkedText& text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens) {}

  std::vector<Clause> Find() {
    for (uint32_t i = 1; i < tokens_.size(); ++i) {
      const Boundary boundary = BoundaryBefore(i);
      if (boundary == Boundary::kNone) continue;
      EndClause(i, boundary == Boundary::kSentence);
      if (boundary == Boundary::kSentence) {
        ++sentence_;
        first_of_sentence_ = i;
      }
    }
    if (!tokens_.empty()) {
      EndClause(static_cast<uint32_t>(tokens_.size()), true);
    }
    return std::move(clauses_);
  }

 private:
  // Between tokens `i` - 1 and `i`.
  Boundary BoundaryBefore(uint32_t i) const {
    const Span gap = GapBefore(i);
    const Boundary marked =
        text_.BoundaryIn({.gap = gap,
                          .before = tokens_[i - 1].span,
                          .opens_sentence = i - 1 == first_of_sentence_,
                          .clause_follows = OpensClause(i)});
    if (marked != Boundary::kNone) return marked;
    if (EndsAtEmoji(i)) return Boundary::kSentence;
    return OpensByConjunction(i) ? Boundary::kClause : Boundary::kNone;
  }

  Span GapBefore(uint32_t i) const {
    return {tokens_[i - 1].span.end, tokens_[i].span.begin};
  }

  // An emoji ends a sentence, unless it begins it or stands for a noun.
  bool EndsAtEmoji(uint32_t i) const {
    if (!text_.IsEmoji(tokens_[i - 1].span)) return false;
    if (text_.IsEmoji(tokens_[i].span)) return false;
    uint32_t word = i - 1;
    while (word > first_of_sentence_ && text_.IsEmoji(tokens_[word].span)) {
      --word;
    }
    return !text_.IsEmoji(tokens_[word].span) &&
           !Is(word, kDeterminer | kPreposition);
  }

  // Whether a conjunction at token `i` opens a new clause there.
  bool OpensByConjunction(uint32_t i) const {
    if (i == clause_first_) return false;
    if (IsEvenThough(i)) return true;
    if (IsEvenThough(i - 1)) return false;
    if (Is(i, kSubordinator)) return Subordinates(i);
    // What a conjunction already opened is not opened again: "but so is it".
    if (Is(i - 1, kSubordinator | kConjunction)) return false;
    return Is(i, kConjunction) && (OpensClause(i + 1) || OpensByAdverb(i + 1));
  }

  // Whether an adverb of time at token `i` opens a clause: "and now my face",
  // "and suddenly cramps", but not "now and then".
  bool OpensByAdverb(size_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    const std::string_view word = Word(static_cast<uint32_t>(i));
    if (word == "then" || word == "also") return OpensClause(i + 1);
    return word == "now" || word == "suddenly" || word == "today" ||
           word == "tonight" || word == "yesterday" || word == "lately" ||
           word == "recently";
  }

  // Whether token `i` is a subject, a question word, or an auxiliary with its
  // subject.
  bool OpensClause(size_t i) const {
    if (i >= tokens_.size()) return false;
    if (Is(i, kOpener)) return true;
    return Is(i, kAuxiliary) && i + 1 < tokens_.size() &&
           Is(i + 1, kPronoun | kDeterminer);
  }

  // "Because of" and a last "though" do not.
  bool Subordinates(uint32_t i) const {
    return i + 1 < tokens_.size() && Word(i + 1) != "of";
  }

  bool IsEvenThough(uint32_t i) const {
    return i + 1 < tokens_.size() && Word(i + 1) == "though" &&
           Word(i) == "even";
  }

  std::string_view Word(uint32_t i) const {
    return text_.Text(tokens_[i].span);
  }

  // Whether token `i` is of one of `classes`.
  bool Is(size_t i, uint32_t classes) const {
    return (tokens_[i].classes & classes) != 0;
  }

  // Ends the clause whose last token is the one before `end`.
  void EndClause(uint32_t end, bool ends_sentence) {
    const uint32_t cut = end < tokens_.size()
                             ? CutIn(GapBefore(end))
                             : static_cast<uint32_t>(text_.size());
    const Span span = text_.Trim({cut_, cut});
    const Span tail = {tokens_[end - 1].span.end, span.end};
    const bool question =
        (ends_sentence &&
         text_.Text(tail).find('?') != std::string_view::npos) ||
        OpensLikeQuestion(
            std::span(tokens_).subspan(clause_first_, end - clause_first_),
            clause_first_ == first_of_sentence_);
    clauses_.push_back({.span = span,
                        .first_token = clause_first_,
                        .last_token = end,
                        .sentence = sentence_,
                        .question = question});
    clause_first_ = end;
    cut_ = cut;
  }

  // Where in `gap` the next clause begins: before its opening marks.
  uint32_t CutIn(const Span& gap) const {
    uint32_t cut = gap.end;
    while (cut > gap.begin &&
           kOpeningMarks.find(text_.At(cut - 1)) != std::string_view::npos) {
      --cut;
    }
    return cut;
  }

  const MarkedText& text_;
  const std::vector<Token>& tokens_;
  std::vector<Clause> clauses_;
  uint32_t cut_ = 0;                // Where the open clause begins.
  uint32_t clause_first_ = 0;       // Its first token.
  uint32_t first_of_sentence_ = 0;  // The first token of the open sentence.
  uint32_t sentence_ = 0;
};

}  // namespace

std::vector<Clause> FindClauses(std::string_view text,
                                const std::vector<Token>& tokens,
                                const std::vector<uint32_t>& origin,
                                std::string_view original) {
  const MarkedText marked(text, origin, original);
  return ClauseFinder(marked, tokens).Find();
}

}  // namespace quiver
