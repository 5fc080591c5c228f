#ifndef QUIVER_SERVICE_KNOWLEDGE_SERVICE_H_
#define QUIVER_SERVICE_KNOWLEDGE_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <memory>

#include "conversation/assistant.h"
#include "service/request_validation.h"
#include "service/unary_call.h"

namespace quiver {

// Its name on the wire.
inline constexpr char kKnowledgeServiceName[] = "quiver.v1.KnowledgeService";

// quiver.v1.KnowledgeService over the documents of `assistants`, which, like
// what `observers` names, must outlive it.  Thread-safe.
std::unique_ptr<grpc::Service> MakeKnowledgeService(
    const AssistantDirectory& assistants, const RequestLimits& limits,
    const CallObservers& observers);

}  // namespace quiver

#endif  // QUIVER_SERVICE_KNOWLEDGE_SERVICE_H_
