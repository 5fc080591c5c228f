#ifndef QUIVER_TEXT_NORMALIZER_H_
#define QUIVER_TEXT_NORMALIZER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// Text in the form that Reading::text promises, and where each byte of it came
// from.
struct NormalizedText {
  std::string text;
  std::vector<uint32_t> origin;  // As Reading::origin.
};

// Normalizes `original`, which must be valid UTF-8.  Doing it twice is the same
// as doing it once.
//
// The bytes of one character all have the origin of its first byte, and those
// of a ligature the origin of the ligature.  Beyond what Reading promises:
// - dashes are "-", double quotation marks '"', an ellipsis "...";
// - one punctuation mark stands for a run of it: "!!!" is "!", "..." is ".";
// - controls, characters that do not show (soft hyphen, joiners, bidirectional
//   and variation selectors), skin tones and enclosing marks are left out;
// - combining marks after the eighth on one letter are left out.
//
// Takes time linear in the size of `original`.
NormalizedText NormalizeWithOrigin(std::string_view original);

}  // namespace quiver

#endif  // QUIVER_TEXT_NORMALIZER_H_
