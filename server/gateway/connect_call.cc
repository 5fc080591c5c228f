#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/type_resolver_util.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "base/status_macros.h"
#include "gateway/method_table.h"
#include "gateway/request_metadata.h"
#include "gateway/web_call.h"
#include "google/rpc/status.pb.h"
#include "service/call_counter.h"

namespace quiver {
namespace {

namespace pb = google::protobuf;

// Code names and HTTP status of the Connect protocol, by canonical code.
struct ConnectCode {
  std::string_view name;
  int http_status;
};
constexpr std::array<ConnectCode, 17> kCodes = {{{"ok", 200},
                                                 {"canceled", 499},
                                                 {"unknown", 500},
                                                 {"invalid_argument", 400},
                                                 {"deadline_exceeded", 504},
                                                 {"not_found", 404},
                                                 {"already_exists", 409},
                                                 {"permission_denied", 403},
                                                 {"resource_exhausted", 429},
                                                 {"failed_precondition", 400},
                                                 {"aborted", 409},
                                                 {"out_of_range", 400},
                                                 {"unimplemented", 501},
                                                 {"internal", 500},
                                                 {"unavailable", 503},
                                                 {"data_loss", 500},
                                                 {"unauthenticated", 401}}};

pb::util::TypeResolver& Resolver() {
  static pb::util::TypeResolver* const resolver =
      pb::util::NewTypeResolverForDescriptorPool(
          "type.googleapis.com", pb::DescriptorPool::generated_pool());
  return *resolver;
}

std::string TypeUrl(const pb::Descriptor& type) {
  return "type.googleapis.com/" + type.full_name();
}

absl::StatusOr<std::string> FromJson(const pb::Descriptor& type,
                                     const std::string& json) {
  std::string bytes;
  const auto status = pb::util::JsonToBinaryString(
      &Resolver(), TypeUrl(type), json.empty() ? "{}" : json, &bytes);
  if (status.ok()) return bytes;
  return absl::InvalidArgumentError(
      fmt::format("the body is not a {} in JSON: {}", type.full_name(),
                  std::string(status.message())));
}

absl::StatusOr<std::string> ToJson(const pb::Descriptor& type,
                                   const std::string& bytes) {
  pb::util::JsonPrintOptions options;
  options.always_print_primitive_fields = false;
  std::string json;
  const auto status = pb::util::BinaryToJsonString(&Resolver(), TypeUrl(type),
                                                   bytes, &json, options);
  if (status.ok()) return json;
  return absl::InternalError("the response cannot be written as JSON");
}

// "details" of an error: type and bytes of each.
nlohmann::json DetailsOf(const RpcResult& result) {
  auto details = nlohmann::json::array();
  for (const auto& [name, value] : result.trailers) {
    google::rpc::Status status;
    if (name != "grpc-status-details-bin" || !status.ParseFromString(value)) {
      continue;
    }
    for (const pb::Any& detail : status.details()) {
      const std::string& url = detail.type_url();
      std::string encoded = absl::Base64Escape(detail.value());
      while (encoded.ends_with("=")) encoded.pop_back();
      details.push_back({{"type", url.substr(url.rfind('/') + 1)},
                         {"value", std::move(encoded)}});
    }
  }
  return details;
}

HttpResponse ErrorResponse(const RpcResult& result) {
  const auto code = static_cast<size_t>(result.status.code());
  const ConnectCode& connect = kCodes[code < kCodes.size() ? code : 2];
  nlohmann::json error = {{"code", connect.name},
                          {"message", std::string(result.status.message())}};
  nlohmann::json details = DetailsOf(result);
  if (!details.empty()) error["details"] = std::move(details);
  HttpResponse response;
  response.head.status = connect.http_status;
  response.body =
      error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

// One unary call under way.
class ConnectCall : public std::enable_shared_from_this<ConnectCall> {
 public:
  ConnectCall(SharedWebCallContext context, const HttpRequest& request,
              std::shared_ptr<HttpResponder> responder)
      : context_(std::move(context)),
        origin_(FindHeader(request.headers, "origin")),
        responder_(std::move(responder)) {}

  void Fail(const absl::Status& status) { Send(ErrorResponse({status, {}})); }

  void Start(RpcRequest request, const pb::Descriptor& response_type,
             CallLimit::Ticket ticket) {
    ticket_ = std::move(ticket);
    const auto self = shared_from_this();
    call_.Set(context_->channel->Prepare(
        std::move(request), {[](const WebMetadata&) {},
                             [self](std::string message) {
                               self->message_ = std::move(message);
                               self->call_.Get()->ReadNext();
                             },
                             [self, &response_type](const RpcResult& result) {
                               self->OnEnd(result, response_type);
                             }}));
    responder_->OnDisconnect([weak = weak_from_this()] {
      if (const auto call = weak.lock()) call->call_.Cancel();
    });
    call_.Get()->Start();
  }

 private:
  void OnEnd(const RpcResult& result, const pb::Descriptor& response_type) {
    call_.Set(nullptr);
    ticket_.reset();
    if (!result.status.ok()) return Send(ErrorResponse(result));
    auto json = ToJson(response_type, message_);
    if (!json.ok()) return Fail(json.status());
    HttpResponse response;
    response.body = *std::move(json);
    Send(std::move(response));
  }

  void Send(HttpResponse response) {
    response.head.headers = {{"content-type", "application/json"},
                             {"cache-control", "no-store"},
                             {"x-content-type-options", "nosniff"}};
    if (response.head.status == 503) {
      response.head.headers.emplace_back("retry-after", "1");
    }
    context_->origins.AddTo(origin_, response.head);
    responder_->Send(std::move(response));
  }

  const SharedWebCallContext context_;
  const std::string origin_;
  const std::shared_ptr<HttpResponder> responder_;
  CallHolder call_;
  CallLimit::Ticket ticket_;
  std::string message_;
};

absl::StatusOr<absl::Duration> ConnectTimeout(const HttpHeaders& headers) {
  const std::string value(FindHeader(headers, "connect-timeout-ms"));
  if (value.empty()) return absl::InfiniteDuration();
  uint64_t milliseconds = 0;
  if (value.size() > 10 || !absl::SimpleAtoi(value, &milliseconds)) {
    return absl::InvalidArgumentError(
        "connect-timeout-ms must be a number of up to ten digits");
  }
  return absl::Milliseconds(milliseconds);
}

absl::StatusOr<RpcRequest> MakeRpcRequest(const WebCallContext& context,
                                          const HttpRequest& request,
                                          const pb::MethodDescriptor& method) {
  if (method.server_streaming()) {
    return absl::UnimplementedError(
        "a method that answers with a stream cannot be called in JSON; call "
        "it by gRPC or gRPC-Web");
  }
  RpcRequest call;
  call.method = request.path;
  QUIVER_ASSIGN_OR_RETURN(call.message,
                          FromJson(*method.input_type(), request.body));
  QUIVER_ASSIGN_OR_RETURN(call.metadata, MetadataOf(request.headers));
  call.metadata.emplace_back(kProtocolKey, "connect");
  QUIVER_ASSIGN_OR_RETURN(const absl::Duration timeout,
                          ConnectTimeout(request.headers));
  call.timeout = std::min(timeout, context.options.max_time);
  return call;
}

}  // namespace

void AnswerConnect(const SharedWebCallContext& context,
                   const HttpRequest& request,
                   std::shared_ptr<HttpResponder> responder) {
  const auto call =
      std::make_shared<ConnectCall>(context, request, std::move(responder));
  const auto method = FindWebMethod(request.path);
  if (!method.ok()) return call->Fail(method.status());
  auto rpc = MakeRpcRequest(*context, request, **method);
  if (!rpc.ok()) return call->Fail(rpc.status());
  auto ticket = AdmitCall(*context, request, *rpc);
  if (!ticket.ok()) return call->Fail(ticket.status());
  call->Start(*std::move(rpc), *(*method)->output_type(), *std::move(ticket));
}

}  // namespace quiver
