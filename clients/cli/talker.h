#ifndef QUIVER_CLI_TALKER_H_
#define QUIVER_CLI_TALKER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// Someone who holds conversations: a server, or assistants in this process.
//
// Calls wait for their reply.  Errors are those of AssistantService, as
// canonical codes, with what the server says about single fields in the
// message; Cancelled when the user interrupted the call.  Not thread-safe.
class Talker {
 public:
  virtual ~Talker() = default;

  // Takes one turn.
  virtual absl::StatusOr<v1::SendMessageResponse> Say(
      const v1::SendMessageRequest& request) = 0;
  // What Say() would give, with its trace; nothing is stored.
  virtual absl::StatusOr<v1::SendMessageResponse> Explain(
      const v1::SendMessageRequest& request) = 0;
  virtual absl::StatusOr<v1::DescribeAssistantResponse> Describe(
      const std::string& assistant) = 0;
  virtual absl::StatusOr<v1::Session> GetSession(
      const std::string& session_id) = 0;
  virtual absl::StatusOr<v1::ListTurnsResponse> ListTurns(
      const v1::ListTurnsRequest& request) = 0;
  virtual absl::StatusOr<v1::DeletionReceipt> DeleteSession(
      const std::string& session_id) = 0;

  // Lets time pass.  Unimplemented: it passes by itself there.
  virtual absl::Status PassTime(absl::Duration duration) = 0;
};

}  // namespace quiver

#endif  // QUIVER_CLI_TALKER_H_
