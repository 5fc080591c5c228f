#include "service/authoring_service.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "quiver/v1/authoring.grpc.pb.h"
#include "service/error_details.h"
#include "service/turn_errors.h"
#include "service/wire_format.h"
#include "service/worker_thread.h"

namespace quiver {
namespace {

using Service = v1::AuthoringService;
using RawService = Service::WithRawCallbackMethod_Explain<
    Service::WithRawCallbackMethod_ReloadContent<
        Service::WithRawCallbackMethod_ListUnanswered<
            Service::WithRawCallbackMethod_GetUsage<Service::Service>>>>;

void AddDiagnostics(const Diagnostics& diagnostics,
                    v1::ReloadContentResponse& response) {
  for (const Diagnostic& diagnostic : diagnostics.Sorted()) {
    v1::ContentDiagnostic& added = *response.add_diagnostics();
    added.set_file(diagnostic.position.file);
    added.set_line(diagnostic.position.line);
    added.set_column(diagnostic.position.column);
    added.set_error(diagnostic.severity == Severity::kError);
    added.set_message(
        diagnostic.advice.empty()
            ? diagnostic.message
            : fmt::format("{}; {}", diagnostic.message, diagnostic.advice));
  }
}

class CallbackAuthoringService final : public RawService {
 public:
  explicit CallbackAuthoringService(const AuthoringServiceParts& parts)
      : parts_(parts) {}

  grpc::ServerUnaryReactor* Explain(grpc::CallbackServerContext* context,
                                    const grpc::ByteBuffer* request,
                                    grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::ExplainRequest, v1::ExplainResponse>(
        context, request, response, parts_.observers, "Explain",
        [this](const v1::ExplainRequest& parsed,
               Respond<v1::ExplainResponse> respond) {
          ExplainTurn(parsed, std::move(respond));
        });
  }

  grpc::ServerUnaryReactor* ReloadContent(grpc::CallbackServerContext* context,
                                          const grpc::ByteBuffer* request,
                                          grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::ReloadContentRequest, v1::ReloadContentResponse>(
        context, request, response, parts_.observers, "ReloadContent",
        [this](const v1::ReloadContentRequest& parsed,
               Respond<v1::ReloadContentResponse> respond) {
          const absl::Status valid = ValidateAssistantName(parsed.assistant());
          if (!valid.ok()) return respond(valid);
          reloading_.Run([this, name = parsed.assistant(),
                          respond = std::move(respond)]() mutable {
            respond(Reload(name));
          });
        });
  }

  grpc::ServerUnaryReactor* ListUnanswered(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::ListUnansweredRequest, v1::ListUnansweredResponse>(
        context, request, response, parts_.observers, "ListUnanswered",
        [](const v1::ListUnansweredRequest&,
           Respond<v1::ListUnansweredResponse> respond) {
          respond(WithReason(
              absl::UnimplementedError(
                  "this server does not collect unanswered messages yet"),
              "UNANSWERED_NOT_SUPPORTED"));
        });
  }

  grpc::ServerUnaryReactor* GetUsage(grpc::CallbackServerContext* context,
                                     const grpc::ByteBuffer* request,
                                     grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::GetUsageRequest, v1::GetUsageResponse>(
        context, request, response, parts_.observers, "GetUsage",
        [](const v1::GetUsageRequest&, Respond<v1::GetUsageResponse> respond) {
          respond(WithReason(
              absl::UnimplementedError("this server does not count usage yet"),
              "USAGE_NOT_SUPPORTED"));
        });
  }

 private:
  void ExplainTurn(const v1::ExplainRequest& request,
                   Respond<v1::ExplainResponse> respond) {
    absl::StatusOr<TurnRequest> turn =
        ValidateTurn(request.message(), parts_.limits, "message.");
    if (!turn.ok()) return respond(turn.status());
    parts_.conversation.Explain(
        *std::move(turn), [respond = std::move(respond)](
                              absl::StatusOr<TurnResult> result) mutable {
          if (!result.ok()) return respond(WithTurnReason(result.status()));
          v1::ExplainResponse response;
          *response.mutable_message() = ToWire(*result);
          respond(std::move(response));
        });
  }

  absl::StatusOr<v1::ReloadContentResponse> Reload(const std::string& name) {
    v1::ReloadContentResponse response;
    const std::vector<std::string> names = name.empty()
                                               ? parts_.assistants.Names()
                                               : std::vector<std::string>{name};
    for (const std::string& assistant : names) {
      const absl::Status reloaded = ReloadOne(assistant, response);
      if (!reloaded.ok()) return reloaded;
    }
    return response;
  }

  absl::Status ReloadOne(const std::string& name,
                         v1::ReloadContentResponse& response) {
    const auto current = parts_.assistants.Find(name);
    if (!current.ok()) return WithTurnReason(current.status());
    Diagnostics diagnostics;
    auto reloaded = parts_.reload(name, diagnostics);
    AddDiagnostics(diagnostics, response);
    response.set_content_hash((*current)->catalog->content_hash);
    if (absl::IsFailedPrecondition(reloaded.status())) {
      parts_.observers.log.Write(
          LogLevel::kWarning, "content not reloaded",
          {{"assistant", name},
           {"errors", int64_t{diagnostics.error_count()}}});
      return absl::OkStatus();
    }
    if (!reloaded.ok()) {
      return WithReason(reloaded.status(), "CONTENT_UNREADABLE");
    }
    response.set_content_hash((*reloaded)->catalog->content_hash);
    parts_.observers.log.Write(
        LogLevel::kInfo, "content reloaded",
        {{"assistant", name}, {"content_hash", response.content_hash()}});
    parts_.assistants.Replace(*std::move(reloaded));
    return absl::OkStatus();
  }

  const AuthoringServiceParts parts_;
  WorkerThread reloading_;  // One reload at a time.
};

}  // namespace

std::unique_ptr<grpc::Service> MakeAuthoringService(
    const AuthoringServiceParts& parts) {
  return std::make_unique<CallbackAuthoringService>(parts);
}

}  // namespace quiver
