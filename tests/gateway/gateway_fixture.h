#ifndef QUIVER_TESTS_GATEWAY_GATEWAY_FIXTURE_H_
#define QUIVER_TESTS_GATEWAY_GATEWAY_FIXTURE_H_

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "gateway/gateway.h"
#include "gateway/grpc_rpc_channel.h"
#include "interop/interop_service.h"
#include "service/grpc_server.h"
#include "support/recording_event_log.h"
#include "support/status_matchers.h"

namespace quiver {

// Counts calls that are under way, and nothing else.
class OpenCallMetrics final : public Metrics {
 public:
  void CallStarted(const CallKind& kind) override {
    const absl::MutexLock lock(&mutex_);
    ++open_;
    seen_.push_back(fmt::format("{}/{} {} {}", kind.service, kind.method,
                                kind.type, kind.protocol));
  }
  void CallEnded(const CallKind& kind, std::string_view code,
                 absl::Duration) override {
    const absl::MutexLock lock(&mutex_);
    --open_;
    seen_.push_back(fmt::format("{} {}", kind.method, code));
  }
  void TurnTaken(std::string_view) override {}
  void FeedbackGiven(std::string_view) override {}
  void WebConnections(int change) override {
    const absl::MutexLock lock(&mutex_);
    connections_ += change;
  }
  std::string Format() const override { return "metrics\n"; }

  int open() const {
    const absl::MutexLock lock(&mutex_);
    return open_;
  }
  int connections() const {
    const absl::MutexLock lock(&mutex_);
    return connections_;
  }
  // What was begun and ended, in order.
  std::vector<std::string> seen() const {
    const absl::MutexLock lock(&mutex_);
    return seen_;
  }

 private:
  mutable absl::Mutex mutex_;
  int open_ ABSL_GUARDED_BY(mutex_) = 0;
  int connections_ ABSL_GUARDED_BY(mutex_) = 0;
  std::vector<std::string> seen_ ABSL_GUARDED_BY(mutex_);
};

// The whole gateway in front of a gRPC server with the interop service.
class GatewayTest : public testing::Test {
 protected:
  GatewayTest() {
    options_.http.address = "127.0.0.1:0";
    options_.http.unlimited_addresses = {"127.0.0.1"};
    options_.allowed_origins = {"https://example.org"};
  }

  void Start() {
    std::vector<std::unique_ptr<grpc::Service>> services;
    services.push_back(MakeInteropService());
    GrpcServerOptions grpc;
    grpc.address = "127.0.0.1:0";
    grpc.metrics = &metrics_;
    auto server = StartGrpcServer(grpc, std::move(services));
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
    auto gateway =
        StartGateway(options_, {MakeGrpcRpcChannel(server_->InProcessChannel()),
                                clock_, log_, metrics_});
    ASSERT_THAT(gateway, IsOk());
    gateway_ = *std::move(gateway);
  }

  int port() const { return gateway_->port(); }

  GatewayOptions options_;
  SystemClock clock_;
  RecordingEventLog log_;
  OpenCallMetrics metrics_;
  std::unique_ptr<GrpcServer> server_;
  std::unique_ptr<Gateway> gateway_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_GATEWAY_FIXTURE_H_
