#ifndef QUIVER_GATEWAY_GATEWAY_H_
#define QUIVER_GATEWAY_GATEWAY_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/clock.h"
#include "base/event_log.h"
#include "base/metrics.h"
#include "gateway/http_server.h"
#include "gateway/rpc_channel.h"
#include "gateway/web_rpc_handler.h"

namespace quiver {

struct GatewayOptions {
  HttpServerOptions http;
  WebRpcOptions rpc;
  std::vector<std::string> allowed_origins;  // See OriginPolicy::Make().
  std::string site;                          // Folder of files; empty: none.
};

// What the gateway works with.  All but the channel must outlive it.
struct GatewayParts {
  std::shared_ptr<RpcChannel> channel;  // Where calls go.
  const Clock& clock;
  EventLog& log;
  Metrics& metrics;
};

// What browsers talk to: gRPC-Web and JSON calls, files, and for machines
// /healthz (the process lives), /readyz (visitors may be sent here) and
// /metrics.
//
// Paths of methods have two parts and are posted; everything else is a file.
class Gateway {
 public:
  virtual ~Gateway() = default;

  // The port it got.
  virtual int port() const = 0;
  // /readyz says no from now on; calls are still answered.
  virtual void AnnounceShutdown() = 0;
  // Refuses calls from now on; once it returns, the channel gets none any more.
  virtual void StopTakingCalls() = 0;
  // As HttpServer::Shutdown(), after the two above.
  virtual void Shutdown(absl::Duration patience) = 0;
};

// Starts to listen.
//
// InvalidArgument: an allowed origin, the address or the certificate.
// NotFound: no folder of files.  Unavailable: cannot listen.
absl::StatusOr<std::unique_ptr<Gateway>> StartGateway(
    const GatewayOptions& options, const GatewayParts& parts);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_GATEWAY_H_
