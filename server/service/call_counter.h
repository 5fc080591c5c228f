#ifndef QUIVER_SERVICE_CALL_COUNTER_H_
#define QUIVER_SERVICE_CALL_COUNTER_H_

#include <grpcpp/support/server_interceptor.h>

#include <memory>

#include "base/metrics.h"

namespace quiver {

// Metadata by which the gateway says how a call reached it: one of
// kWebProtocols.  Anything else that a caller puts there is ignored.
inline constexpr char kProtocolKey[] = "quiver-protocol";

// Counts the calls of every service of a server.  `metrics` must outlive it.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
MakeCallCounter(Metrics& metrics);

}  // namespace quiver

#endif  // QUIVER_SERVICE_CALL_COUNTER_H_
