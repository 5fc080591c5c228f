#include "service/authoring_service.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "quiver/v1/authoring.grpc.pb.h"
#include "service/error_details.h"
#include "service/turn_errors.h"
#include "service/wire_format.h"

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
          respond(Reload(parsed.assistant()));
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
        ValidateTurn(request.message(), parts_.limits);
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
    absl::MutexLock lock(&reloading_);
    v1::ReloadContentResponse response;
    const std::vector<std::string> names = name.empty()
                                               ? parts_.assistants.Names()
                                               : std::vector<std::string>{name};
    for (const std::string& assistant : names) {
      const auto current = parts_.assistants.Find(assistant);
      if (!current.ok()) return WithTurnReason(current.status());
      Diagnostics diagnostics;
      auto reloaded = parts_.reload(assistant, diagnostics);
      AddDiagnostics(diagnostics, response);
      response.set_content_hash((*current)->catalog->content_hash);
      if (absl::IsFailedPrecondition(reloaded.status())) continue;
      if (!reloaded.ok()) return reloaded.status();
      response.set_content_hash((*reloaded)->catalog->content_hash);
      parts_.assistants.Replace(*std::move(reloaded));
    }
    return response;
  }

  const AuthoringServiceParts parts_;
  absl::Mutex reloading_;  // One reload at a time.
};

}  // namespace

std::unique_ptr<grpc::Service> MakeAuthoringService(
    const AuthoringServiceParts& parts) {
  return std::make_unique<CallbackAuthoringService>(parts);
}

}  // namespace quiver
