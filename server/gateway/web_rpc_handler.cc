#include "gateway/web_rpc_handler.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "gateway/web_call.h"

namespace quiver {
namespace {

HttpResponse WrongMethod(std::string_view method) {
  HttpResponse response =
      TextResponse(405, fmt::format("Calls are sent by POST, not {}.", method));
  response.head.headers.emplace_back("allow", "POST, OPTIONS");
  return response;
}

HttpResponse WrongType() {
  HttpResponse response = TextResponse(
      415, fmt::format("Calls have one of the types {}.", kPostableTypes));
  response.head.headers.emplace_back("accept-post", kPostableTypes);
  return response;
}

}  // namespace

HttpHandler MakeWebRpcHandler(const WebRpcOptions& options, RpcChannel& channel,
                              const OriginPolicy& origins) {
  const auto context = std::make_shared<WebCallContext>(WebCallContext{
      options, channel, origins,
      std::make_shared<CallLimit>(options.max_streams_per_address)});
  return [context](HttpRequest request,
                   std::shared_ptr<HttpResponder> responder) {
    if (request.method == "OPTIONS") {
      return responder->Send(context->origins.AnswerPreflight(request));
    }
    if (request.method != "POST") {
      return responder->Send(WrongMethod(request.method));
    }
    const std::string_view type = FindHeader(request.headers, "content-type");
    if (const std::optional<WebEncoding> encoding = ParseWebContentType(type)) {
      return AnswerGrpcWeb(context, *encoding, std::move(request),
                           std::move(responder));
    }
    if (IsJsonContentType(type)) {
      return AnswerConnect(context, std::move(request), std::move(responder));
    }
    responder->Send(WrongType());
  };
}

}  // namespace quiver
