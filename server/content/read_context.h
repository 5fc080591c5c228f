#ifndef QUIVER_CONTENT_READ_CONTEXT_H_
#define QUIVER_CONTENT_READ_CONTEXT_H_

#include "base/diagnostics.h"
#include "content/declared_names.h"
#include "content/macro_table.h"

namespace quiver {

// What the readers of all parts share.
struct ReadContext {
  const DeclaredNames& names;
  MacroTable& macros;
  Diagnostics& diagnostics;
};

}  // namespace quiver

#endif  // QUIVER_CONTENT_READ_CONTEXT_H_
