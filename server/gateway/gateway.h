#ifndef QUIVER_GATEWAY_GATEWAY_H_
#define QUIVER_GATEWAY_GATEWAY_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
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

// What the gateway asks of the rest of the server.  Called on any thread.
struct GatewayProbes {
  std::function<bool()> ready;           // Whether visitors may come.
  std::function<std::string()> metrics;  // In the text format of Prometheus.
};

// What browsers talk to: gRPC-Web and JSON calls, files, and for machines
// /healthz (the process lives), /readyz (it may get visitors) and /metrics.
//
// Paths of methods have two parts and are posted; everything else is a file.
class Gateway {
 public:
  virtual ~Gateway() = default;

  // The port it got.
  virtual int port() const = 0;
  // As HttpServer::Shutdown(); /readyz says no from the start of it.
  virtual void Shutdown(absl::Duration patience) = 0;
};

// Starts to listen.
//
// InvalidArgument: an allowed origin, the address or the certificate.
// NotFound: no folder of files.  Unavailable: cannot listen.
absl::StatusOr<std::unique_ptr<Gateway>> StartGateway(
    const GatewayOptions& options, std::unique_ptr<RpcChannel> channel,
    GatewayProbes probes);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_GATEWAY_H_
