#ifndef QUIVER_CONTENT_YAML_PARSER_H_
#define QUIVER_CONTENT_YAML_PARSER_H_

#include <cstddef>
#include <optional>

#include "base/diagnostics.h"
#include "content/source_text.h"
#include "content/yaml_node.h"

namespace quiver {

// Parses bytes `begin` to `end` of `source`, which must outlive the result, as
// one YAML document.  Repeated keys are recorded as errors and left out.
//
// Anchors, aliases, tags and more than kMaxYamlDepth levels are refused, so
// the tree is never larger than the text.  Returns nothing after recording an
// error that leaves something out of the tree.
std::optional<YamlNode> ParseYaml(const SourceText& source, size_t begin,
                                  size_t end, Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_YAML_PARSER_H_
