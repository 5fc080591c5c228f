#include "service/assistant_service.h"

#include <string>
#include <utility>

#include "base/digest.h"
#include "quiver/v1/assistant.grpc.pb.h"
#include "service/converse_stream.h"
#include "service/turn_errors.h"
#include "service/wire_format.h"

namespace quiver {
namespace {

constexpr int32_t kUsualTurns = 50;
constexpr int32_t kMostTurns = 200;

using Service = v1::AssistantService;
// Every method takes bytes: see message_bytes.h.
using RawService = Service::WithRawCallbackMethod_SendMessage<
    Service::WithRawCallbackMethod_Converse<
        Service::WithRawCallbackMethod_DescribeAssistant<
            Service::WithRawCallbackMethod_GetSession<
                Service::WithRawCallbackMethod_ListTurns<
                    Service::WithRawCallbackMethod_DeleteSession<
                        Service::WithRawCallbackMethod_SubmitFeedback<
                            Service::Service>>>>>>>;

v1::DeletionReceipt ReceiptOf(const SessionId& id,
                              const DeletionResult& deletion) {
  v1::DeletionReceipt receipt;
  receipt.set_session_hash(Hex(Sha256(id.bytes())));
  receipt.set_deleted_turns(deletion.turns);
  receipt.mutable_delete_time()->set_seconds(
      absl::ToUnixSeconds(deletion.time));
  return receipt;
}

class AssistantServiceHandlers {
 public:
  explicit AssistantServiceHandlers(const AssistantServiceParts& parts)
      : parts_(parts) {}

  void SendMessage(const v1::SendMessageRequest& request,
                   Respond<v1::SendMessageResponse> respond) const {
    absl::StatusOr<TurnRequest> turn = ValidateTurn(request, parts_.limits);
    if (!turn.ok()) return respond(turn.status());
    parts_.conversation.TakeTurn(
        *std::move(turn), [respond = std::move(respond)](
                              absl::StatusOr<TurnResult> result) mutable {
          if (!result.ok()) return respond(WithTurnReason(result.status()));
          respond(ToWire(*result));
        });
  }

  void DescribeAssistant(const v1::DescribeAssistantRequest& request,
                         Respond<v1::DescribeAssistantResponse> respond) const {
    const absl::Status valid = ValidateAssistantName(request.assistant());
    if (!valid.ok()) return respond(valid);
    const auto assistant = parts_.assistants.Find(request.assistant());
    if (!assistant.ok()) return respond(WithTurnReason(assistant.status()));
    v1::DescribeAssistantResponse response = Describe(*(*assistant)->catalog);
    response.set_max_text_bytes(parts_.limits.max_text_bytes);
    respond(std::move(response));
  }

  void GetSession(const v1::GetSessionRequest& request,
                  Respond<v1::GetSessionResponse> respond) const {
    const absl::StatusOr<SessionId> id =
        ValidateSessionId(request.session_id());
    if (!id.ok()) return respond(id.status());
    parts_.conversation.GetSession(
        *id, [this, id = *id, respond = std::move(respond)](
                 const absl::StatusOr<SessionView>& view) mutable {
          if (!view.ok()) return respond(WithSessionReason(view.status()));
          v1::GetSessionResponse response;
          *response.mutable_session() =
              ToWire(id, *view, parts_.idle_time_to_live);
          respond(std::move(response));
        });
  }

  void ListTurns(const v1::ListTurnsRequest& request,
                 Respond<v1::ListTurnsResponse> respond) const {
    const absl::StatusOr<SessionId> id =
        ValidateSessionId(request.session_id());
    if (!id.ok()) return respond(id.status());
    const absl::StatusOr<Page> page = ValidatePage(
        request.page_size(), request.page_token(), kUsualTurns, kMostTurns);
    if (!page.ok()) return respond(page.status());
    // One more than asked for tells whether there is a next page.
    parts_.conversation.ListTurns(
        *id, page->after, page->size + 1,
        [size = page->size, respond = std::move(respond)](
            absl::StatusOr<std::vector<Conversation::Listed>> turns) mutable {
          if (!turns.ok()) return respond(WithSessionReason(turns.status()));
          v1::ListTurnsResponse response;
          for (const Conversation::Listed& turn : *turns) {
            if (static_cast<uint64_t>(response.turns_size()) == size) {
              const auto& last = response.turns(response.turns_size() - 1);
              response.set_next_page_token(PageToken(last.turn()));
              break;
            }
            *response.add_turns() = ToWire(turn);
          }
          respond(std::move(response));
        });
  }

  void DeleteSession(const v1::DeleteSessionRequest& request,
                     Respond<v1::DeleteSessionResponse> respond) const {
    const absl::StatusOr<SessionId> id =
        ValidateSessionId(request.session_id());
    if (!id.ok()) return respond(id.status());
    parts_.conversation.DeleteSession(
        *id, [id = *id, respond = std::move(respond)](
                 const absl::StatusOr<DeletionResult>& deletion) mutable {
          if (!deletion.ok()) {
            return respond(WithSessionReason(deletion.status()));
          }
          v1::DeleteSessionResponse response;
          *response.mutable_receipt() = ReceiptOf(id, *deletion);
          respond(std::move(response));
        });
  }

  void SubmitFeedback(const v1::SubmitFeedbackRequest& request,
                      Respond<v1::SubmitFeedbackResponse> respond) const {
    absl::StatusOr<FeedbackRequest> feedback = ValidateFeedback(request);
    if (!feedback.ok()) return respond(feedback.status());
    parts_.conversation.GiveFeedback(
        *std::move(feedback),
        [respond = std::move(respond)](const absl::Status& given) mutable {
          if (!given.ok()) return respond(WithFeedbackReason(given));
          respond(v1::SubmitFeedbackResponse());
        });
  }

 private:
  const AssistantServiceParts parts_;
};

class CallbackAssistantService final : public RawService {
 public:
  explicit CallbackAssistantService(const AssistantServiceParts& parts)
      : parts_(parts), handlers_(parts) {}

  grpc::ServerUnaryReactor* SendMessage(grpc::CallbackServerContext* context,
                                        const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* response) override {
    return Answer<v1::SendMessageRequest>(
        context, request, response, "SendMessage",
        &AssistantServiceHandlers::SendMessage);
  }

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* Converse(
      grpc::CallbackServerContext*) override {
    return NewConverseStream(parts_.conversation, parts_.limits,
                             parts_.observers);
  }

  grpc::ServerUnaryReactor* DescribeAssistant(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override {
    return Answer<v1::DescribeAssistantRequest>(
        context, request, response, "DescribeAssistant",
        &AssistantServiceHandlers::DescribeAssistant);
  }

  grpc::ServerUnaryReactor* GetSession(grpc::CallbackServerContext* context,
                                       const grpc::ByteBuffer* request,
                                       grpc::ByteBuffer* response) override {
    return Answer<v1::GetSessionRequest>(context, request, response,
                                         "GetSession",
                                         &AssistantServiceHandlers::GetSession);
  }

  grpc::ServerUnaryReactor* ListTurns(grpc::CallbackServerContext* context,
                                      const grpc::ByteBuffer* request,
                                      grpc::ByteBuffer* response) override {
    return Answer<v1::ListTurnsRequest>(context, request, response, "ListTurns",
                                        &AssistantServiceHandlers::ListTurns);
  }

  grpc::ServerUnaryReactor* DeleteSession(grpc::CallbackServerContext* context,
                                          const grpc::ByteBuffer* request,
                                          grpc::ByteBuffer* response) override {
    return Answer<v1::DeleteSessionRequest>(
        context, request, response, "DeleteSession",
        &AssistantServiceHandlers::DeleteSession);
  }

  grpc::ServerUnaryReactor* SubmitFeedback(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override {
    return Answer<v1::SubmitFeedbackRequest>(
        context, request, response, "SubmitFeedback",
        &AssistantServiceHandlers::SubmitFeedback);
  }

 private:
  template <typename Request, typename Response>
  grpc::ServerUnaryReactor* Answer(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response, std::string_view method,
      void (AssistantServiceHandlers::*handler)(const Request&,
                                                Respond<Response>) const) {
    return AnswerUnary<Request, Response>(
        context, request, response, parts_.observers, method,
        [this, handler](const Request& parsed, Respond<Response> respond) {
          (handlers_.*handler)(parsed, std::move(respond));
        });
  }

  const AssistantServiceParts parts_;
  const AssistantServiceHandlers handlers_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeAssistantService(
    const AssistantServiceParts& parts) {
  return std::make_unique<CallbackAssistantService>(parts);
}

}  // namespace quiver
