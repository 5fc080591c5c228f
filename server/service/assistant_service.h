#ifndef QUIVER_SERVICE_ASSISTANT_SERVICE_H_
#define QUIVER_SERVICE_ASSISTANT_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <memory>

#include "absl/time/time.h"
#include "conversation/conversation.h"
#include "service/request_validation.h"
#include "service/unary_call.h"

namespace quiver {

// Its name on the wire.
inline constexpr char kAssistantServiceName[] = "quiver.v1.AssistantService";

// What the assistant service is made of.  All of it must outlive the service.
struct AssistantServiceParts {
  Conversation& conversation;
  const AssistantDirectory& assistants;
  CallObservers observers;
  RequestLimits limits;
  absl::Duration idle_time_to_live;  // Of sessions, to tell when they expire.
};

// quiver.v1.AssistantService on gRPC's callback API: no thread waits for a
// store.  Thread-safe.
std::unique_ptr<grpc::Service> MakeAssistantService(
    const AssistantServiceParts& parts);

}  // namespace quiver

#endif  // QUIVER_SERVICE_ASSISTANT_SERVICE_H_
