#ifndef QUIVER_GATEWAY_WEB_RPC_HANDLER_H_
#define QUIVER_GATEWAY_WEB_RPC_HANDLER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "base/event_log.h"
#include "gateway/http_message.h"
#include "gateway/origin_policy.h"
#include "gateway/rpc_channel.h"

namespace quiver {

struct WebRpcOptions {
  size_t max_message_bytes = 1 << 20;
  absl::Duration max_time = absl::Minutes(2);  // Of one call.
  size_t max_calls_per_address = 256;          // Under way.
  // Whose x-forwarded-for is believed.
  std::vector<std::string> proxies = {"127.0.0.1", "::1"};
};

struct WebCallContext;

// Answers gRPC-Web calls (Content-Type application/grpc-web...), and calls of
// methods without streams in JSON (Connect protocol): what "curl -d" sends.
//
// A call goes to the channel with the metadata and deadline of the request; it
// is cancelled when the client goes away.  Calls under way outlive the handler.
// Thread safe.
class WebRpcHandler {
 public:
  // `log` gets what site owners must know, such as a refused origin; it must
  // outlive the handler.
  WebRpcHandler(const WebRpcOptions& options,
                std::shared_ptr<RpcChannel> channel, OriginPolicy origins,
                EventLog& log);

  void Answer(HttpRequest request,
              std::shared_ptr<HttpResponder> responder) const;

  // Refuses calls from now on: 503, UNAVAILABLE.  Once it returns, the channel
  // gets no call any more.
  void StopTakingCalls();

 private:
  void AnswerOptions(const HttpRequest& request,
                     HttpResponder& responder) const;

  const std::shared_ptr<WebCallContext> context_;
  EventLog& log_;
};

// 405, with what may be done instead.
HttpResponse WrongMethodResponse(std::string_view method);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_RPC_HANDLER_H_
