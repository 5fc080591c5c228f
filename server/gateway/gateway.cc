#include "gateway/gateway.h"

#include <atomic>
#include <utility>

#include "base/status_macros.h"
#include "gateway/origin_policy.h"
#include "gateway/web_site.h"

namespace quiver {
namespace {

class BrowserGateway final : public Gateway {
 public:
  BrowserGateway(std::unique_ptr<RpcChannel> channel, GatewayProbes probes)
      : channel_(std::move(channel)), probes_(std::move(probes)) {}

  absl::Status Start(const GatewayOptions& options) {
    QUIVER_ASSIGN_OR_RETURN(origins_,
                            OriginPolicy::Make(options.allowed_origins));
    QUIVER_ASSIGN_OR_RETURN(site_, ReadWebSite(options.site));
    calls_ = MakeWebRpcHandler(options.rpc, *channel_, origins_);
    QUIVER_ASSIGN_OR_RETURN(
        server_,
        StartHttpServer(options.http,
                        [this](HttpRequest request,
                               std::shared_ptr<HttpResponder> responder) {
                          Route(std::move(request), std::move(responder));
                        }));
    return absl::OkStatus();
  }

  int port() const override { return server_->port(); }

  void Shutdown(absl::Duration patience) override {
    draining_ = true;
    server_->Shutdown(patience);
  }

 private:
  void Route(HttpRequest request, std::shared_ptr<HttpResponder> responder) {
    if (request.method == "GET" || request.method == "HEAD") {
      return responder->Send(Look(request));
    }
    calls_(std::move(request), std::move(responder));
  }

  HttpResponse Look(const HttpRequest& request) const {
    if (request.path == "/healthz") return TextResponse(200, "ok");
    if (request.path == "/readyz") {
      return !draining_ && probes_.ready()
                 ? TextResponse(200, "ready")
                 : TextResponse(503, "not ready for visitors");
    }
    if (request.path == "/metrics") {
      HttpResponse response = TextResponse(200, "");
      response.head.headers.front().second =
          "text/plain; version=0.0.4; charset=utf-8";
      response.body = probes_.metrics();
      return response;
    }
    return site_->Answer(request);
  }

  const std::unique_ptr<RpcChannel> channel_;
  const GatewayProbes probes_;
  OriginPolicy origins_;
  std::unique_ptr<WebSite> site_;
  HttpHandler calls_;
  std::atomic<bool> draining_{false};
  std::unique_ptr<HttpServer> server_;  // Last: the first to go.
};

}  // namespace

absl::StatusOr<std::unique_ptr<Gateway>> StartGateway(
    const GatewayOptions& options, std::unique_ptr<RpcChannel> channel,
    GatewayProbes probes) {
  auto gateway =
      std::make_unique<BrowserGateway>(std::move(channel), std::move(probes));
  QUIVER_RETURN_IF_ERROR(gateway->Start(options));
  return gateway;
}

}  // namespace quiver
