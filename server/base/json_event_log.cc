#include "base/json_event_log.h"

#include <nlohmann/json.hpp>

#include "absl/time/time.h"

namespace quiver {
namespace {

const char* NameOf(LogLevel level) {
  switch (level) {
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return "error";
}

class JsonEventLog final : public EventLog {
 public:
  JsonEventLog(std::FILE* stream, const Clock& clock)
      : stream_(stream), clock_(clock) {}

  void Write(LogLevel level, std::string_view event,
             const LogFields& fields) override {
    nlohmann::ordered_json line;
    line["time"] = absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", clock_.Now(),
                                    absl::UTCTimeZone());
    line["level"] = NameOf(level);
    line["event"] = event;
    for (const auto& [name, value] : fields) {
      std::visit(
          [&, key = name](const auto& held) { line[std::string(key)] = held; },
          value);
    }
    // One call, so that lines of several threads do not mix.
    const std::string text =
        line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
        "\n";
    std::fwrite(text.data(), 1, text.size(), stream_);
    std::fflush(stream_);
  }

 private:
  std::FILE* const stream_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<EventLog> MakeJsonEventLog(std::FILE* stream,
                                           const Clock& clock) {
  return std::make_unique<JsonEventLog>(stream, clock);
}

}  // namespace quiver
