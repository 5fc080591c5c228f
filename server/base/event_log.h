#ifndef QUIVER_BASE_EVENT_LOG_H_
#define QUIVER_BASE_EVENT_LOG_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace quiver {

enum class LogLevel { kInfo, kWarning, kError };

// A value of a log field.
using LogValue = std::variant<std::string, int64_t, double, bool>;
using LogFields = std::vector<std::pair<std::string_view, LogValue>>;

// Where events of the running server are written.
//
// What visitors say, and session ids, are never among the fields.
// Implementations are safe for concurrent use and do not fail.
class EventLog {
 public:
  virtual ~EventLog() = default;

  // Writes one event: a fixed sentence and what was particular about it.
  virtual void Write(LogLevel level, std::string_view event,
                     const LogFields& fields = {}) = 0;
};

}  // namespace quiver

#endif  // QUIVER_BASE_EVENT_LOG_H_
