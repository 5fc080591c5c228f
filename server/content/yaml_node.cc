#include "content/yaml_node.h"

#include <algorithm>

namespace quiver {
namespace {

// How many bytes of the source the byte of a value at `at` took.
size_t WrittenSize(std::string_view source, size_t at, char quote) {
  return quote == '\'' && source.substr(at, 2) == "''" ? 2 : 1;
}

size_t AfterLine(std::string_view source, size_t at) {
  const size_t end = source.find('\n', at);
  return end == std::string_view::npos ? source.size() : end + 1;
}

// Where byte `index` of `text` stands in `source`, which has it as a block
// (after "|") that begins at `at`; npos when that cannot be said.
size_t FindInBlock(std::string_view source, size_t at, std::string_view text,
                   size_t index) {
  at = AfterLine(source, at);
  const size_t indent =
      std::min(source.find_first_not_of(" \n", at), source.size()) - at;
  // Empty lines before the first indented one make `indent` too large.
  if (source.substr(at, indent).find('\n') != std::string_view::npos) {
    return std::string_view::npos;
  }
  size_t begin = 0;  // Of the line of `text`.
  for (size_t end = text.find('\n'); end < index;
       end = text.find('\n', begin)) {
    begin = end + 1;
    at = AfterLine(source, at);
  }
  const size_t found = at + indent + (index - begin);
  return found < source.size() && index < text.size() &&
                 source[found] == text[index]
             ? found
             : std::string_view::npos;
}

}  // namespace

SourcePosition YamlNode::PositionInside(size_t index) const {
  const std::string_view written = source->text();
  if (offset >= written.size() || index > text.size()) return Position();
  const char first = written[offset];
  if (first == '|') {
    const size_t found = FindInBlock(written, offset, text, index);
    return found == std::string_view::npos ? Position() : source->At(found);
  }
  const bool quoted = first == '\'' || first == '"';
  size_t at = offset + (quoted ? 1 : 0);
  for (size_t i = 0; i < index; ++i) {
    // Folded lines, escapes and block texts: no simple way back.
    if (at >= written.size() || written[at] != text[i]) return Position();
    at += WrittenSize(written, at, first);
  }
  return source->At(at);
}

const YamlNode* YamlNode::Find(std::string_view key) const {
  const auto found = std::find_if(
      entries.begin(), entries.end(),
      [&](const YamlEntry& entry) { return entry.key.text == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string_view KindName(YamlKind kind) {
  switch (kind) {
    case YamlKind::kNull:
      return "nothing";
    case YamlKind::kText:
      return "a text";
    case YamlKind::kList:
      return "a list";
    case YamlKind::kMap:
      return "a map of keys";
  }
  return "";
}

}  // namespace quiver
