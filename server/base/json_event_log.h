#ifndef QUIVER_BASE_JSON_EVENT_LOG_H_
#define QUIVER_BASE_JSON_EVENT_LOG_H_

#include <cstdio>
#include <memory>

#include "base/clock.h"
#include "base/event_log.h"

namespace quiver {

// One JSON object a line to `stream`:
//
//   {"time":"2026-11-24T09:00:00.123Z","level":"info","event":"serving",...}
//
// `clock` and `stream` must outlive it.
std::unique_ptr<EventLog> MakeJsonEventLog(std::FILE* stream,
                                           const Clock& clock);

}  // namespace quiver

#endif  // QUIVER_BASE_JSON_EVENT_LOG_H_
