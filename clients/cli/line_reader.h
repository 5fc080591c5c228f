#ifndef QUIVER_CLI_LINE_READER_H_
#define QUIVER_CLI_LINE_READER_H_

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace quiver {

enum class LineEnd {
  kLine,         // A line was entered.
  kInterrupted,  // Ctrl-C was pressed; `text` is what was typed until then.
  kEndOfInput,   // Ctrl-D on an empty line, or the end of a file.
};

struct InputLine {
  LineEnd end = LineEnd::kLine;
  std::string text;  // Without the line break.
};

// Reads what a user types, line by line.
class LineReader {
 public:
  virtual ~LineReader() = default;
  virtual InputLine Read() = 0;
};

// For a person at a terminal: editing, and the lines of this run by the arrow
// keys.  Nothing is kept on disk: what is typed may be about someone's health.
// The tab key completes the beginning of one of `completions`, which are ASCII.
// At most one at a time; needs CatchInterruptions().
std::unique_ptr<LineReader> EditLines(std::string prompt,
                                      std::vector<std::string> completions);

// For files and pipes: plain lines of `stream`, which must outlive the reader.
std::unique_ptr<LineReader> ReadLines(std::FILE* stream);

}  // namespace quiver

#endif  // QUIVER_CLI_LINE_READER_H_
