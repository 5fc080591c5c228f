#include "service/service_fixture.h"

#include <fmt/format.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <utility>
#include <vector>

#include "service/assistant_service.h"
#include "service/authoring_service.h"
#include "service/knowledge_service.h"

namespace quiver {

ErrorDetails DetailsOf(const grpc::Status& status) {
  ErrorDetails details;
  details.code = status.error_code();
  google::rpc::Status wire;
  if (!wire.ParseFromString(status.error_details())) return details;
  EXPECT_EQ(wire.code(), static_cast<int>(status.error_code()));
  EXPECT_EQ(wire.message(), status.error_message());
  for (const google::protobuf::Any& any : wire.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest bad_request;
    google::rpc::LocalizedMessage localized;
    if (any.UnpackTo(&info)) {
      details.reason = info.reason();
      details.domain = info.domain();
    } else if (any.UnpackTo(&bad_request)) {
      for (const auto& violation : bad_request.field_violations()) {
        details.violations[violation.field()] = violation.description();
      }
    } else if (any.UnpackTo(&localized)) {
      details.for_people = localized.message();
    }
    details.retry |= any.Is<google::rpc::RetryInfo>();
  }
  return details;
}

ServiceFixture::ServiceFixture()
    : memory_(MakeMemorySessionStore({}, clock_, entropy_)),
      store_(*memory_),
      assistants_(MakeAssistantDirectory(
          {BicycleAssistant(), BicycleAssistant("tricycle")}, kBicycle)),
      conversation_(*MakeConversation(*assistants_, store_, clock_, entropy_)),
      server_(StartServer()),
      channel_(
          grpc::CreateChannel(address(), grpc::InsecureChannelCredentials())),
      assistant_(v1::AssistantService::NewStub(channel_)),
      knowledge_(v1::KnowledgeService::NewStub(channel_)),
      authoring_(v1::AuthoringService::NewStub(channel_)) {}

std::unique_ptr<GrpcServer> ServiceFixture::StartServer() {
  content_.CopyFrom(BicycleContent());
  const CallObservers observers{clock_, log_};
  const RequestLimits limits;
  const ReloadAssistant reload = [this](const std::string& name,
                                        Diagnostics& diagnostics) {
    return LoadAssistant(content_.path(), name, SmallDictionary(), nullptr,
                         diagnostics);
  };
  std::vector<std::unique_ptr<grpc::Service>> services;
  services.push_back(MakeAssistantService(
      {*conversation_, *assistants_, observers, limits, absl::Hours(24)}));
  services.push_back(MakeKnowledgeService(*assistants_, limits, observers));
  services.push_back(MakeAuthoringService(
      {*conversation_, *assistants_, reload, observers, limits}));
  GrpcServerOptions options;
  options.address = "127.0.0.1:0";
  options.service_names = {kAssistantServiceName, kKnowledgeServiceName,
                           kAuthoringServiceName};
  auto server = StartGrpcServer(options, std::move(services));
  EXPECT_TRUE(server.ok()) << server.status();
  return *std::move(server);
}

std::string ServiceFixture::address() const {
  return fmt::format("127.0.0.1:{}", server_->port());
}

v1::SendMessageResponse ServiceFixture::Say(const std::string& text,
                                            const std::string& session) {
  v1::SendMessageRequest request;
  request.set_text(text);
  request.set_session_id(session);
  v1::SendMessageResponse response;
  const grpc::Status status = Send(request, response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  return response;
}

}  // namespace quiver
