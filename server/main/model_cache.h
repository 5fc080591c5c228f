#ifndef QUIVER_MAIN_MODEL_CACHE_H_
#define QUIVER_MAIN_MODEL_CACHE_H_

#include <string>

#include "base/event_log.h"
#include "conversation/assistant.h"

namespace quiver {

// Gives what was learnt from a catalog from `folder`/<content hash>.model, or
// trains it and keeps it there.  A damaged or unwritable file costs time, not
// the start: it is logged and the model trained.  `log` must outlive it.
ModelSource CachedModels(const std::string& folder, EventLog& log);

}  // namespace quiver

#endif  // QUIVER_MAIN_MODEL_CACHE_H_
