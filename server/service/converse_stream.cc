#include "service/converse_stream.h"

#include <string>
#include <utility>

#include "base/status_macros.h"
#include "quiver/v1/assistant.pb.h"
#include "service/turn_errors.h"
#include "service/wire_format.h"

namespace quiver {
namespace {

class ConverseStream final
    : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  ConverseStream(Conversation& conversation, const RequestLimits& limits,
                 const CallObservers& observers)
      : conversation_(conversation),
        limits_(limits),
        observers_(observers),
        started_(observers.clock.Now()) {
    StartRead(&request_);
  }

  void OnReadDone(bool ok) override {
    if (!ok) return End(absl::OkStatus());  // The caller has said all.
    absl::StatusOr<TurnRequest> turn = ReadTurn();
    if (!turn.ok()) return End(turn.status());
    conversation_.TakeTurn(*std::move(turn),
                           [this](absl::StatusOr<TurnResult> result) {
                             Answer(std::move(result));
                           });
  }

  void OnWriteDone(bool ok) override {
    if (!ok) return End(absl::CancelledError("the caller went away"));
    StartRead(&request_);
  }

  void OnDone() override { delete this; }

 private:
  absl::StatusOr<TurnRequest> ReadTurn() {
    v1::ConverseRequest request;
    QUIVER_RETURN_IF_ERROR(ParseMessage(request_, request));
    v1::SendMessageRequest& message = *request.mutable_message();
    if (message.session_id().empty()) message.set_session_id(session_id_);
    greeting_ = message.event() == v1::EVENT_START;
    return ValidateTurn(message, limits_, "message.");
  }

  void Answer(absl::StatusOr<TurnResult> result) {
    if (!result.ok()) return End(WithTurnReason(result.status()));
    // A greeting is not stored: the session goes on.
    if (!greeting_) session_id_ = result->session_id;
    v1::ConverseResponse response;
    *response.mutable_message() = ToWire(*result);
    response_ = SerializeMessage(response);
    StartWrite(&response_);
  }

  void End(const absl::Status& status) {
    LogCall(observers_, "Converse", started_, status);
    Finish(ToGrpcStatus(status));
  }

  Conversation& conversation_;
  const RequestLimits limits_;
  const CallObservers observers_;
  const absl::Time started_;
  std::string session_id_;  // Of the last turn; continues by itself.
  bool greeting_ = false;   // The turn that is taken opens the conversation.
  grpc::ByteBuffer request_;
  grpc::ByteBuffer response_;
};

}  // namespace

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* NewConverseStream(
    Conversation& conversation, const RequestLimits& limits,
    const CallObservers& observers) {
  return new ConverseStream(conversation, limits, observers);
}

}  // namespace quiver
