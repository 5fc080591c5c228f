#include "cli/remote_assistant.h"

#include <fmt/format.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpc/health/v1/health.grpc.pb.h>
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <sstream>

#include "base/status_macros.h"
#include "quiver/v1/assistant.grpc.pb.h"
#include "quiver/v1/authoring.grpc.pb.h"

namespace quiver {
namespace {

// The message with what the server says about single fields.
std::string MessageOf(const grpc::Status& status) {
  google::rpc::Status details;
  std::string message = status.error_message();
  if (!details.ParseFromString(status.error_details())) return message;
  for (const auto& detail : details.details()) {
    google::rpc::ErrorInfo info;
    if (detail.UnpackTo(&info)) message += fmt::format(" [{}]", info.reason());
  }
  return message;
}

absl::Status ToStatus(const grpc::Status& status) {
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      MessageOf(status));
}

class GrpcAssistant final : public RemoteAssistant {
 public:
  GrpcAssistant(const std::shared_ptr<grpc::Channel>& channel,
                absl::Duration timeout)
      : timeout_(timeout),
        assistant_(v1::AssistantService::NewStub(channel)),
        authoring_(v1::AuthoringService::NewStub(channel)),
        health_(grpc::health::v1::Health::NewStub(channel)) {}

  absl::StatusOr<v1::SendMessageResponse> Say(
      const v1::SendMessageRequest& request) override {
    return Call<v1::SendMessageResponse>(
        *assistant_, &v1::AssistantService::Stub::SendMessage, request);
  }

  absl::StatusOr<v1::DescribeAssistantResponse> Describe(
      const std::string& assistant) override {
    v1::DescribeAssistantRequest request;
    request.set_assistant(assistant);
    return Call<v1::DescribeAssistantResponse>(
        *assistant_, &v1::AssistantService::Stub::DescribeAssistant, request);
  }

  absl::StatusOr<v1::GetSessionResponse> GetSession(
      const std::string& session_id) override {
    v1::GetSessionRequest request;
    request.set_session_id(session_id);
    return Call<v1::GetSessionResponse>(
        *assistant_, &v1::AssistantService::Stub::GetSession, request);
  }

  absl::StatusOr<v1::ListTurnsResponse> ListTurns(
      const v1::ListTurnsRequest& request) override {
    return Call<v1::ListTurnsResponse>(
        *assistant_, &v1::AssistantService::Stub::ListTurns, request);
  }

  absl::StatusOr<v1::DeleteSessionResponse> DeleteSession(
      const std::string& session_id) override {
    v1::DeleteSessionRequest request;
    request.set_session_id(session_id);
    return Call<v1::DeleteSessionResponse>(
        *assistant_, &v1::AssistantService::Stub::DeleteSession, request);
  }

  absl::StatusOr<v1::ExplainResponse> Explain(
      const v1::ExplainRequest& request) override {
    return Call<v1::ExplainResponse>(
        *authoring_, &v1::AuthoringService::Stub::Explain, request);
  }

  absl::StatusOr<v1::ReloadContentResponse> ReloadContent(
      const std::string& assistant) override {
    v1::ReloadContentRequest request;
    request.set_assistant(assistant);
    return Call<v1::ReloadContentResponse>(
        *authoring_, &v1::AuthoringService::Stub::ReloadContent, request);
  }

  absl::Status CheckHealth() override {
    const auto response = Call<grpc::health::v1::HealthCheckResponse>(
        *health_, &grpc::health::v1::Health::Stub::Check,
        grpc::health::v1::HealthCheckRequest());
    QUIVER_RETURN_IF_ERROR(response.status());
    if (response->status() ==
        grpc::health::v1::HealthCheckResponse::SERVING) {
      return absl::OkStatus();
    }
    return absl::UnavailableError("the server does not serve at the moment");
  }

 private:
  template <typename Response, typename Stub, typename Request>
  absl::StatusOr<Response> Call(
      Stub& stub,
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const Request& request) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + timeout_));
    Response response;
    const grpc::Status status = (stub.*method)(&context, request, &response);
    if (!status.ok()) return ToStatus(status);
    return response;
  }

  const absl::Duration timeout_;
  const std::unique_ptr<v1::AssistantService::Stub> assistant_;
  const std::unique_ptr<v1::AuthoringService::Stub> authoring_;
  const std::unique_ptr<grpc::health::v1::Health::Stub> health_;
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

absl::StatusOr<std::unique_ptr<RemoteAssistant>> ConnectTo(
    const ServerAddress& address) {
  QUIVER_ASSIGN_OR_RETURN(const auto credentials, CredentialsOf(address));
  return std::make_unique<GrpcAssistant>(
      grpc::CreateChannel(address.target, credentials), address.timeout);
}

}  // namespace quiver
