#ifndef QUIVER_BASE_DIAGNOSTICS_H_
#define QUIVER_BASE_DIAGNOSTICS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/source_position.h"
#include "base/string_map.h"

namespace quiver {

enum class Severity { kError, kWarning };

// One thing that an author should know about a file.
struct Diagnostic {
  Severity severity = Severity::kError;
  SourcePosition position;
  std::string message;  // What is wrong: lower case, names the thing.
  std::string advice;   // What to do about it; may be empty.
};

// Collects what is wrong with authored files.  Readers record and go on, so
// that an author with nine mistakes sees nine messages at once.
//
// Not thread-safe.
class Diagnostics {
 public:
  // Keeps the text of `file`, so that Format() can show the line at fault.
  void AddFile(std::string file, std::string_view text);

  void Error(SourcePosition position, std::string message,
             std::string advice = "");
  void Warning(SourcePosition position, std::string message,
               std::string advice = "");

  // Whether an error was recorded.  Warnings do not count.
  bool HasErrors() const { return error_count_ > 0; }
  int error_count() const { return error_count_; }

  // Everything recorded, by file, line and column.
  std::vector<Diagnostic> Sorted() const;

  // One diagnostic for a terminal:
  //
  //   intents/eye.yaml:5:13: error: bad pattern: missing ): (lid
  //       5 |   patterns: ['(lid']
  //         |             ^
  //         = close the group, or write \( for a bracket
  std::string Format(const Diagnostic& diagnostic) const;

  // All of Sorted(), formatted, and a last line that counts them.
  std::string FormatAll() const;

 private:
  std::vector<Diagnostic> diagnostics_;
  StringMap<std::vector<std::string>> lines_;  // By file.
  int error_count_ = 0;
};

}  // namespace quiver

#endif  // QUIVER_BASE_DIAGNOSTICS_H_
