#ifndef QUIVER_TESTS_GATEWAY_WEB_CALL_FIXTURE_H_
#define QUIVER_TESTS_GATEWAY_WEB_CALL_FIXTURE_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "gateway/scripted_channel.h"
#include "gateway/web_rpc_handler.h"
#include "grpc/health/v1/health.pb.h"
#include "quiver/v1/assistant.pb.h"
#include "support/recording_event_log.h"

namespace quiver {

inline constexpr char kUnaryPath[] =
    "/quiver.v1.AssistantService/DescribeAssistant";
inline constexpr char kStreamPath[] = "/grpc.health.v1.Health/Watch";
inline constexpr char kOrigin[] = "https://example.org";

// Calls over HTTP, whose answers the test makes up.
class WebCallFixture : public testing::Test {
 protected:
  // Methods are known when their descriptors are linked in.
  WebCallFixture() {
    grpc::health::v1::HealthCheckRequest::descriptor();
    v1::SendMessageRequest::descriptor();
  }

  // A call and who waits for it hold each other until it ends.
  ~WebCallFixture() override {
    for (const auto& call : channel_->calls) call->events = {};
  }

  // Posts `body` to `path`; the answer goes to the responder returned.
  std::shared_ptr<RecordingResponder> Post(const std::string& path,
                                           const std::string& type,
                                           std::string body,
                                           HttpHeaders headers = {}) {
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.headers = std::move(headers);
    request.headers.emplace_back("content-type", type);
    request.body = std::move(body);
    request.remote_address = "192.0.2.7";
    return Send(std::move(request));
  }
  std::shared_ptr<RecordingResponder> Send(HttpRequest request) {
    auto responder = std::make_shared<RecordingResponder>();
    handler().Answer(std::move(request), responder);
    return responder;
  }

  WebRpcHandler& handler() {
    if (handler_ == nullptr) {
      handler_ = std::make_unique<WebRpcHandler>(
          options_, channel_, *OriginPolicy::Make({kOrigin}), log_);
    }
    return *handler_;
  }
  ScriptedCall& call() { return *channel_->calls.back(); }

  WebRpcOptions options_;
  RecordingEventLog log_;
  std::shared_ptr<ScriptedChannel> channel_ =
      std::make_shared<ScriptedChannel>();
  std::unique_ptr<WebRpcHandler> handler_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_WEB_CALL_FIXTURE_H_
