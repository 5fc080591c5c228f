#ifndef QUIVER_CONTENT_MARKDOWN_H_
#define QUIVER_CONTENT_MARKDOWN_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/document.h"
#include "content/source_text.h"
#include "content/yaml_node.h"

namespace quiver {

// A source mark, [^name].
struct SourceMark {
  std::string name;
  SourcePosition position;
};

// What stands under one heading, or before the first.
struct MarkdownSection {
  std::string heading;  // Empty before the first.
  std::string aspect;   // Of {#aspect}; empty: none.
  SourcePosition position;
  SourcePosition aspect_position;
  std::vector<Block> blocks;
  std::vector<SourceMark> marks;
};

// Reads the small Markdown of documents from byte `begin` of `source` on: "##"
// headings, paragraphs, lists of one level, links that stand alone, source
// marks.  Records everything else at its place.  The first section is what
// stands before the first heading; it is always there.
std::vector<MarkdownSection> ReadMarkdown(const SourceText& source,
                                          size_t begin,
                                          Diagnostics& diagnostics);

// Reads `node`, a text, as paragraphs, lists and links: no headings, no marks.
std::vector<Block> ReadPlainBlocks(const YamlNode& node,
                                   Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_MARKDOWN_H_
