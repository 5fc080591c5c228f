#ifndef QUIVER_BASE_SOURCE_POSITION_H_
#define QUIVER_BASE_SOURCE_POSITION_H_

#include <string>

namespace quiver {

// A place in an authored file.
struct SourcePosition {
  std::string file;  // As the author knows it: relative to the content root.
  int line = 0;      // From 1; 0: the file as a whole.
  int column = 0;    // From 1, in characters; 0: the line as a whole.

  friend bool operator==(const SourcePosition&,
                         const SourcePosition&) = default;
};

}  // namespace quiver

#endif  // QUIVER_BASE_SOURCE_POSITION_H_
