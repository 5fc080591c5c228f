#ifndef QUIVER_CONTENT_PATTERN_SHAPE_H_
#define QUIVER_CONTENT_PATTERN_SHAPE_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace quiver {

// What can be told of a pattern without compiling it.
struct PatternShape {
  // Whether it may match a text without characters.  False is certain.
  bool may_be_empty = true;
  // RE2's program of it has fewer instructions.
  size_t most_instructions = 0;
};

// The shape of `regex`, a pattern that RE2 can parse; for another the result
// means nothing.  Absent where its syntax is rare ("\Q", "\x", "\p", classes
// by name, or nesting deeper than 200).  Takes time linear in its size.
std::optional<PatternShape> ShapeOf(std::string_view regex);

}  // namespace quiver

#endif  // QUIVER_CONTENT_PATTERN_SHAPE_H_
