#include "content/sections.h"

#include <fmt/format.h>

#include "base/string_map.h"
#include "content/map_reader.h"

namespace quiver {
namespace {

// Collects one key of all files.
class SectionCollector {
 public:
  SectionCollector(std::string_view key, std::vector<const YamlEntry*>& section,
                   Diagnostics& diagnostics)
      : key_(key), section_(section), diagnostics_(diagnostics) {}

  void Add(const YamlNode& file) {
    const YamlNode* node = file.Find(key_);
    if (node == nullptr || !Expect(*node, YamlKind::kMap,
                                   fmt::format("`{}`", key_), diagnostics_)) {
      return;
    }
    for (const YamlEntry& entry : node->entries) AddEntry(entry);
  }

 private:
  void AddEntry(const YamlEntry& entry) {
    const auto [first, is_new] = first_.emplace(entry.key.text, &entry);
    if (is_new) {
      section_.push_back(&entry);
      return;
    }
    const SourcePosition other = first->second->key.Position();
    diagnostics_.Error(
        entry.key.Position(),
        fmt::format("\"{}\" stands twice under `{}`", entry.key.text, key_),
        fmt::format("it stands in {}:{} already: join the two, or rename one",
                    other.file, other.line));
  }

  const std::string_view key_;
  std::vector<const YamlEntry*>& section_;
  Diagnostics& diagnostics_;
  StringMap<const YamlEntry*> first_;
};

void CollectAssistant(const std::vector<const YamlNode*>& files,
                      std::vector<const YamlEntry*>& section,
                      Diagnostics& diagnostics) {
  for (const YamlNode* file : files) {
    for (const YamlEntry& entry : file->entries) {
      if (entry.key.text != "assistant") continue;
      if (section.empty()) {
        section.push_back(&entry);
        continue;
      }
      const SourcePosition other = section.front()->key.Position();
      diagnostics.Error(
          entry.key.Position(), "`assistant` stands twice",
          fmt::format("it stands in {}:{} already", other.file, other.line));
    }
  }
}

}  // namespace

Sections CollectSections(const std::vector<const YamlNode*>& files,
                         Diagnostics& diagnostics) {
  std::vector<const YamlNode*> maps;
  for (const YamlNode* file : files) {
    if (file->kind == YamlKind::kNull) continue;  // Comments only.
    const MapReader reader(*file, FileKeys(), "", file->Position(),
                           diagnostics);
    maps.push_back(file);
  }
  Sections sections;
  CollectAssistant(maps, sections.assistant, diagnostics);
  const auto collect = [&](std::string_view key,
                           std::vector<const YamlEntry*>& section) {
    SectionCollector collector(key, section, diagnostics);
    for (const YamlNode* file : maps) collector.Add(*file);
  };
  collect("spellings", sections.spellings);
  collect("macros", sections.macros);
  collect("messages", sections.messages);
  collect("entities", sections.entities);
  collect("slots", sections.slots);
  collect("intents", sections.intents);
  collect("safety", sections.safety);
  collect("safety_examples", sections.safety_examples);
  return sections;
}

}  // namespace quiver
