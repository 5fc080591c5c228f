#include "service/turn_errors.h"

#include <string>
#include <utility>

#include "service/error_details.h"

namespace quiver {

absl::Status WithTurnReason(absl::Status status) {
  switch (status.code()) {
    case absl::StatusCode::kNotFound:
      return WithReason(std::move(status), "ASSISTANT_NOT_FOUND");
    case absl::StatusCode::kInvalidArgument:
      return InvalidFields({{"request_id", std::string(status.message())}},
                           "REQUEST_ID_REUSED");
    case absl::StatusCode::kAborted:
      return WithReason(std::move(status), "SESSION_CONTENDED");
    case absl::StatusCode::kUnavailable:
      return WithReason(std::move(status), "STORE_UNAVAILABLE");
    default:
      return status;
  }
}

absl::Status WithSessionReason(absl::Status status) {
  switch (status.code()) {
    case absl::StatusCode::kNotFound:
      return WithReason(std::move(status), "SESSION_NOT_FOUND");
    case absl::StatusCode::kUnavailable:
      return WithReason(std::move(status), "STORE_UNAVAILABLE");
    default:
      return status;
  }
}

absl::Status WithFeedbackReason(absl::Status status) {
  if (!absl::IsOutOfRange(status)) return WithSessionReason(std::move(status));
  return WithReason(
      absl::NotFoundError(
          "the session has no such turn, or does not keep it any more"),
      "TURN_NOT_FOUND");
}

}  // namespace quiver
