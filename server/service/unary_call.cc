#include "service/unary_call.h"

#include <string>

namespace quiver {

void LogCall(const CallObservers& observers, std::string_view method,
             absl::Time started, const absl::Status& status) {
  const bool ours = absl::IsInternal(status) || absl::IsDataLoss(status) ||
                    absl::IsUnknown(status) || absl::IsUnavailable(status);
  LogFields fields = {
      {"method", std::string(method)},
      {"code", std::string(absl::StatusCodeToString(status.code()))},
      {"milliseconds",
       absl::ToDoubleMilliseconds(observers.clock.Now() - started)}};
  // What is wrong with a request may quote it; what is wrong with us may not.
  if (ours) fields.push_back({"message", std::string(status.message())});
  observers.log.Write(ours ? LogLevel::kError : LogLevel::kInfo, "call",
                      fields);
}

}  // namespace quiver
