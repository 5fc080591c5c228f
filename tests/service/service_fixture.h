#ifndef QUIVER_TESTS_SERVICE_SERVICE_FIXTURE_H_
#define QUIVER_TESTS_SERVICE_SERVICE_FIXTURE_H_

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "conversation/conversation.h"
#include "quiver/v1/assistant.grpc.pb.h"
#include "quiver/v1/authoring.grpc.pb.h"
#include "quiver/v1/knowledge.grpc.pb.h"
#include "service/grpc_server.h"
#include "session/session_stores.h"
#include "support/bicycle_assistant.h"
#include "support/counting_entropy.h"
#include "support/recording_event_log.h"
#include "support/simulated_clock.h"
#include "support/switchable_store.h"
#include "support/temporary_folder.h"

namespace quiver {

// What a status tells, details included.
struct ErrorDetails {
  grpc::StatusCode code = grpc::OK;
  std::string reason;
  std::string domain;
  std::map<std::string, std::string> violations;  // By field.
  bool retry = false;                             // Has RetryInfo.
  std::string for_people;                         // LocalizedMessage.
};
ErrorDetails DetailsOf(const grpc::Status& status);

// The three services on a real server and a real socket, with the bicycle
// assistant ("bicycle", the default) and its like ("tricycle"), sessions in
// memory, and content that a test may change.
class ServiceFixture : public testing::Test {
 protected:
  ServiceFixture();

  // Calls one method of a stub, which must answer within a minute.
  template <typename Stub, typename Request, typename Response>
  grpc::Status Call(Stub& stub,
                    grpc::Status (Stub::*method)(grpc::ClientContext*,
                                                 const Request&, Response*),
                    const Request& request, Response& response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::minutes(1));
    return (stub.*method)(&context, request, &response);
  }

  // Sends `request`.
  grpc::Status Send(const v1::SendMessageRequest& request,
                    v1::SendMessageResponse& response) {
    return Call(*assistant_, &v1::AssistantService::Stub::SendMessage, request,
                response);
  }
  // Sends a text that must be answered.
  v1::SendMessageResponse Say(const std::string& text,
                              const std::string& session = "");

  std::string address() const;

  SimulatedClock clock_;
  CountingEntropy entropy_;
  RecordingEventLog log_;
  TemporaryFolder content_;  // A copy of the bicycle assistant.
  const std::unique_ptr<SessionStore> memory_;
  SwitchableStore store_;
  const std::unique_ptr<AssistantDirectory> assistants_;
  const std::unique_ptr<Conversation> conversation_;
  const std::unique_ptr<GrpcServer> server_;
  const std::shared_ptr<grpc::Channel> channel_;
  const std::unique_ptr<v1::AssistantService::Stub> assistant_;
  const std::unique_ptr<v1::KnowledgeService::Stub> knowledge_;
  const std::unique_ptr<v1::AuthoringService::Stub> authoring_;

 private:
  std::unique_ptr<GrpcServer> StartServer();
};

inline constexpr char kRequestId[] = "0123456789-abcdef";

}  // namespace quiver

#endif  // QUIVER_TESTS_SERVICE_SERVICE_FIXTURE_H_
