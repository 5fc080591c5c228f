#ifndef QUIVER_CONTENT_PARSED_FILE_H_
#define QUIVER_CONTENT_PARSED_FILE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/content_loader.h"
#include "content/document_reader.h"
#include "content/source_text.h"
#include "content/yaml_node.h"

namespace quiver {

// A file of an assistant, parsed by itself.  Stays where it is: its nodes
// point at its text.
struct ParsedFile {
  SourceText source;
  bool is_document = false;  // By its folder.
  // One of these, by the kind of file; neither when it cannot be parsed.
  std::optional<YamlNode> yaml;
  std::optional<RawDocument> document;
  Diagnostics diagnostics;  // What is wrong with its form.
  std::string digest;       // The SHA-256 of its bytes.
};

// Parses `files`, on as many threads as the machine runs at once: parsing YAML
// is most of the time of a start.  The result is in the order of `files`.
std::vector<std::unique_ptr<ParsedFile>> ParseFiles(
    const std::vector<const ContentFile*>& files);

}  // namespace quiver

#endif  // QUIVER_CONTENT_PARSED_FILE_H_
