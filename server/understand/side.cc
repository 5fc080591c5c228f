#include "understand/side.h"

#include <algorithm>
#include <cstddef>

#include "text/one_of.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

// How many words may stand between a side and what it belongs to: "left lower
// outer eyelid", "eyelid that twitches on the left".
constexpr size_t kReachBefore = 4;
constexpr size_t kReachAfter = 5;

bool IsSide(std::string_view word) {
  return IsOneOf(word, {"left", "right", "both"});
}

// Behind these "left" is the verb: "i left", "what is left".
bool MakesLeftAVerb(std::string_view word) {
  return IsOneOf(word, {"i", "he", "she", "they", "we", "have", "has", "had",
                        "just", "is"});
}

class SideFinder {
 public:
  SideFinder(const Reading& reading, const Span& mention) : reading_(reading) {
    const auto& tokens = reading.tokens;
    const auto first = std::upper_bound(
        tokens.begin(), tokens.end(), mention.begin,
        [](uint32_t at, const Token& token) { return at < token.span.end; });
    first_ = static_cast<size_t>(first - tokens.begin());
    last_ = first_;
    while (last_ < tokens.size() && tokens[last_].span.begin < mention.end) {
      ++last_;
    }
    FindSentence();
  }

  std::string_view Find() const {
    for (size_t i = first_; i < last_; ++i) {
      if (IsSide(Word(i))) return Word(i);
    }
    const std::string_view before = FindBefore();
    return before.empty() ? FindAfter() : before;
  }

 private:
  void FindSentence() {
    const auto own = ClauseOf(first_);
    if (own == reading_.clauses.end()) return;
    begin_ = own->first_token;
    for (auto clause = own;
         clause != reading_.clauses.end() && clause->sentence == own->sentence;
         ++clause) {
      end_ = clause->last_token;
    }
  }

  // The clause with token `i`.
  std::vector<Clause>::const_iterator ClauseOf(size_t i) const {
    return std::upper_bound(
        reading_.clauses.begin(), reading_.clauses.end(), i,
        [](size_t at, const Clause& clause) { return at < clause.last_token; });
  }

  std::string_view Word(size_t i) const {
    return i < reading_.tokens.size() ? reading_.Text(reading_.tokens[i].span)
                                      : std::string_view();
  }
  std::string_view WordBefore(size_t i) const {
    return i > begin_ ? Word(i - 1) : std::string_view();
  }

  // Whether the word at `i` is a side, not the "right" of "right now", nor the
  // "left" of "i left" and "what is left".
  bool NamesSide(size_t i) const {
    if (!IsSide(Word(i))) return false;
    if (Word(i) == "right" &&
        (IsOneOf(Word(i + 1),
                 {"now", "away", "after", "before", "when", "as", "then", "at",
                  "above", "below", "under", "next"}) ||
         IsOneOf(WordBefore(i), {"all", "alright", "it", "that's"}))) {
      return false;
    }
    return Word(i) != "left" || !MakesLeftAVerb(WordBefore(i));
  }

  // The side at `i`; "both" for "left and right".
  std::string_view SideAt(size_t i) const {
    const bool with_next = IsOneOf(Word(i + 1), {"and", "then"}) &&
                           NamesSide(i + 2) && Word(i + 2) != Word(i);
    const bool with_last = WordBefore(i) == "and" && i >= begin_ + 2 &&
                           NamesSide(i - 2) && Word(i - 2) != Word(i);
    return with_next || with_last ? "both" : Word(i);
  }

  // "My left eyelid", "both of my calves".
  std::string_view FindBefore() const {
    for (size_t i = first_; i > begin_ && first_ - i < kReachBefore; --i) {
      if (NamesSide(i - 1)) return SideAt(i - 1);
      if (IsOneOf(Word(i - 1), {"my", "his", "her", "the", "of"})) {
        // Not "my left hand and my foot".
        if (!IsOneOf(WordBefore(i - 1), {"both", "of"})) break;
        continue;
      }
      if (Word(i - 1) == "and") break;
    }
    return {};
  }

  // "Eyelid on my left side", "eyelid (left)", "eyelid twitching, left side".
  std::string_view FindAfter() const {
    for (size_t i = last_; i < end_ && i - last_ < kReachAfter; ++i) {
      if (Word(i) == "and") break;
      if (!NamesSide(i)) continue;
      const bool is_introduced =
          IsOneOf(WordBefore(i), {"on", "the", "my", "his", "her"}) &&
          (WordBefore(i) == "on" || WordBefore(i - 1) == "on");
      if (is_introduced || StandsAlone(i)) return SideAt(i);
      break;
    }
    return {};
  }

  // Whether no other noun follows the side at `i`.
  bool StandsAlone(size_t i) const {
    if (i + 1 >= end_ || ClauseOf(i)->last_token == i + 1) return true;
    return IsOneOf(Word(i + 1), {"side", "sides", "one", "ones", "only",
                                 "mostly", "mainly", "and", "then"});
  }

  const Reading& reading_;
  size_t first_ = 0;  // Of the mention.
  size_t last_ = 0;
  size_t begin_ = 0;  // Where its clause begins,
  size_t end_ = 0;    // and where its sentence ends.
};

// Sides as constants, so that what is returned outlives the reading.
std::string_view Constant(std::string_view side) {
  for (const std::string_view known : {"left", "right", "both"}) {
    if (side == known) return known;
  }
  return {};
}

// Whether `token` may stand beside a side that is all a message says.
bool GoesWithBareSide(const Reading& reading, const Token& token) {
  if (token.classes != kOtherWord) return true;
  const std::string_view word = reading.Text(token.span);
  return IsSide(word) ||
         IsOneOf(word, {"no", "not", "nope", "sorry", "actually", "meant",
                        "mean", "only", "mostly", "mainly", "one", "ones",
                        "side", "sides", "wait", "oops", "dear"});
}

// The side that is named last without being denied, of words that only name
// sides.
std::string_view LastSide(const Reading& reading) {
  std::string_view side;
  std::string_view before;
  bool denied = false;
  for (const Token& token : reading.tokens) {
    const std::string_view word = reading.Text(token.span);
    if (IsSide(word) && (word != "left" || !MakesLeftAVerb(before))) {
      if (!denied) side = word;
      denied = false;
    } else if (word == "not") {
      denied = true;
    }
    before = word;
  }
  return side;
}

}  // namespace

std::string_view FindBareSide(const Reading& reading) {
  const auto& tokens = reading.tokens;
  const auto goes = [&](const Token& token) {
    return GoesWithBareSide(reading, token);
  };
  if (!std::all_of(tokens.begin(), tokens.end(), goes)) return {};
  const std::string_view side = Constant(LastSide(reading));
  const bool introduced =
      std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return IsOneOf(
            reading.Text(token.span),
            {"the", "my", "his", "her", "on", "meant", "mean", "actually",
             "sorry", "no", "not", "only", "side", "one"});
      });
  return side == "right" && !introduced ? std::string_view() : side;
}

std::string_view FindSide(const Reading& reading, const Span& mention) {
  return Constant(SideFinder(reading, mention).Find());
}

}  // namespace quiver
