#include "gateway/gateway.h"

#include <atomic>
#include <utility>

#include "base/status_macros.h"
#include "gateway/method_table.h"
#include "gateway/origin_policy.h"
#include "gateway/web_site.h"

namespace quiver {
namespace {

constexpr char kMetricsType[] = "text/plain; version=0.0.4; charset=utf-8";

class BrowserGateway final : public Gateway {
 public:
  explicit BrowserGateway(const GatewayParts& parts) : parts_(parts) {}

  absl::Status Start(const GatewayOptions& options) {
    QUIVER_ASSIGN_OR_RETURN(OriginPolicy origins,
                            OriginPolicy::Make(options.allowed_origins));
    QUIVER_ASSIGN_OR_RETURN(site_, ReadWebSite(options.site));
    calls_ = std::make_unique<WebRpcHandler>(options.rpc, parts_.channel,
                                             std::move(origins), parts_.log);
    HttpServerOptions http = options.http;
    http.on_connections = [&metrics = parts_.metrics](int change) {
      metrics.WebConnections(change);
    };
    QUIVER_ASSIGN_OR_RETURN(
        server_,
        StartHttpServer(http, parts_.clock,
                        [this](HttpRequest request,
                               std::shared_ptr<HttpResponder> responder) {
                          Route(std::move(request), std::move(responder));
                        }));
    return absl::OkStatus();
  }

  int port() const override { return server_->port(); }

  void AnnounceShutdown() override { ready_ = false; }

  void StopTakingCalls() override { calls_->StopTakingCalls(); }

  void Shutdown(absl::Duration patience) override {
    AnnounceShutdown();
    StopTakingCalls();
    server_->Shutdown(patience);
  }

 private:
  void Route(HttpRequest request, std::shared_ptr<HttpResponder> responder) {
    if (request.method == "GET" || request.method == "HEAD") {
      return responder->Send(Look(request));
    }
    calls_->Answer(std::move(request), std::move(responder));
  }

  HttpResponse Look(const HttpRequest& request) const {
    if (request.path == "/healthz") return TextResponse(200, "ok");
    if (request.path == "/readyz") {
      return ready_ ? TextResponse(200, "ready")
                    : TextResponse(503, "not ready for visitors");
    }
    if (request.path == "/metrics") return LookAtMetrics();
    HttpResponse response = site_->Answer(request);
    const bool is_method =
        response.head.status == 404 && FindWebMethod(request.path).ok();
    return is_method ? WrongMethodResponse(request.method) : response;
  }

  HttpResponse LookAtMetrics() const {
    HttpResponse response;
    response.head.headers = {{"content-type", kMetricsType},
                             {"cache-control", "no-store"},
                             {"x-content-type-options", "nosniff"}};
    response.body = parts_.metrics.Format();
    return response;
  }

  const GatewayParts parts_;
  std::unique_ptr<WebSite> site_;
  std::unique_ptr<WebRpcHandler> calls_;
  std::atomic<bool> ready_{true};
  std::unique_ptr<HttpServer> server_;  // Last: the first to go.
};

}  // namespace

absl::StatusOr<std::unique_ptr<Gateway>> StartGateway(
    const GatewayOptions& options, const GatewayParts& parts) {
  auto gateway = std::make_unique<BrowserGateway>(parts);
  QUIVER_RETURN_IF_ERROR(gateway->Start(options));
  return gateway;
}

}  // namespace quiver
