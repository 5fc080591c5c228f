#ifndef QUIVER_TESTS_SUPPORT_RECORDING_EVENT_LOG_H_
#define QUIVER_TESTS_SUPPORT_RECORDING_EVENT_LOG_H_

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "base/event_log.h"

namespace quiver {

// Keeps events as lines such as "info call method=SendMessage code=OK".
// Numbers are left out: they differ from run to run.
class RecordingEventLog final : public EventLog {
 public:
  void Write(LogLevel level, std::string_view event,
             const LogFields& fields = {}) override {
    std::string line = level == LogLevel::kInfo      ? "info "
                       : level == LogLevel::kWarning ? "warning "
                                                     : "error ";
    line += event;
    for (const auto& [name, value] : fields) {
      if (const auto* text = std::get_if<std::string>(&value)) {
        line += " " + std::string(name) + "=" + *text;
      }
    }
    absl::MutexLock lock(&mutex_);
    lines_.push_back(std::move(line));
  }

  std::vector<std::string> lines() const {
    absl::MutexLock lock(&mutex_);
    return lines_;
  }

 private:
  mutable absl::Mutex mutex_;
  std::vector<std::string> lines_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace quiver

#endif  // QUIVER_TESTS_SUPPORT_RECORDING_EVENT_LOG_H_
