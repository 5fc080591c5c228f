#ifndef QUIVER_CONTENT_SOURCE_TEXT_H_
#define QUIVER_CONTENT_SOURCE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_position.h"

namespace quiver {

// The text of a file, and where each of its bytes stands.  Immutable.
class SourceText {
 public:
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  // The line and column, in characters, of the byte at `offset`; the end of
  // the text for an offset beyond it.
  SourcePosition At(size_t offset) const;

  // The file as a whole.
  SourcePosition Whole() const { return {path_, 0, 0}; }

 private:
  std::string path_;
  std::string text_;
  std::vector<size_t> line_starts_;
};

// The offset of the first character of `text` that is not well-formed UTF-8, or
// that nobody sees: a control character other than a tab or the end of a line,
// a mark of byte order, a change of writing direction.  npos when there is
// none.
size_t FindBadCharacter(std::string_view text);

// The offset of the first line longer than kMaxLineBytes, or npos.
size_t FindLongLine(std::string_view text);

// `text` without blanks and ends of lines around it.
std::string_view Trim(std::string_view text);

}  // namespace quiver

#endif  // QUIVER_CONTENT_SOURCE_TEXT_H_
