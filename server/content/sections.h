#ifndef QUIVER_CONTENT_SECTIONS_H_
#define QUIVER_CONTENT_SECTIONS_H_

#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/yaml_node.h"

namespace quiver {

// The parts of an assistant's YAML files, put together: for each key of a file
// what stands under it in all files, in order of paths and lines.
struct Sections {
  std::vector<const YamlEntry*> assistant;  // Key "assistant" itself.
  std::vector<const YamlEntry*> spellings;
  std::vector<const YamlEntry*> macros;
  std::vector<const YamlEntry*> messages;
  std::vector<const YamlEntry*> entities;
  std::vector<const YamlEntry*> slots;
  std::vector<const YamlEntry*> intents;
  std::vector<const YamlEntry*> safety;
  std::vector<const YamlEntry*> safety_examples;
};

// Sorts what stands in `files`, the roots of YAML files in order of their
// paths, which must outlive the result.  Records unknown keys, and names that
// stand in several files; of those the first is kept.
Sections CollectSections(const std::vector<const YamlNode*>& files,
                         Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_SECTIONS_H_
