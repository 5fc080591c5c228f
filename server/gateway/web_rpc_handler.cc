#include "gateway/web_rpc_handler.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "gateway/client_address.h"
#include "gateway/web_call.h"

namespace quiver {
namespace {

HttpResponse WrongTypeResponse() {
  HttpResponse response = TextResponse(
      415, fmt::format("Calls have one of the types {}.", kPostableTypes));
  response.head.headers.emplace_back("accept-post", kPostableTypes);
  return response;
}

HttpResponse WrongCodingResponse() {
  HttpResponse response =
      TextResponse(415, "Bodies are not compressed: send no Content-Encoding.");
  response.head.headers.emplace_back("accept-encoding", "identity");
  return response;
}

bool IsCompressed(const HttpRequest& request) {
  const std::string_view coding =
      FindHeader(request.headers, "content-encoding");
  return !coding.empty() && coding != "identity";
}

}  // namespace

HttpResponse WrongMethodResponse(std::string_view method) {
  HttpResponse response =
      TextResponse(405, fmt::format("Calls are sent by POST, not {}.", method));
  response.head.headers.emplace_back("allow", "POST, OPTIONS");
  return response;
}

WebRpcHandler::WebRpcHandler(const WebRpcOptions& options,
                             std::shared_ptr<RpcChannel> channel,
                             OriginPolicy origins, EventLog& log)
    : context_(std::make_shared<WebCallContext>(options, std::move(channel),
                                                std::move(origins))),
      log_(log) {}

void WebRpcHandler::StopTakingCalls() {
  const absl::MutexLock lock(&context_->admission);
  context_->stopping = true;
}

void WebRpcHandler::Answer(HttpRequest request,
                           std::shared_ptr<HttpResponder> responder) const {
  if (request.method == "OPTIONS") return AnswerOptions(request, *responder);
  if (request.method != "POST") {
    return responder->Send(WrongMethodResponse(request.method));
  }
  if (IsCompressed(request)) return responder->Send(WrongCodingResponse());
  const absl::ReaderMutexLock lock(&context_->admission);
  request.remote_address = ClientAddress(request, context_->options.proxies);
  const std::string_view type = FindHeader(request.headers, "content-type");
  if (const std::optional<WebEncoding> encoding = ParseWebContentType(type)) {
    AnswerGrpcWeb(context_, *encoding, request, std::move(responder));
  } else if (IsJsonContentType(type)) {
    AnswerConnect(context_, request, std::move(responder));
  } else {
    responder->Send(WrongTypeResponse());
  }
}

void WebRpcHandler::AnswerOptions(const HttpRequest& request,
                                  HttpResponder& responder) const {
  HttpResponse response = context_->origins.AnswerPreflight(request);
  if (response.head.status == 403) {
    log_.Write(LogLevel::kWarning, "origin refused",
               {{"origin", std::string(FindHeader(request.headers, "origin"))},
                {"setting", std::string("--allowed-origin")}});
  }
  responder.Send(std::move(response));
}

}  // namespace quiver
