#ifndef QUIVER_CONTENT_YAML_NODE_H_
#define QUIVER_CONTENT_YAML_NODE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_position.h"
#include "content/source_text.h"

namespace quiver {

enum class YamlKind { kNull, kText, kList, kMap };

struct YamlEntry;

// A part of a YAML file, with the place where it stands.  Keys keep their
// order.  All scalars are texts: "no" and "2023" are what the reader of a key
// makes of them.
struct YamlNode {
  YamlKind kind = YamlKind::kNull;
  std::string text;                // Of kText.
  std::vector<YamlNode> items;     // Of kList.
  std::vector<YamlEntry> entries;  // Of kMap, keys of kind kText only.
  const SourceText* source = nullptr;
  size_t offset = 0;  // Of its first byte in the source.

  SourcePosition Position() const { return source->At(offset); }

  // The place of byte `index` of `text` in the file, where the way it was
  // written tells; otherwise Position().
  SourcePosition PositionInside(size_t index) const;

  // The value under `key`, or null.
  const YamlNode* Find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

// "a list", as messages call `kind`.
std::string_view KindName(YamlKind kind);

}  // namespace quiver

#endif  // QUIVER_CONTENT_YAML_NODE_H_
