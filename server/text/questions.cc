#include "text/questions.h"

#include <cstddef>
#include <cstdint>

#include "text/word_classes.h"

namespace quiver {
namespace {

// Whether an auxiliary before a word asks; both told by their classes.
bool Asks(uint32_t auxiliary, uint32_t next) {
  if ((auxiliary & kHave) != 0) return (next & kNominative) != 0;
  if ((next & kArticle) != 0) {
    return (auxiliary & kModal) != 0 ||
           (auxiliary & (kNeedsSubject | kNoArticle)) == 0;
  }
  if ((auxiliary & kNeedsSubject) != 0) {
    return (next & (kPronoun | kDeterminer)) != 0;
  }
  return (next & (kBareVerb | kPreposition | kAuxiliary)) == 0;
}

}  // namespace

bool OpensLikeQuestion(std::span<const Token> tokens, bool opens_sentence) {
  const auto is = [&](size_t i, uint32_t wanted) {
    return i < tokens.size() && (tokens[i].classes & wanted) != 0;
  };
  size_t at = 0;
  while (at + 1 < tokens.size() && is(at, kFiller)) ++at;
  const bool is_led_in = opens_sentence || at > 0;
  if (is(at, kQuestionWord)) return true;
  if (is(at, kWhichOrWho)) return is_led_in;
  if (is(at, kTimeOrPlace)) return is(at + 1, kAuxiliary);
  return at + 1 < tokens.size() && is(at, kAuxiliary) &&
         Asks(tokens[at].classes, tokens[at + 1].classes);
}

}  // namespace quiver
