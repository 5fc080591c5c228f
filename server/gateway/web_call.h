#ifndef QUIVER_GATEWAY_WEB_CALL_H_
#define QUIVER_GATEWAY_WEB_CALL_H_

#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "gateway/call_limit.h"
#include "gateway/http_message.h"
#include "gateway/origin_policy.h"
#include "gateway/rpc_channel.h"
#include "gateway/web_content_type.h"
#include "gateway/web_rpc_handler.h"

namespace quiver {

// What every call over HTTP needs.
struct WebCallContext {
  WebCallContext(const WebRpcOptions& given_options,
                 std::shared_ptr<RpcChannel> given_channel,
                 OriginPolicy given_origins)
      : options(given_options),
        channel(std::move(given_channel)),
        origins(std::move(given_origins)),
        limit(
            std::make_shared<CallLimit>(given_options.max_calls_per_address)) {}

  const WebRpcOptions options;
  const std::shared_ptr<RpcChannel> channel;
  const OriginPolicy origins;
  const std::shared_ptr<CallLimit> limit;

  // Held by whoever makes a call, for as long as that takes: who has it alone
  // knows that none is being made.
  mutable absl::Mutex admission;
  bool stopping ABSL_GUARDED_BY(admission) = false;  // No call is taken.
};

using SharedWebCallContext = std::shared_ptr<const WebCallContext>;

// Answers one gRPC-Web call, whose body is written in `encoding`.
void AnswerGrpcWeb(const SharedWebCallContext& context, WebEncoding encoding,
                   const HttpRequest& request,
                   std::shared_ptr<HttpResponder> responder)
    ABSL_SHARED_LOCKS_REQUIRED(context->admission);

// Answers one unary call in JSON, by the Connect protocol.
void AnswerConnect(const SharedWebCallContext& context,
                   const HttpRequest& request,
                   std::shared_ptr<HttpResponder> responder)
    ABSL_SHARED_LOCKS_REQUIRED(context->admission);

// A ticket for a call, or why it is not made.
//
// DeadlineExceeded: its time is over.  Unavailable: the server stops.
// ResourceExhausted: the client has too many calls under way.
absl::StatusOr<CallLimit::Ticket> AdmitCall(const WebCallContext& context,
                                            const HttpRequest& request,
                                            const RpcRequest& call)
    ABSL_SHARED_LOCKS_REQUIRED(context.admission);

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
