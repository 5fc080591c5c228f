#ifndef QUIVER_CONTENT_FRONT_MATTER_H_
#define QUIVER_CONTENT_FRONT_MATTER_H_

#include "content/document.h"
#include "content/map_reader.h"
#include "content/read_context.h"

namespace quiver {

// Reads the keys of a document, all that stands above its text.  Records what
// is wrong with them.
Document ReadFrontMatter(const MapReader& reader, const ReadContext& context);

}  // namespace quiver

#endif  // QUIVER_CONTENT_FRONT_MATTER_H_
