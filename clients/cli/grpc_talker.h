#ifndef QUIVER_CLI_GRPC_TALKER_H_
#define QUIVER_CLI_GRPC_TALKER_H_

#include <grpcpp/channel.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "cli/talker.h"
#include "quiver/v1/authoring.pb.h"

namespace quiver {

// Where a server is.
struct ServerAddress {
  std::string target = "localhost:50051";
  std::string authoring_target = "localhost:50052";
  bool tls = false;
  std::string root_certificates;  // File, PEM; empty: the system's.
  absl::Duration timeout = absl::Seconds(10);  // Of each call.
};

// A server, with what only a server does.
class ServerTalker : public Talker {
 public:
  // Unavailable: the server is there and does not serve, or is not there.
  virtual absl::Status CheckHealth() = 0;
  // Reads the content again; empty: of all assistants.
  virtual absl::StatusOr<v1::ReloadContentResponse> ReloadContent(
      const std::string& assistant) = 0;
};

// Connects to a server when the first call is made.
//
// InvalidArgument: the certificates cannot be read.
absl::StatusOr<std::unique_ptr<ServerTalker>> ConnectTo(
    const ServerAddress& address);

// Talks over channels that exist already.
std::unique_ptr<ServerTalker> TalkOver(
    const std::shared_ptr<grpc::Channel>& visitors,
    const std::shared_ptr<grpc::Channel>& authors,
    const ServerAddress& address);

}  // namespace quiver

#endif  // QUIVER_CLI_GRPC_TALKER_H_
