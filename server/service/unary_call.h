#ifndef QUIVER_SERVICE_UNARY_CALL_H_
#define QUIVER_SERVICE_UNARY_CALL_H_

#include <grpcpp/grpcpp.h>

#include <string_view>
#include <utility>

#include "absl/functional/any_invocable.h"
#include "absl/status/statusor.h"
#include "base/clock.h"
#include "base/event_log.h"
#include "service/error_details.h"
#include "service/message_bytes.h"

namespace quiver {

// What every call reports to.
struct CallObservers {
  const Clock& clock;
  EventLog& log;
};

// Writes one finished call to the log: its method, code and time.  Never what
// was said.
void LogCall(const CallObservers& observers, std::string_view method,
             absl::Time started, const absl::Status& status);

// How a call is answered; must be called exactly once, on any thread.
template <typename Response>
using Respond = absl::AnyInvocable<void(absl::StatusOr<Response>)>;

// Answers one unary call given as bytes: parses the request, lets `handle`
// answer it, and finishes the call with the response or a detailed status.
template <typename Request, typename Response, typename Handle>
grpc::ServerUnaryReactor* AnswerUnary(grpc::CallbackServerContext* context,
                                      const grpc::ByteBuffer* request_bytes,
                                      grpc::ByteBuffer* response_bytes,
                                      const CallObservers& observers,
                                      std::string_view method,
                                      Handle&& handle) {
  grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
  Respond<Response> respond = [=, &observers, started = observers.clock.Now()](
                                  absl::StatusOr<Response> response) {
    LogCall(observers, method, started, response.status());
    if (response.ok()) *response_bytes = SerializeMessage(*response);
    reactor->Finish(ToGrpcStatus(response.status()));
  };
  Request request;
  const absl::Status parsed = ParseMessage(*request_bytes, request);
  if (!parsed.ok()) {
    respond(parsed);
  } else if (context->IsCancelled()) {
    respond(absl::CancelledError("the caller did not wait"));
  } else {
    handle(request, std::move(respond));
  }
  return reactor;
}

}  // namespace quiver

#endif  // QUIVER_SERVICE_UNARY_CALL_H_
