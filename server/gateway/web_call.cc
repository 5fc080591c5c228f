#include "gateway/web_call.h"

#include <algorithm>

namespace quiver {

absl::StatusOr<CallLimit::Ticket> AdmitCall(const WebCallContext& context,
                                            const HttpRequest& request,
                                            const RpcRequest& call) {
  if (call.timeout <= absl::ZeroDuration()) {
    return absl::DeadlineExceededError("the deadline is in the past");
  }
  if (context.stopping) {
    return absl::UnavailableError("the server is stopping; try again soon");
  }
  const auto& proxies = context.options.proxies;
  if (std::find(proxies.begin(), proxies.end(), request.remote_address) !=
      proxies.end()) {
    return CallLimit::Ticket();  // Of many clients: it does not tell which.
  }
  CallLimit::Ticket ticket = context.limit->Enter(request.remote_address);
  if (ticket == nullptr) {
    return absl::ResourceExhaustedError(
        "too many calls at once; wait for one to end");
  }
  return ticket;
}

}  // namespace quiver
