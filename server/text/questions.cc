#include "text/questions.h"

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

bool OpensLikeQuestion(const std::vector<uint32_t>& classes, size_t first,
                       size_t end, bool opens_sentence) {
  const auto is = [&](size_t i, uint32_t wanted) {
    return i < end && (classes[i] & wanted) != 0;
  };
  size_t at = first;
  while (at + 1 < end && is(at, kFiller)) ++at;
  const bool is_led_in = opens_sentence || at > first;
  if (is(at, kQuestionWord)) return true;
  if (is(at, kWhichOrWho)) return is_led_in;
  if (is(at, kTimeOrPlace)) return is(at + 1, kAuxiliary);
  return at + 1 < end && is(at, kAuxiliary) &&
         Asks(classes[at], classes[at + 1]);
}

}  // namespace quiver
