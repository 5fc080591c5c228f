#ifndef QUIVER_CONTENT_DOCUMENT_READER_H_
#define QUIVER_CONTENT_DOCUMENT_READER_H_

#include <cstddef>
#include <optional>

#include "content/document.h"
#include "content/read_context.h"
#include "content/source_text.h"
#include "content/yaml_node.h"

namespace quiver {

// A document whose front matter is parsed but not understood.
struct RawDocument {
  YamlNode front_matter;
  size_t body = 0;  // Offset of what follows the front matter.
};

// Splits `source`, which must outlive the result.  Returns nothing after
// recording why.
std::optional<RawDocument> SplitDocument(const SourceText& source,
                                         Diagnostics& diagnostics);

// Understands `raw`.  Records everything that is wrong; then the result is of
// no use.
Document ReadDocument(const RawDocument& raw, const ReadContext& context);

}  // namespace quiver

#endif  // QUIVER_CONTENT_DOCUMENT_READER_H_
