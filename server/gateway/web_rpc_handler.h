#ifndef QUIVER_GATEWAY_WEB_RPC_HANDLER_H_
#define QUIVER_GATEWAY_WEB_RPC_HANDLER_H_

#include "absl/time/time.h"
#include "gateway/http_message.h"
#include "gateway/origin_policy.h"
#include "gateway/rpc_channel.h"

namespace quiver {

struct WebRpcOptions {
  size_t max_message_bytes = 1 << 20;
  absl::Duration max_time = absl::Minutes(2);  // Of one call.
  size_t max_streams_per_address = 256;        // Calls under way.
};

// Answers gRPC-Web calls (Content-Type application/grpc-web...), and calls of
// methods without streams in JSON (Connect protocol): what "curl -d" sends.
//
// The call goes to `channel` with the metadata and deadline of the request; it
// is cancelled when the client goes away.  `channel` and `origins` must outlive
// the handler.
HttpHandler MakeWebRpcHandler(const WebRpcOptions& options, RpcChannel& channel,
                              const OriginPolicy& origins);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_RPC_HANDLER_H_
