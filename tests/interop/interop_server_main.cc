// A server for clients of other makers: the interop service behind the
// gateway.
//
//   interop_server [ORIGIN...]
//
// ORIGINs may call.  Prints the port for browsers, and ends when its input
// does.

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/json_event_log.h"
#include "base/status_macros.h"
#include "gateway/gateway.h"
#include "gateway/grpc_rpc_channel.h"
#include "interop/interop_service.h"
#include "service/grpc_server.h"

namespace quiver {
namespace {

class NoMetrics final : public Metrics {
 public:
  void CallStarted(const CallKind&) override {}
  void CallEnded(const CallKind&, std::string_view, absl::Duration) override {}
  void TurnTaken(std::string_view) override {}
  void FeedbackGiven(std::string_view) override {}
  void WebConnections(int) override {}
  std::string Format() const override { return ""; }
};

absl::Status Serve(std::vector<std::string> origins) {
  const SystemClock clock;
  NoMetrics metrics;
  const auto log = MakeJsonEventLog(stderr, clock);
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(MakeInteropService());
  GrpcServerOptions grpc;
  grpc.address = "127.0.0.1:0";
  QUIVER_ASSIGN_OR_RETURN(const auto server,
                          StartGrpcServer(grpc, std::move(services)));
  GatewayOptions options;
  options.http.address = "127.0.0.1:0";
  options.allowed_origins = std::move(origins);
  QUIVER_ASSIGN_OR_RETURN(
      const auto gateway,
      StartGateway(options, {MakeGrpcRpcChannel(server->InProcessChannel()),
                             clock, *log, metrics}));
  fmt::print("{} {}\n", gateway->port(), server->port());
  std::fflush(stdout);
  while (std::getchar() != EOF) {
  }
  gateway->Shutdown(absl::ZeroDuration());
  return absl::OkStatus();
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) {
  const absl::Status served = quiver::Serve({argv + 1, argv + argc});
  if (!served.ok()) fmt::print(stderr, "{}\n", std::string(served.message()));
  return served.ok() ? 0 : 1;
}
