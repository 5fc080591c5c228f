#ifndef QUIVER_CLI_TALKER_H_
#define QUIVER_CLI_TALKER_H_

#include "absl/status/statusor.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// Someone who takes turns: a server, or an assistant in this process.
class Talker {
 public:
  virtual ~Talker() = default;

  // Takes one turn and waits for the reply.  Errors: as
  // AssistantService.SendMessage.
  virtual absl::StatusOr<v1::SendMessageResponse> Say(
      const v1::SendMessageRequest& request) = 0;
};

}  // namespace quiver

#endif  // QUIVER_CLI_TALKER_H_
