#ifndef QUIVER_SERVICE_AUTHORING_SERVICE_H_
#define QUIVER_SERVICE_AUTHORING_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>

#include "base/diagnostics.h"
#include "conversation/conversation.h"
#include "service/request_validation.h"
#include "service/unary_call.h"

namespace quiver {

// Its name on the wire.
inline constexpr char kAuthoringServiceName[] = "quiver.v1.AuthoringService";

// Reads the assistant of that name anew; see LoadAssistant().  May take long.
using ReloadAssistant =
    std::function<absl::StatusOr<std::shared_ptr<const Assistant>>(
        const std::string& name, Diagnostics& diagnostics)>;

// What the authoring service is made of.  All of it must outlive the service.
struct AuthoringServiceParts {
  Conversation& conversation;
  AssistantDirectory& assistants;
  ReloadAssistant reload;
  CallObservers observers;
  RequestLimits limits;
};

// quiver.v1.AuthoringService.  Thread-safe.
std::unique_ptr<grpc::Service> MakeAuthoringService(
    const AuthoringServiceParts& parts);

}  // namespace quiver

#endif  // QUIVER_SERVICE_AUTHORING_SERVICE_H_
