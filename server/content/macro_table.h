#ifndef QUIVER_CONTENT_MACRO_TABLE_H_
#define QUIVER_CONTENT_MACRO_TABLE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/yaml_node.h"

namespace quiver {

// The macros of an assistant, and what patterns become with them.
class MacroTable {
 public:
  // Reads `entries`: names and patterns.  Records macros that do not compile,
  // name macros that do not exist, or stand for themselves.  `complete` tells
  // whether all files were read, so that a macro that is not here is not
  // anywhere.
  MacroTable(const std::vector<const YamlEntry*>& entries, bool complete,
             Diagnostics& diagnostics);
  ~MacroTable();

  // `pattern`, a text that outlives the table, as RE2 sees it.  Records at its
  // place what keeps it from being read; then the result is empty.
  std::string Expand(const YamlNode& pattern, Diagnostics& diagnostics);

  // Records, each at its place, what is wrong with the patterns that were
  // expanded.  RE2 takes its time with each, so they are compiled side by side.
  void CheckPatterns(Diagnostics& diagnostics) const;

  // Records the macros that no pattern uses.
  void WarnOfUnused(Diagnostics& diagnostics) const;

 private:
  class Expander;
  struct Expanded {
    const YamlNode* pattern = nullptr;
    std::string regex;
  };

  std::unique_ptr<Expander> expander_;
  std::vector<Expanded> expanded_;
};

}  // namespace quiver

#endif  // QUIVER_CONTENT_MACRO_TABLE_H_
