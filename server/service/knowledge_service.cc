#include "service/knowledge_service.h"

#include <fmt/format.h>

#include <utility>

#include "base/status_macros.h"
#include "quiver/v1/knowledge.grpc.pb.h"
#include "service/error_details.h"
#include "service/turn_errors.h"
#include "service/wire_format.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr int32_t kUsualResults = 10;
constexpr int32_t kMostResults = 50;
constexpr int32_t kUsualDocuments = 50;
constexpr int32_t kMostDocuments = 200;

using Service = v1::KnowledgeService;
using RawService = Service::WithRawCallbackMethod_SearchDocuments<
    Service::WithRawCallbackMethod_GetDocument<
        Service::WithRawCallbackMethod_ListDocuments<Service::Service>>>;

absl::StatusOr<std::shared_ptr<const Assistant>> FindAssistant(
    const AssistantDirectory& assistants, const std::string& name) {
  QUIVER_RETURN_IF_ERROR(ValidateAssistantName(name));
  auto assistant = assistants.Find(name);
  if (!assistant.ok()) return WithTurnReason(assistant.status());
  return assistant;
}

absl::Status ValidateQuery(const std::string& query,
                           const RequestLimits& limits) {
  if (query.empty() || query.size() > limits.max_text_bytes ||
      !IsValidUtf8(query)) {
    return InvalidFields(
        {{"query", fmt::format("must be 1 to {} bytes of UTF-8",
                               limits.max_text_bytes)}});
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::SearchDocumentsResponse> Search(
    const AssistantDirectory& assistants, const RequestLimits& limits,
    const v1::SearchDocumentsRequest& request) {
  QUIVER_ASSIGN_OR_RETURN(const auto assistant,
                          FindAssistant(assistants, request.assistant()));
  QUIVER_RETURN_IF_ERROR(ValidateQuery(request.query(), limits));
  QUIVER_ASSIGN_OR_RETURN(
      const Page page,
      ValidatePage(request.page_size(), "", kUsualResults, kMostResults));
  v1::SearchDocumentsResponse response;
  for (const Candidate& found :
       assistant->understander->Search(request.query(), page.size)) {
    if (found.document == nullptr) continue;
    v1::SearchResult& result = *response.add_results();
    *result.mutable_document() = ToWire(*found.document, false);
    *result.mutable_passage() = ToWire(found.document->passages[found.passage]);
    result.set_score(found.confidence);
  }
  return response;
}

absl::StatusOr<v1::GetDocumentResponse> Get(
    const AssistantDirectory& assistants,
    const v1::GetDocumentRequest& request) {
  QUIVER_ASSIGN_OR_RETURN(const auto assistant,
                          FindAssistant(assistants, request.assistant()));
  const Document* document =
      assistant->catalog->FindDocument(request.document_id());
  if (document == nullptr) {
    return WithReason(absl::NotFoundError("there is no such document"),
                      "DOCUMENT_NOT_FOUND");
  }
  v1::GetDocumentResponse response;
  *response.mutable_document() = ToWire(*document, true);
  return response;
}

absl::StatusOr<v1::ListDocumentsResponse> List(
    const AssistantDirectory& assistants,
    const v1::ListDocumentsRequest& request) {
  QUIVER_ASSIGN_OR_RETURN(const auto assistant,
                          FindAssistant(assistants, request.assistant()));
  QUIVER_ASSIGN_OR_RETURN(
      const Page page, ValidatePage(request.page_size(), request.page_token(),
                                    kUsualDocuments, kMostDocuments));
  const std::vector<Document>& documents = assistant->catalog->documents;
  v1::ListDocumentsResponse response;
  for (uint64_t i = page.after; i < documents.size(); ++i) {
    if (i - page.after == page.size) {
      response.set_next_page_token(PageToken(i));
      break;
    }
    *response.add_documents() = ToWire(documents[i], false);
  }
  return response;
}

class CallbackKnowledgeService final : public RawService {
 public:
  CallbackKnowledgeService(const AssistantDirectory& assistants,
                           const RequestLimits& limits,
                           const CallObservers& observers)
      : assistants_(assistants), limits_(limits), observers_(observers) {}

  grpc::ServerUnaryReactor* SearchDocuments(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::SearchDocumentsRequest, v1::SearchDocumentsResponse>(
        context, request, response, observers_, "SearchDocuments",
        [this](const v1::SearchDocumentsRequest& parsed,
               Respond<v1::SearchDocumentsResponse> respond) {
          respond(Search(assistants_, limits_, parsed));
        });
  }

  grpc::ServerUnaryReactor* GetDocument(grpc::CallbackServerContext* context,
                                        const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::GetDocumentRequest, v1::GetDocumentResponse>(
        context, request, response, observers_, "GetDocument",
        [this](const v1::GetDocumentRequest& parsed,
               Respond<v1::GetDocumentResponse> respond) {
          respond(Get(assistants_, parsed));
        });
  }

  grpc::ServerUnaryReactor* ListDocuments(grpc::CallbackServerContext* context,
                                          const grpc::ByteBuffer* request,
                                          grpc::ByteBuffer* response) override {
    return AnswerUnary<v1::ListDocumentsRequest, v1::ListDocumentsResponse>(
        context, request, response, observers_, "ListDocuments",
        [this](const v1::ListDocumentsRequest& parsed,
               Respond<v1::ListDocumentsResponse> respond) {
          respond(List(assistants_, parsed));
        });
  }

 private:
  const AssistantDirectory& assistants_;
  const RequestLimits limits_;
  const CallObservers observers_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeKnowledgeService(
    const AssistantDirectory& assistants, const RequestLimits& limits,
    const CallObservers& observers) {
  return std::make_unique<CallbackKnowledgeService>(assistants, limits,
                                                    observers);
}

}  // namespace quiver
