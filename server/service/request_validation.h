#ifndef QUIVER_SERVICE_REQUEST_VALIDATION_H_
#define QUIVER_SERVICE_REQUEST_VALIDATION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "conversation/conversation.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// How much a visitor may send at once.
struct RequestLimits {
  uint32_t max_text_bytes = 4096;
};

// Checks the form of `request`; assistant.proto states the rules.  `path` goes
// before the names of fields: "message." where `request` is inside another.
//
// InvalidArgument: with one BadRequest violation for every field at fault.
absl::StatusOr<TurnRequest> ValidateTurn(const v1::SendMessageRequest& request,
                                         const RequestLimits& limits,
                                         std::string_view path = "");

// InvalidArgument: `text` is not a session id.
absl::StatusOr<SessionId> ValidateSessionId(const std::string& text);

// Checks the form of `request`.
//
// InvalidArgument: as ValidateTurn().
absl::StatusOr<FeedbackRequest> ValidateFeedback(
    const v1::SubmitFeedbackRequest& request);

// InvalidArgument: `name` could not be the name of an assistant.
absl::Status ValidateAssistantName(const std::string& name);

// A page of a list: how many items, after which.
struct Page {
  uint64_t size = 0;
  uint64_t after = 0;
};

// Reads `page_size` (0: `usual`; at most `largest`) and the token that
// PageToken() made.
//
// InvalidArgument: either is malformed.
absl::StatusOr<Page> ValidatePage(int32_t page_size, const std::string& token,
                                  int32_t usual, int32_t largest);
std::string PageToken(uint64_t after);

}  // namespace quiver

#endif  // QUIVER_SERVICE_REQUEST_VALIDATION_H_
