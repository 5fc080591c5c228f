#ifndef QUIVER_SERVICE_GRPC_LOG_H_
#define QUIVER_SERVICE_GRPC_LOG_H_

#include "base/event_log.h"

namespace quiver {

// Sends what gRPC itself reports to an event log, errors only, as long as it
// lives.  One at a time in a process: gRPC has one log.
class GrpcLogRoute {
 public:
  // `log` must outlive it.
  explicit GrpcLogRoute(EventLog& log);
  ~GrpcLogRoute();
  GrpcLogRoute(const GrpcLogRoute&) = delete;
  GrpcLogRoute& operator=(const GrpcLogRoute&) = delete;
};

}  // namespace quiver

#endif  // QUIVER_SERVICE_GRPC_LOG_H_
