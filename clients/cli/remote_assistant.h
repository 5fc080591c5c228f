#ifndef QUIVER_CLI_REMOTE_ASSISTANT_H_
#define QUIVER_CLI_REMOTE_ASSISTANT_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "cli/talker.h"
#include "quiver/v1/assistant.pb.h"
#include "quiver/v1/authoring.pb.h"

namespace quiver {

// How to reach a server.
struct ServerAddress {
  std::string target = "localhost:50051";
  bool tls = false;
  std::string root_certificates;  // File, PEM; empty: the system's.
  absl::Duration timeout = absl::Seconds(10);  // Of each call.
};

// A server over gRPC.  Errors are those of the calls, as canonical codes; the
// violated fields of a request are part of the message.
class RemoteAssistant : public Talker {
 public:
  virtual absl::StatusOr<v1::DescribeAssistantResponse> Describe(
      const std::string& assistant) = 0;
  virtual absl::StatusOr<v1::GetSessionResponse> GetSession(
      const std::string& session_id) = 0;
  virtual absl::StatusOr<v1::ListTurnsResponse> ListTurns(
      const v1::ListTurnsRequest& request) = 0;
  virtual absl::StatusOr<v1::DeleteSessionResponse> DeleteSession(
      const std::string& session_id) = 0;
  virtual absl::StatusOr<v1::ExplainResponse> Explain(
      const v1::ExplainRequest& request) = 0;
  virtual absl::StatusOr<v1::ReloadContentResponse> ReloadContent(
      const std::string& assistant) = 0;
  // OK when the server reports that it serves.
  virtual absl::Status CheckHealth() = 0;
};

// InvalidArgument: the certificates cannot be read.
absl::StatusOr<std::unique_ptr<RemoteAssistant>> ConnectTo(
    const ServerAddress& address);

}  // namespace quiver

#endif  // QUIVER_CLI_REMOTE_ASSISTANT_H_
