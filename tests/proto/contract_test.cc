// Names that clients outside the repository rely on.

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quiver/v1/assistant.pb.h"
#include "quiver/v1/authoring.pb.h"
#include "quiver/v1/knowledge.pb.h"

namespace quiver {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using ::testing::StartsWith;

struct MessageCase {
  std::string message;
  std::vector<std::string> fields;
};

class MessageTest : public testing::TestWithParam<MessageCase> {};

TEST_P(MessageTest, HasItsFields) {
  // Links the files in.
  v1::SendMessageRequest::descriptor();
  const auto* message = DescriptorPool::generated_pool()->FindMessageTypeByName(
      "quiver.v1." + GetParam().message);
  ASSERT_NE(message, nullptr);
  for (const std::string& field : GetParam().fields) {
    EXPECT_NE(message->FindFieldByName(field), nullptr) << field;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Contract, MessageTest,
    testing::Values(
        MessageCase{
            "SendMessageRequest",
            {"assistant", "session_id", "request_id", "text", "option_ids",
             "event", "language_code", "channel", "include_trace"}},
        MessageCase{"SendMessageResponse",
                    {"session_id", "request_id", "turn", "reply",
                     "understanding", "content_hash", "trace"}},
        MessageCase{"Reply",
                    {"messages", "citations", "options", "picker", "outcome",
                     "urgency", "pending_slot", "handover"}},
        MessageCase{"Message", {"text", "parts"}},
        MessageCase{"Part", {"paragraph", "list", "link"}},
        MessageCase{"Citation",
                    {"document_id", "topic", "title", "sources", "reviewed"}},
        MessageCase{"Option", {"option_id", "label", "document_id", "topic"}},
        MessageCase{"Understanding", {"intents", "slots", "corrected_text"}},
        MessageCase{"RankedIntent", {"intent", "method", "confidence"}},
        MessageCase{"Slot",
                    {"name", "value", "side", "negated", "start", "end"}},
        MessageCase{"GetSessionResponse", {"session"}},
        MessageCase{"Session", {"slots"}}),
    [](const auto& tested) { return tested.param.message; });

struct ServiceCase {
  std::string service;
  std::vector<std::string> methods;
};

class ServiceTest : public testing::TestWithParam<ServiceCase> {};

TEST_P(ServiceTest, HasItsMethods) {
  v1::ExplainRequest::descriptor();
  v1::GetDocumentRequest::descriptor();
  const auto* service = DescriptorPool::generated_pool()->FindServiceByName(
      "quiver.v1." + GetParam().service);
  ASSERT_NE(service, nullptr);
  for (const std::string& method : GetParam().methods) {
    EXPECT_NE(service->FindMethodByName(method), nullptr) << method;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Contract, ServiceTest,
    testing::Values(ServiceCase{"AssistantService",
                                {"SendMessage", "Converse", "DescribeAssistant",
                                 "GetSession", "ListTurns", "DeleteSession",
                                 "SubmitFeedback"}},
                    ServiceCase{
                        "KnowledgeService",
                        {"SearchDocuments", "GetDocument", "ListDocuments"}},
                    ServiceCase{"AuthoringService",
                                {"Explain", "ReloadContent", "ListUnanswered",
                                 "GetUsage"}}),
    [](const auto& tested) { return tested.param.service; });

TEST(ContractTest, AssistantProtoStandsAlone) {
  const FileDescriptor* file = v1::SendMessageRequest::descriptor()->file();

  EXPECT_EQ(file->name(), "quiver/v1/assistant.proto");
  for (int i = 0; i < file->dependency_count(); ++i) {
    EXPECT_THAT(file->dependency(i)->name(), StartsWith("google/protobuf/"));
  }
  EXPECT_NE(file->FindEnumTypeByName("Outcome"), nullptr);
  EXPECT_NE(file->FindEnumTypeByName("Urgency"), nullptr);
  EXPECT_NE(file->FindEnumTypeByName("Event"), nullptr);
}

}  // namespace
}  // namespace quiver
