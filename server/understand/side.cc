#include "understand/side.h"

#include <algorithm>
#include <cstddef>

namespace quiver {
namespace {

// Words between a side and what it belongs to: "left lower outer eyelid".
constexpr size_t kReachBefore = 3;
constexpr size_t kReachAfter = 4;

bool IsSide(std::string_view word) {
  return word == "left" || word == "right" || word == "both";
}

// "right now", "right after": not a side.
bool IsAdverb(std::string_view side, std::string_view next) {
  return side == "right" &&
         (next == "now" || next == "away" || next == "after" ||
          next == "before" || next == "when" || next == "as" || next == "then");
}

class SideFinder {
 public:
  SideFinder(const Reading& reading, const Span& mention) : reading_(reading) {
    const auto& tokens = reading.tokens;
    first_ =
        static_cast<size_t>(std::find_if(tokens.begin(), tokens.end(),
                                         [&](const Token& token) {
                                           return token.span.Overlaps(mention);
                                         }) -
                            tokens.begin());
    last_ = first_;
    while (last_ < tokens.size() && tokens[last_].span.Overlaps(mention)) {
      ++last_;
    }
    for (const Clause& clause : reading.clauses) {
      if (first_ < clause.first_token || first_ >= clause.last_token) continue;
      begin_ = clause.first_token;
      end_ = clause.last_token;
    }
  }

  std::string_view Find() const {
    for (size_t i = first_; i < last_; ++i) {
      if (IsSide(Word(i))) return Word(i);
    }
    for (size_t i = first_; i > begin_ && first_ - i < kReachBefore; --i) {
      const std::string_view word = Word(i - 1);
      if (IsSide(word) && !IsAdverb(word, Word(i))) return word;
      if (word == "my" || word == "his" || word == "her" || word == "and") {
        // "both my calves", but not "my left hand and my foot".
        if (i - 1 > begin_ && Word(i - 2) == "both") return "both";
        break;
      }
    }
    return FindAfter();
  }

 private:
  std::string_view Word(size_t i) const {
    return i < reading_.tokens.size() ? reading_.Text(reading_.tokens[i].span)
                                      : std::string_view();
  }

  // "on the right", "on my left side", "on both sides".
  std::string_view FindAfter() const {
    bool introduced = false;
    for (size_t i = last_; i < end_ && i - last_ < kReachAfter; ++i) {
      const std::string_view word = Word(i);
      if (word == "and") break;
      introduced |= word == "on" || word == "the";
      if (introduced && IsSide(word) && !IsAdverb(word, Word(i + 1))) {
        return word;
      }
    }
    return {};
  }

  const Reading& reading_;
  size_t first_ = 0;  // Of the mention, and its clause.
  size_t last_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
};

// Sides as constants, so that what is returned outlives the reading.
std::string_view Constant(std::string_view side) {
  for (const std::string_view known : {"left", "right", "both"}) {
    if (side == known) return known;
  }
  return {};
}

}  // namespace

std::string_view FindSide(const Reading& reading, const Span& mention) {
  return Constant(SideFinder(reading, mention).Find());
}

}  // namespace quiver
