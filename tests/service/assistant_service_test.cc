// AssistantService, every method over a real socket.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

using AssistantServiceTest = ServiceFixture;

TEST_F(AssistantServiceTest, SendMessageAnswersWithAllParts) {
  v1::SendMessageRequest request;
  request.set_text("How do I fix my left brake?");
  request.set_request_id(kRequestId);
  request.set_include_trace(true);
  v1::SendMessageResponse response;
  ASSERT_TRUE(Send(request, response).ok());

  EXPECT_THAT(response.session_id(), SizeIs(32));
  EXPECT_EQ(response.request_id(), kRequestId);
  EXPECT_EQ(response.turn(), 1u);
  EXPECT_EQ(response.content_hash(), BicycleCatalog()->content_hash);
  EXPECT_GT(response.trace().steps_size(), 0);

  EXPECT_EQ(response.reply().messages(0).text(),
            "Brakes squeal when their pads are dirty.");
  const v1::Message& message = response.reply().messages(1);
  EXPECT_EQ(message.text(), "- wipe the rim\n- roughen the pads");
  EXPECT_EQ(message.kind(), v1::MESSAGE_KIND_ANSWER);
  ASSERT_TRUE(message.parts(0).has_list());
  EXPECT_EQ(message.parts(0).list().items(1), "roughen the pads");

  const v1::Citation& citation = response.reply().citations(0);
  EXPECT_EQ(citation.document_id(), "brake-noise");
  EXPECT_EQ(citation.topic(), "brakes");
  EXPECT_EQ(citation.reviewed(), "2026-01-01");
  EXPECT_EQ(citation.sources(0).organisation(), "Test Press");
  EXPECT_EQ(citation.sources(0).year(), 2020);

  const v1::Slot& slot = response.understanding().slots(0);
  EXPECT_EQ(slot.name(), "part");
  EXPECT_EQ(slot.value(), "brake");
  EXPECT_EQ(slot.side(), "left");
  EXPECT_EQ(slot.start(), 21u);
  EXPECT_EQ(slot.end(), 26u);
}

TEST_F(AssistantServiceTest, QuestionBackCarriesOptionsAndPicker) {
  const v1::Reply reply = Say("Why does it squeak?").reply();

  EXPECT_EQ(reply.outcome(), v1::OUTCOME_ASKED);
  EXPECT_EQ(reply.urgency(), v1::URGENCY_NONE);
  EXPECT_EQ(reply.pending_slot(), "part");
  EXPECT_EQ(reply.picker(), "bicycle_map");
  EXPECT_TRUE(reply.multiple());
  EXPECT_EQ(reply.options(0).option_id(), "part.brake");
  EXPECT_EQ(reply.options(0).label(), "brake");
}

TEST_F(AssistantServiceTest, SafetyReplyIsMarked) {
  const v1::Reply reply = Say("My brakes do not work").reply();

  EXPECT_EQ(reply.outcome(), v1::OUTCOME_SAFETY);
  EXPECT_EQ(reply.urgency(), v1::URGENCY_EMERGENCY);
  EXPECT_EQ(reply.messages(0).kind(), v1::MESSAGE_KIND_SAFETY);
}

TEST_F(AssistantServiceTest, EventStartGreetsAndStoresNothing) {
  v1::SendMessageRequest request;
  request.set_event(v1::EVENT_START);
  v1::SendMessageResponse response;
  ASSERT_TRUE(Send(request, response).ok());

  EXPECT_EQ(response.session_id(), "");
  EXPECT_EQ(response.turn(), 0u);
  EXPECT_THAT(response.reply().messages(0).text(), HasSubstr("Hello."));
}

TEST_F(AssistantServiceTest, OptionsAndRestartAreTaken) {
  v1::SendMessageRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  request.add_option_ids("part.chain");
  v1::SendMessageResponse response;
  ASSERT_TRUE(Send(request, response).ok());
  EXPECT_EQ(response.reply().citations(0).document_id(), "chain-noise");

  request.clear_option_ids();
  request.set_event(v1::EVENT_RESTART);
  ASSERT_TRUE(Send(request, response).ok());
  EXPECT_EQ(response.reply().messages(0).text(), "We start afresh.");
}

TEST_F(AssistantServiceTest, RetryGetsTheSameBytes) {
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  request.set_request_id(kRequestId);
  v1::SendMessageResponse first;
  ASSERT_TRUE(Send(request, first).ok());
  v1::SendMessageResponse again;
  ASSERT_TRUE(Send(request, again).ok());

  EXPECT_EQ(again.SerializeAsString(), first.SerializeAsString());
}

TEST_F(AssistantServiceTest, RequestIdWithAnotherInputIsRefused) {
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  request.set_request_id(kRequestId);
  v1::SendMessageResponse response;
  ASSERT_TRUE(Send(request, response).ok());
  request.set_text("Is it dangerous?");
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(error.reason, "REQUEST_ID_REUSED");
  EXPECT_EQ(error.violations.count("request_id"), 1u);
}

// A request with one thing wrong, and the field that is named for it.

TEST_F(AssistantServiceTest, UnknownAssistantIsNotFound) {
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  request.set_assistant("horse");
  v1::SendMessageResponse response;
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_EQ(error.code, grpc::NOT_FOUND);
  EXPECT_EQ(error.reason, "ASSISTANT_NOT_FOUND");
}

TEST_F(AssistantServiceTest, StoreThatCannotBeReachedSaysWhenToRetry) {
  store_.failure = absl::UnavailableError("disk full");
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  v1::SendMessageResponse response;
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_EQ(error.code, grpc::UNAVAILABLE);
  EXPECT_EQ(error.reason, "STORE_UNAVAILABLE");
  EXPECT_TRUE(error.retry);
  EXPECT_THAT(error.for_people, HasSubstr("try again"));
}

TEST_F(AssistantServiceTest, ContendedSessionIsAborted) {
  store_.before_append = [] { return absl::AbortedError("overtaken"); };
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  v1::SendMessageResponse response;
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_EQ(error.code, grpc::ABORTED);
  EXPECT_EQ(error.reason, "SESSION_CONTENDED");
  EXPECT_THAT(error.for_people, HasSubstr("again"));
}

TEST_F(AssistantServiceTest, DescribeAssistantTellsTheFirstScreen) {
  v1::DescribeAssistantResponse response;
  ASSERT_TRUE(Call(*assistant_, &v1::AssistantService::Stub::DescribeAssistant,
                   v1::DescribeAssistantRequest(), response)
                  .ok());

  EXPECT_EQ(response.assistant(), "bicycle");
  EXPECT_EQ(response.name(), "Bicycle Guide");
  EXPECT_EQ(response.language_code(), "en");
  EXPECT_THAT(response.greeting(), HasSubstr("Hello."));
  EXPECT_THAT(response.disclaimer(), HasSubstr("not a mechanic"));
  EXPECT_EQ(response.starter_questions_size(), 2);
  EXPECT_EQ(response.content_hash(), BicycleCatalog()->content_hash);
  EXPECT_EQ(response.contact(), "Ask in a bicycle shop.");
  EXPECT_EQ(response.max_text_bytes(), 4096u);
}

TEST_F(AssistantServiceTest, DescribeAssistantErrors) {
  v1::DescribeAssistantRequest request;
  v1::DescribeAssistantResponse response;
  request.set_assistant("horse");
  EXPECT_EQ(DetailsOf(Call(*assistant_,
                           &v1::AssistantService::Stub::DescribeAssistant,
                           request, response))
                .reason,
            "ASSISTANT_NOT_FOUND");
  request.set_assistant("No Name");
  EXPECT_EQ(DetailsOf(Call(*assistant_,
                           &v1::AssistantService::Stub::DescribeAssistant,
                           request, response))
                .reason,
            "INVALID_FIELDS");
}

TEST_F(AssistantServiceTest, LogNamesMethodAndCodeAndNothingThatWasSaid) {
  const std::string session = Say("Why does my brake squeal?").session_id();
  v1::SendMessageRequest bad;
  bad.set_text("squealing brake");
  bad.set_session_id("brake");
  v1::SendMessageResponse response;
  Send(bad, response);
  server_->Shutdown(absl::InfiniteDuration());

  EXPECT_THAT(log_.lines(),
              testing::ElementsAre(
                  "info call method=SendMessage code=OK",
                  "info call method=SendMessage code=INVALID_ARGUMENT"));
  EXPECT_THAT(log_.lines(), Each(Not(HasSubstr(session))));
}

}  // namespace
}  // namespace quiver
