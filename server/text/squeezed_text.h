#ifndef QUIVER_TEXT_SQUEEZED_TEXT_H_
#define QUIVER_TEXT_SQUEEZED_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/characters.h"
#include "text/normalizer.h"

namespace quiver {

// Tells, character by character, what white space and emphasis repeat.
class Squeezer {
 public:
  enum class Verdict { kDrop, kPut, kPutBehindSpace };

  // What becomes of `c`, in its final form, which came from byte `origin`.
  Verdict Judge(char32_t c, CharacterKind kind, uint32_t origin) {
    if (kind == CharacterKind::kIgnored) return Verdict::kDrop;
    if (kind == CharacterKind::kSpace) {
      HoldSpace(origin);
      return Verdict::kDrop;
    }
    if (has_space_ || c != last_) {
      const bool has_space = has_space_;
      has_space_ = false;
      last_ = c;
      run_ = 1;
      return has_space ? Verdict::kPutBehindSpace : Verdict::kPut;
    }
    ++run_;
    const bool is_too_long = (kind == CharacterKind::kLetter && run_ > 2) ||
                             (kind == CharacterKind::kPunctuation && run_ > 1);
    return is_too_long ? Verdict::kDrop : Verdict::kPut;
  }

  // Where the space that is to be put came from.
  uint32_t space_origin() const { return space_origin_; }

 private:
  // Held back until more comes, so that none begins or ends the text.
  void HoldSpace(uint32_t origin) {
    if (has_space_ || last_ == 0) return;
    has_space_ = true;
    space_origin_ = origin;
  }

  char32_t last_ = 0;  // What was put last; 0: nothing.
  size_t run_ = 0;     // How often it came in a row.
  bool has_space_ = false;
  uint32_t space_origin_ = 0;
};

// A normalized text that grows by characters, leaving out what a Squeezer
// drops.
class SqueezedText {
 public:
  explicit SqueezedText(size_t expected_size) {
    result_.text.reserve(expected_size + 1);
    result_.origin.reserve(expected_size + 1);
  }

  // Appends `c`, in its final form, which came from byte `origin`.
  void Append(char32_t c, CharacterKind kind, uint32_t origin);

  // Appends the bytes of `original` from `begin` to `end`, all ASCII.
  void AppendAscii(std::string_view original, size_t begin, size_t end);

  // The text; `end` is the size of the original.
  NormalizedText Take(uint32_t end) && {
    result_.origin.push_back(end);
    return std::move(result_);
  }

 private:
  void Put(char32_t c, uint32_t origin);

  NormalizedText result_;
  Squeezer squeezer_;
};

}  // namespace quiver

#endif  // QUIVER_TEXT_SQUEEZED_TEXT_H_
