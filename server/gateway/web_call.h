#ifndef QUIVER_GATEWAY_WEB_CALL_H_
#define QUIVER_GATEWAY_WEB_CALL_H_

#include <memory>

#include "gateway/call_limit.h"
#include "gateway/http_message.h"
#include "gateway/origin_policy.h"
#include "gateway/rpc_channel.h"
#include "gateway/web_content_type.h"
#include "gateway/web_rpc_handler.h"

namespace quiver {

// What every call over HTTP needs.
struct WebCallContext {
  WebRpcOptions options;
  RpcChannel& channel;
  const OriginPolicy& origins;
  std::shared_ptr<CallLimit> limit;
};

using SharedWebCallContext = std::shared_ptr<const WebCallContext>;

// Answers one gRPC-Web call, whose body is written in `encoding`.
void AnswerGrpcWeb(SharedWebCallContext context, WebEncoding encoding,
                   HttpRequest request,
                   std::shared_ptr<HttpResponder> responder);

// Answers one unary call in JSON, by the Connect protocol.
void AnswerConnect(SharedWebCallContext context, HttpRequest request,
                   std::shared_ptr<HttpResponder> responder);

// Holds a call while it runs, so that it can be cancelled from any thread.
class CallHolder {
 public:
  void Set(std::shared_ptr<RpcCall> call) {
    const absl::MutexLock lock(&mutex_);
    call_ = std::move(call);
  }
  std::shared_ptr<RpcCall> Get() const {
    const absl::MutexLock lock(&mutex_);
    return call_;
  }
  void Cancel() const {
    const std::shared_ptr<RpcCall> call = Get();
    if (call != nullptr) call->Cancel();
  }

 private:
  mutable absl::Mutex mutex_;
  std::shared_ptr<RpcCall> call_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_WEB_CALL_H_
