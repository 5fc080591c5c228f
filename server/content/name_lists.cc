#include "content/name_lists.h"

#include <fmt/format.h>

#include "content/names.h"

namespace quiver {

std::vector<std::string> ReadNames(const MapReader& reader,
                                   std::string_view key,
                                   const NameSet& declared) {
  const std::vector<const YamlNode*> nodes = reader.TextNodes(key);
  RefuseRepeated(nodes, key, reader.diagnostics());
  std::vector<std::string> names;
  for (const YamlNode* node : nodes) {
    if (declared.Resolve(node->text, node->Position(), reader.diagnostics())) {
      names.push_back(node->text);
    }
  }
  return names;
}

std::string ReadName(const MapReader& reader, std::string_view key,
                     const NameSet& declared) {
  std::string name = reader.Text(key);
  if (!name.empty()) {
    declared.Resolve(name, reader.Find(key)->Position(), reader.diagnostics());
  }
  return name;
}

Condition ReadConditionOf(const MapReader& reader, std::string_view key,
                          const DeclaredNames& names) {
  return ReadCondition(reader.TextNodes(key), names, reader.diagnostics());
}

bool ExpectName(const YamlNode& key, std::string_view kind,
                Diagnostics& diagnostics) {
  if (IsName(key.text)) return true;
  diagnostics.Error(key.Position(),
                    fmt::format("\"{}\" is no name of {}", key.text, kind),
                    "use lower-case letters, digits and _, at most 40");
  return false;
}

void RefuseRepeated(const std::vector<const YamlNode*>& nodes,
                    std::string_view key, Diagnostics& diagnostics) {
  StringSet seen;
  for (const YamlNode* node : nodes) {
    if (seen.insert(node->text).second) continue;
    diagnostics.Error(
        node->Position(),
        fmt::format("\"{}\" stands twice in `{}`", node->text, key),
        "leave one out");
  }
}

}  // namespace quiver
