#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "base/status_macros.h"
#include "gateway/method_table.h"
#include "gateway/request_metadata.h"
#include "gateway/web_call.h"
#include "gateway/web_frames.h"
#include "service/call_counter.h"

namespace quiver {
namespace {

// The one message of a body.
absl::StatusOr<std::string> ReadMessage(std::string_view body,
                                        WebEncoding encoding,
                                        size_t max_bytes) {
  std::string decoded;
  if (encoding == WebEncoding::kText) {
    Base64Reader base64;
    QUIVER_RETURN_IF_ERROR(base64.Feed(body, decoded));
    if (!base64.AtGroupEnd()) {
      return absl::InvalidArgumentError("the base64 of the body is cut off");
    }
    body = decoded;
  }
  WebFrameReader reader(max_bytes);
  std::vector<WebFrame> frames;
  QUIVER_RETURN_IF_ERROR(reader.Feed(body, frames));
  if (!reader.AtFrameEnd()) {
    return absl::InvalidArgumentError("the last frame of the body is cut off");
  }
  if (frames.size() != 1 || frames.front().flags != 0) {
    return absl::InvalidArgumentError(
        "the body must be one frame with one message that is not compressed");
  }
  return std::move(frames.front().payload);
}

// One call under way: passes messages on at the pace of the browser.
class GrpcWebCall : public std::enable_shared_from_this<GrpcWebCall> {
 public:
  GrpcWebCall(SharedWebCallContext context, const HttpRequest& request,
              WebEncoding encoding, std::shared_ptr<HttpResponder> responder)
      : context_(std::move(context)),
        origin_(FindHeader(request.headers, "origin")),
        encoding_(
            ResponseEncoding(FindHeader(request.headers, "accept"), encoding)),
        responder_(std::move(responder)) {}

  // Answers with an HTTP error: no call was started.
  void Refuse(int http_status, const absl::Status& status) {
    HttpResponse response =
        TextResponse(http_status, std::string(status.message()));
    if (http_status == 503) {
      response.head.headers.emplace_back("retry-after", "1");
    }
    for (auto& field : TrailerFields(status, {})) {
      response.head.headers.push_back(std::move(field));
    }
    context_->origins.AddTo(origin_, response.head);
    responder_->Send(std::move(response));
  }

  // Ends without a message: the status is in the head.
  void EndAtOnce(const RpcResult& result) {
    HttpResponse response;
    response.head = Head();
    for (auto& field : TrailerFields(result.status, Custom(result.trailers))) {
      response.head.headers.push_back(std::move(field));
    }
    context_->origins.AddTo(origin_, response.head);
    responder_->Send(std::move(response));
  }

  void Start(RpcRequest request, CallLimit::Ticket ticket) {
    streams_ = request.streams;
    ticket_ = std::move(ticket);
    const auto self = shared_from_this();
    call_.Set(context_->channel->Prepare(
        std::move(request),
        {[self](WebMetadata headers) { self->headers_ = std::move(headers); },
         [self](std::string message) { self->OnMessage(std::move(message)); },
         [self](RpcResult result) { self->OnEnd(result); }}));
    responder_->OnDisconnect([weak = weak_from_this()] {
      if (const auto call = weak.lock()) call->call_.Cancel();
    });
    call_.Get()->Start();
  }

 private:
  void OnMessage(std::string message) {
    std::string piece = Encode(MessageFrame(message));
    const std::shared_ptr<RpcCall> call = call_.Get();
    if (!streams_) {
      body_ = std::move(piece);
      return call->ReadNext();
    }
    if (!begun_) Begin();
    responder_->Write(std::move(piece), [call] { call->ReadNext(); });
  }

  void OnEnd(const RpcResult& result) {
    const std::string trailers =
        Encode(TrailersFrame(result.status, Custom(result.trailers)));
    if (begun_) {
      responder_->Write(trailers, [] {});
      responder_->End();
    } else if (body_.empty() && !result.status.ok()) {
      EndAtOnce(result);
    } else {
      HttpResponse response{Head(), body_ + trailers};
      context_->origins.AddTo(origin_, response.head);
      responder_->Send(std::move(response));
    }
    call_.Set(nullptr);
    ticket_.reset();
  }

  void Begin() {
    begun_ = true;
    HttpHead head = Head();
    context_->origins.AddTo(origin_, head);
    responder_->Begin(std::move(head));
  }

  HttpHead Head() const {
    HttpHead head;
    head.headers = {{"content-type", std::string(WebContentTypeOf(encoding_))},
                    {"cache-control", "no-store"},
                    {"x-accel-buffering", "no"},
                    {"x-content-type-options", "nosniff"}};
    for (const auto& [name, value] : Custom(headers_)) {
      head.headers.emplace_back(
          name, name.ends_with("-bin") ? absl::Base64Escape(value) : value);
    }
    return head;
  }

  // Without what belongs to the transport; the details of an error stay.
  static WebMetadata Custom(const WebMetadata& metadata) {
    WebMetadata custom;
    for (const auto& field : metadata) {
      const std::string& name = field.first;
      if (name == "grpc-status-details-bin" ||
          (!name.starts_with("grpc-") && name != "content-type" &&
           name != "user-agent")) {
        custom.push_back(field);
      }
    }
    return custom;
  }

  std::string Encode(std::string frame) const {
    return encoding_ == WebEncoding::kText ? absl::Base64Escape(frame)
                                           : std::move(frame);
  }

  const SharedWebCallContext context_;
  const std::string origin_;
  const WebEncoding encoding_;
  const std::shared_ptr<HttpResponder> responder_;
  CallHolder call_;
  CallLimit::Ticket ticket_;
  bool streams_ = false;
  bool begun_ = false;
  WebMetadata headers_;
  std::string body_;
};

absl::StatusOr<RpcRequest> MakeRpcRequest(const WebCallContext& context,
                                          const HttpRequest& request,
                                          WebEncoding encoding) {
  RpcRequest call;
  call.method = request.path;
  QUIVER_ASSIGN_OR_RETURN(
      call.message,
      ReadMessage(request.body, encoding, context.options.max_message_bytes));
  QUIVER_ASSIGN_OR_RETURN(call.metadata, MetadataOf(request.headers));
  call.metadata.emplace_back(kProtocolKey, encoding == WebEncoding::kText
                                               ? "grpc-web-text"
                                               : "grpc-web");
  QUIVER_ASSIGN_OR_RETURN(
      const absl::Duration timeout,
      ParseTimeout(FindHeader(request.headers, "grpc-timeout")));
  call.timeout = std::min(timeout, context.options.max_time);
  return call;
}

}  // namespace

void AnswerGrpcWeb(const SharedWebCallContext& context, WebEncoding encoding,
                   const HttpRequest& request,
                   std::shared_ptr<HttpResponder> responder) {
  const auto call = std::make_shared<GrpcWebCall>(context, request, encoding,
                                                  std::move(responder));
  const auto method = FindWebMethod(request.path);
  if (!method.ok()) return call->EndAtOnce({method.status(), {}});
  auto rpc = MakeRpcRequest(*context, request, encoding);
  if (!rpc.ok()) {
    const bool large = absl::IsResourceExhausted(rpc.status());
    return call->Refuse(large ? 413 : 400, rpc.status());
  }
  auto ticket = AdmitCall(*context, request, *rpc);
  if (absl::IsUnavailable(ticket.status())) {
    return call->Refuse(503, ticket.status());
  }
  if (!ticket.ok()) return call->EndAtOnce({ticket.status(), {}});
  rpc->streams = (*method)->server_streaming();
  call->Start(*std::move(rpc), *std::move(ticket));
}

}  // namespace quiver
