#ifndef QUIVER_TESTS_MAIN_VISITOR_H_
#define QUIVER_TESTS_MAIN_VISITOR_H_

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "quiver/v1/assistant.grpc.pb.h"

namespace quiver {

// A caller of AssistantService over a channel of its own.  Calls that fail give
// an empty response; status() tells why.
class Visitor {
 public:
  explicit Visitor(const std::string& address,
                   const std::shared_ptr<grpc::ChannelCredentials>&
                       credentials = grpc::InsecureChannelCredentials()) {
    // Without this, channels of one address share a connection.
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    // Certificates of tests are for a name; addresses need no resolver.
    arguments.SetSslTargetNameOverride("localhost");
    stub_ = v1::AssistantService::NewStub(
        grpc::CreateCustomChannel(address, credentials, arguments));
  }

  v1::SendMessageResponse Say(const std::string& text,
                              const std::string& session = "",
                              const std::string& request_id = "") {
    v1::SendMessageRequest request;
    request.set_text(text);
    request.set_session_id(session);
    request.set_request_id(request_id);
    v1::SendMessageResponse response;
    grpc::ClientContext context;
    SetDeadline(context);
    status_ = stub_->SendMessage(&context, request, &response);
    return response;
  }

  v1::Session GetSession(const std::string& session) {
    v1::GetSessionRequest request;
    request.set_session_id(session);
    v1::GetSessionResponse response;
    grpc::ClientContext context;
    SetDeadline(context);
    status_ = stub_->GetSession(&context, request, &response);
    return response.session();
  }

  // The whole history.
  std::vector<v1::Turn> ListTurns(const std::string& session) {
    v1::ListTurnsRequest request;
    request.set_session_id(session);
    request.set_page_size(200);
    std::vector<v1::Turn> turns;
    do {
      v1::ListTurnsResponse response;
      grpc::ClientContext context;
      SetDeadline(context);
      status_ = stub_->ListTurns(&context, request, &response);
      if (!status_.ok()) return turns;
      turns.insert(turns.end(), response.turns().begin(),
                   response.turns().end());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    return turns;
  }

  void Rate(const std::string& session, uint64_t turn, v1::Rating rating) {
    v1::SubmitFeedbackRequest request;
    request.set_session_id(session);
    request.set_turn(turn);
    request.set_rating(rating);
    v1::SubmitFeedbackResponse response;
    grpc::ClientContext context;
    SetDeadline(context);
    status_ = stub_->SubmitFeedback(&context, request, &response);
  }

  v1::DescribeAssistantResponse Describe() {
    v1::DescribeAssistantResponse response;
    grpc::ClientContext context;
    SetDeadline(context);
    status_ = stub_->DescribeAssistant(&context, {}, &response);
    return response;
  }

  const grpc::Status& status() const { return status_; }

 private:
  static void SetDeadline(grpc::ClientContext& context) {
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::minutes(1));
  }

  std::unique_ptr<v1::AssistantService::Stub> stub_;
  grpc::Status status_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_MAIN_VISITOR_H_
