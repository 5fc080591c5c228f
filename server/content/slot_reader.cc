#include <fmt/format.h>

#include "content/assistant_reader.h"
#include "content/limits.h"
#include "content/map_reader.h"
#include "content/name_lists.h"

namespace quiver {
namespace {

// Whether `options` may be offered: each value a part of an option's id.
void CheckOption(const YamlNode& option, std::string_view slot,
                 Diagnostics& diagnostics) {
  if (slot.size() + 1 + option.text.size() <= kMaxOptionId) return;
  diagnostics.Error(option.Position(),
                    fmt::format("\"{}.{}\" is longer than {} bytes", slot,
                                option.text, kMaxOptionId),
                    "shorten the name of the entity or of the value");
}

std::vector<std::string> ReadOptions(const MapReader& reader,
                                     std::string_view slot,
                                     const ReadContext& context) {
  const std::vector<const YamlNode*> nodes = reader.TextNodes("options");
  RefuseRepeated(nodes, "options", context.diagnostics);
  std::vector<std::string> options;
  for (const YamlNode* node : nodes) {
    CheckOption(*node, slot, context.diagnostics);
    if (context.names.ResolveValue(slot, node->text, node->Position(),
                                   context.diagnostics)) {
      options.push_back(node->text);
    }
  }
  return options;
}

std::string ReadPicker(const MapReader& reader) {
  std::string picker = reader.Text("picker");
  if (!picker.empty()) {
    ExpectName(*reader.Find("picker"), "a picker", reader.diagnostics());
  }
  return picker;
}

Slot ReadSlot(const YamlEntry& entry, const ReadContext& context) {
  Slot slot;
  slot.name = entry.key.text;
  slot.position = entry.key.Position();
  context.names.entities.Resolve(slot.name, slot.position, context.diagnostics);
  const MapReader reader(entry.value, SlotKeys(), slot.name, slot.position,
                         context.diagnostics);
  slot.questions = reader.Texts("questions");
  slot.rephrased = reader.Text("rephrased");
  slot.reason = reader.Text("reason");
  slot.options = ReadOptions(reader, slot.name, context);
  slot.multiple = reader.Flag("multiple", false);
  slot.picker = ReadPicker(reader);
  slot.acknowledge = reader.Text("acknowledge", {"value"});
  slot.unless = ReadConditionOf(reader, "unless", context.names);
  return slot;
}

}  // namespace

std::vector<Slot> ReadSlots(const std::vector<const YamlEntry*>& entries,
                            const ReadContext& context) {
  std::vector<Slot> slots;
  slots.reserve(entries.size());
  for (const YamlEntry* entry : entries) {
    slots.push_back(ReadSlot(*entry, context));
  }
  return slots;
}

}  // namespace quiver
