#ifndef QUIVER_SERVICE_TURN_ERRORS_H_
#define QUIVER_SERVICE_TURN_ERRORS_H_

#include "absl/status/status.h"

namespace quiver {

// An error of Conversation::TakeTurn() with its reason for programs:
// ASSISTANT_NOT_FOUND, REQUEST_ID_REUSED, SESSION_CONTENDED,
// STORE_UNAVAILABLE.
absl::Status WithTurnReason(absl::Status status);

// An error of the other calls of Conversation: SESSION_NOT_FOUND,
// STORE_UNAVAILABLE.
absl::Status WithSessionReason(absl::Status status);

// An error of Conversation::GiveFeedback(): also TURN_NOT_FOUND, as NotFound.
absl::Status WithFeedbackReason(absl::Status status);

}  // namespace quiver

#endif  // QUIVER_SERVICE_TURN_ERRORS_H_
