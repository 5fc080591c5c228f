#include "cli/grpc_talker.h"

#include <fmt/format.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpc/health/v1/health.grpc.pb.h>
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "absl/synchronization/notification.h"
#include "base/digest.h"
#include "base/entropy.h"
#include "base/status_macros.h"
#include "cli/interruption.h"
#include "quiver/v1/assistant.grpc.pb.h"
#include "quiver/v1/authoring.grpc.pb.h"

namespace quiver {
namespace {

constexpr size_t kRequestIdBytes = 16;
constexpr absl::Duration kInterruptionCheck = absl::Milliseconds(50);

// The message, and what it does not say yet about single fields.
std::string MessageOf(const grpc::Status& status) {
  std::string message = status.error_message();
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return message;
  for (const auto& detail : details.details()) {
    google::rpc::BadRequest bad_request;
    if (!detail.UnpackTo(&bad_request)) continue;
    for (const auto& violation : bad_request.field_violations()) {
      if (message.find(violation.description()) != std::string::npos) continue;
      message +=
          fmt::format("; {} {}", violation.field(), violation.description());
    }
  }
  return message;
}

absl::Status ToStatus(const grpc::Status& status, const std::string& target) {
  // A server that answers adds details to every error.
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE &&
      status.error_details().empty()) {
    return absl::UnavailableError(
        fmt::format("no server answers at {}", target));
  }
  if (status.error_code() == grpc::StatusCode::CANCELLED && Interrupted()) {
    return absl::CancelledError("interrupted");
  }
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      MessageOf(status));
}

class GrpcTalker final : public ServerTalker {
 public:
  GrpcTalker(const std::shared_ptr<grpc::Channel>& visitors,
             const std::shared_ptr<grpc::Channel>& authors,
             const ServerAddress& address)
      : address_(address),
        assistant_(v1::AssistantService::NewStub(visitors)),
        health_(grpc::health::v1::Health::NewStub(visitors)),
        authoring_(v1::AuthoringService::NewStub(authors)) {}

  absl::StatusOr<v1::SendMessageResponse> Say(
      const v1::SendMessageRequest& request) override {
    v1::SendMessageRequest sent = request;
    // gRPC may send a call twice; the id keeps it one turn.
    if (sent.request_id().empty()) {
      sent.set_request_id(Hex(SystemEntropy().Bytes(kRequestIdBytes)));
    }
    return CallAssistant<v1::SendMessageResponse>(
        &AssistantStub::async_interface::SendMessage, sent);
  }

  absl::StatusOr<v1::SendMessageResponse> Explain(
      const v1::SendMessageRequest& request) override {
    v1::ExplainRequest explain;
    *explain.mutable_message() = request;
    QUIVER_ASSIGN_OR_RETURN(
        v1::ExplainResponse response,
        CallAuthoring<v1::ExplainResponse>(
            &AuthoringStub::async_interface::Explain, explain));
    return std::move(*response.mutable_message());
  }

  absl::StatusOr<v1::DescribeAssistantResponse> Describe(
      const std::string& assistant) override {
    v1::DescribeAssistantRequest request;
    request.set_assistant(assistant);
    return CallAssistant<v1::DescribeAssistantResponse>(
        &AssistantStub::async_interface::DescribeAssistant, request);
  }

  absl::StatusOr<v1::Session> GetSession(
      const std::string& session_id) override {
    v1::GetSessionRequest request;
    request.set_session_id(session_id);
    QUIVER_ASSIGN_OR_RETURN(
        v1::GetSessionResponse response,
        CallAssistant<v1::GetSessionResponse>(
            &AssistantStub::async_interface::GetSession, request));
    return std::move(*response.mutable_session());
  }

  absl::StatusOr<v1::ListTurnsResponse> ListTurns(
      const v1::ListTurnsRequest& request) override {
    return CallAssistant<v1::ListTurnsResponse>(
        &AssistantStub::async_interface::ListTurns, request);
  }

  absl::StatusOr<v1::DeletionReceipt> DeleteSession(
      const std::string& session_id) override {
    v1::DeleteSessionRequest request;
    request.set_session_id(session_id);
    QUIVER_ASSIGN_OR_RETURN(
        v1::DeleteSessionResponse response,
        CallAssistant<v1::DeleteSessionResponse>(
            &AssistantStub::async_interface::DeleteSession, request));
    return std::move(*response.mutable_receipt());
  }

  absl::Status PassTime(absl::Duration) override {
    return absl::UnimplementedError("a server's time passes by itself");
  }

  absl::Status CheckHealth() override {
    using grpc::health::v1::HealthCheckRequest;
    using grpc::health::v1::HealthCheckResponse;
    using HealthStub = grpc::health::v1::Health::StubInterface;
    QUIVER_ASSIGN_OR_RETURN(
        const HealthCheckResponse response,
        Call<HealthCheckResponse>(*health_->async(), address_.target,
                                  &HealthStub::async_interface::Check,
                                  HealthCheckRequest()));
    if (response.status() == HealthCheckResponse::SERVING) {
      return absl::OkStatus();
    }
    return absl::UnavailableError(
        fmt::format("the server at {} is there but does not serve: it starts "
                    "or stops",
                    address_.target));
  }

  absl::StatusOr<v1::ReloadContentResponse> ReloadContent(
      const std::string& assistant) override {
    v1::ReloadContentRequest request;
    request.set_assistant(assistant);
    return CallAuthoring<v1::ReloadContentResponse>(
        &AuthoringStub::async_interface::ReloadContent, request);
  }

 private:
  using AssistantStub = v1::AssistantService::StubInterface;
  using AuthoringStub = v1::AuthoringService::StubInterface;
  template <typename Async, typename Request, typename Response>
  using Method = void (Async::*)(grpc::ClientContext*, const Request*,
                                 Response*, std::function<void(grpc::Status)>);

  template <typename Response, typename Request>
  absl::StatusOr<Response> CallAssistant(
      Method<AssistantStub::async_interface, Request, Response> method,
      const Request& request) {
    return Call<Response>(*assistant_->async(), address_.target, method,
                          request);
  }

  template <typename Response, typename Request>
  absl::StatusOr<Response> CallAuthoring(
      Method<AuthoringStub::async_interface, Request, Response> method,
      const Request& request) {
    return Call<Response>(*authoring_->async(), address_.authoring_target,
                          method, request);
  }

  // Waits for the reply and lets Ctrl-C end the waiting.
  template <typename Response, typename Async, typename Request>
  absl::StatusOr<Response> Call(Async& stub, const std::string& target,
                                Method<Async, Request, Response> method,
                                const Request& request) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + address_.timeout));
    Response response;
    grpc::Status status;
    absl::Notification done;
    (stub.*method)(&context, &request, &response, [&](grpc::Status result) {
      status = std::move(result);
      done.Notify();
    });
    while (!done.WaitForNotificationWithTimeout(kInterruptionCheck)) {
      if (Interrupted()) context.TryCancel();
    }
    if (!status.ok()) return ToStatus(status, target);
    return response;
  }

  const ServerAddress address_;
  const std::unique_ptr<v1::AssistantService::StubInterface> assistant_;
  const std::unique_ptr<grpc::health::v1::Health::StubInterface> health_;
  const std::unique_ptr<v1::AuthoringService::StubInterface> authoring_;
};

absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> CredentialsOf(
    const ServerAddress& address) {
  if (!address.tls) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  if (!address.root_certificates.empty()) {
    std::ifstream file(address.root_certificates, std::ios::binary);
    if (!file) {
      return absl::InvalidArgumentError(
          fmt::format("cannot read {}", address.root_certificates));
    }
    std::ostringstream text;
    text << file.rdbuf();
    options.pem_root_certs = text.str();
  }
  return grpc::SslCredentials(options);
}

}  // namespace

absl::StatusOr<std::unique_ptr<ServerTalker>> ConnectTo(
    const ServerAddress& address) {
  QUIVER_ASSIGN_OR_RETURN(const auto credentials, CredentialsOf(address));
  return TalkOver(grpc::CreateChannel(address.target, credentials),
                  grpc::CreateChannel(address.authoring_target, credentials),
                  address);
}

std::unique_ptr<ServerTalker> TalkOver(
    const std::shared_ptr<grpc::Channel>& visitors,
    const std::shared_ptr<grpc::Channel>& authors,
    const ServerAddress& address) {
  return std::make_unique<GrpcTalker>(visitors, authors, address);
}

}  // namespace quiver
