// AssistantService, every method over a real socket.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
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
struct InvalidCase {
  std::string name;
  std::function<void(v1::SendMessageRequest&)> spoil;
  std::string field;
};

class InvalidRequestTest : public ServiceFixture,
                           public testing::WithParamInterface<InvalidCase> {};

TEST_P(InvalidRequestTest, NamesTheField) {
  v1::SendMessageRequest request;
  request.set_text("Is it safe?");
  GetParam().spoil(request);
  v1::SendMessageResponse response;
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_EQ(error.code, grpc::INVALID_ARGUMENT);
  EXPECT_EQ(error.reason, "INVALID_FIELDS");
  EXPECT_EQ(error.domain, "quiver.dev");
  ASSERT_THAT(error.violations, SizeIs(1));
  EXPECT_EQ(error.violations.begin()->first, GetParam().field);
  EXPECT_FALSE(error.retry);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, InvalidRequestTest,
    testing::Values(
        InvalidCase{"NoInput", [](auto& request) { request.clear_text(); },
                    "text"},
        InvalidCase{"TwoInputs",
                    [](auto& request) { request.set_event(v1::EVENT_RESTART); },
                    "text"},
        InvalidCase{"OnlySpace", [](auto& request) { request.set_text(" \n"); },
                    "text"},
        InvalidCase{
            "TooLong",
            [](auto& request) { request.set_text(std::string(4097, 'a')); },
            "text"},
        InvalidCase{"AssistantName",
                    [](auto& request) { request.set_assistant("../bicycle"); },
                    "assistant"},
        InvalidCase{
            "LongAssistantName",
            [](auto& request) { request.set_assistant(std::string(65, 'a')); },
            "assistant"},
        InvalidCase{"SessionId",
                    [](auto& request) { request.set_session_id("12"); },
                    "session_id"},
        InvalidCase{
            "ShortRequestId",
            [](auto& request) { request.set_request_id("123456789012345"); },
            "request_id"},
        InvalidCase{
            "LongRequestId",
            [](auto& request) { request.set_request_id(std::string(65, '1')); },
            "request_id"},
        InvalidCase{
            "RequestIdWithSpace",
            [](auto& request) { request.set_request_id("0123456789 012345"); },
            "request_id"},
        InvalidCase{"TooManyOptions",
                    [](auto& request) {
                      request.clear_text();
                      for (int i = 0; i < 33; ++i) request.add_option_ids("a");
                    },
                    "option_ids"},
        InvalidCase{"LongOption",
                    [](auto& request) {
                      request.clear_text();
                      request.add_option_ids("part.brake");
                      request.add_option_ids(std::string(49, 'a'));
                    },
                    "option_ids[1]"},
        InvalidCase{"EmptyOption",
                    [](auto& request) {
                      request.clear_text();
                      request.add_option_ids("");
                    },
                    "option_ids[0]"},
        InvalidCase{"UnknownEvent",
                    [](auto& request) {
                      request.clear_text();
                      request.set_event(static_cast<v1::Event>(9));
                    },
                    "event"},
        InvalidCase{"LanguageCode",
                    [](auto& request) { request.set_language_code("en_GB"); },
                    "language_code"},
        InvalidCase{"Channel",
                    [](auto& request) { request.set_channel("Web Page"); },
                    "channel"}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(AssistantServiceTest, EveryFieldAtFaultIsNamed) {
  v1::SendMessageRequest request;
  request.set_session_id("12");
  request.set_channel("!");
  v1::SendMessageResponse response;
  const ErrorDetails error = DetailsOf(Send(request, response));

  EXPECT_THAT(error.violations, SizeIs(3));
}

TEST_F(AssistantServiceTest, LimitsThemselvesAreAllowed) {
  v1::SendMessageRequest request;
  request.set_text(std::string(4096, 'a'));
  request.set_request_id(std::string(64, 'a'));
  request.set_language_code("en-GB");
  request.set_channel("web");
  v1::SendMessageResponse response;

  EXPECT_TRUE(Send(request, response).ok());
}

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

TEST_F(AssistantServiceTest, GetSessionTellsWhatIsRemembered) {
  v1::GetSessionRequest request;
  request.set_session_id(Say("Why does my left brake squeal?").session_id());
  v1::GetSessionResponse response;
  ASSERT_TRUE(Call(*assistant_, &v1::AssistantService::Stub::GetSession,
                   request, response)
                  .ok());

  const v1::Session& session = response.session();
  EXPECT_EQ(session.session_id(), request.session_id());
  EXPECT_EQ(session.assistant(), "bicycle");
  EXPECT_EQ(session.turn(), 1u);
  EXPECT_EQ(session.pending_slot(), "cause");
  ASSERT_GE(session.slots_size(), 1);
  EXPECT_EQ(session.slots(0).name(), "part");
  EXPECT_EQ(session.slots(0).value(), "brake");
  EXPECT_EQ(session.slots(0).side(), "left");
  EXPECT_EQ(session.last_active_time().seconds(),
            absl::ToUnixSeconds(clock_.Now()));
  EXPECT_EQ(session.expire_time().seconds(),
            absl::ToUnixSeconds(clock_.Now() + absl::Hours(24)));
}

TEST_F(AssistantServiceTest, ListTurnsPagesThroughTheHistory) {
  v1::ListTurnsRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  Say("brake", request.session_id());
  Say("rain", request.session_id());
  request.set_page_size(2);
  v1::ListTurnsResponse response;
  const auto list = [&] {
    return Call(*assistant_, &v1::AssistantService::Stub::ListTurns, request,
                response);
  };

  ASSERT_TRUE(list().ok());
  ASSERT_EQ(response.turns_size(), 2);
  EXPECT_EQ(response.turns(0).turn(), 1u);
  EXPECT_EQ(response.turns(0).input(), "Why does it squeak?");
  EXPECT_EQ(response.turns(1).reply().citations(0).document_id(),
            "brake-noise");

  request.set_page_token(response.next_page_token());
  ASSERT_TRUE(list().ok());
  ASSERT_EQ(response.turns_size(), 1);
  EXPECT_EQ(response.turns(0).input(), "rain");
  EXPECT_EQ(response.next_page_token(), "");
}

TEST_F(AssistantServiceTest, PageIsChecked) {
  v1::ListTurnsRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  v1::ListTurnsResponse response;
  const auto violations = [&] {
    return DetailsOf(Call(*assistant_, &v1::AssistantService::Stub::ListTurns,
                          request, response))
        .violations;
  };

  request.set_page_size(201);
  EXPECT_EQ(violations().count("page_size"), 1u);
  request.set_page_size(-1);
  EXPECT_EQ(violations().count("page_size"), 1u);
  request.set_page_size(0);
  for (const char* token : {"x", "-1", "1x", "9223372036854775808"}) {
    request.set_page_token(token);
    EXPECT_EQ(violations().count("page_token"), 1u) << token;
  }
}

TEST_F(AssistantServiceTest, DeleteSessionGivesAReceipt) {
  v1::DeleteSessionRequest request;
  request.set_session_id(Say("Why does it squeak?").session_id());
  Say("brake", request.session_id());
  v1::DeleteSessionResponse response;
  const auto erase = [&] {
    return Call(*assistant_, &v1::AssistantService::Stub::DeleteSession,
                request, response);
  };

  ASSERT_TRUE(erase().ok());
  EXPECT_EQ(response.receipt().deleted_turns(), 2u);
  EXPECT_EQ(response.receipt().delete_time().seconds(),
            absl::ToUnixSeconds(clock_.Now()));
  EXPECT_THAT(response.receipt().session_hash(),
              AllOf(SizeIs(64), Not(HasSubstr(request.session_id()))));

  ASSERT_TRUE(erase().ok());
  EXPECT_EQ(response.receipt().deleted_turns(), 0u);
}

TEST_F(AssistantServiceTest, CallsOnSessionsHaveTheirErrors) {
  const auto get = [this](const std::string& id) {
    v1::GetSessionRequest request;
    request.set_session_id(id);
    v1::GetSessionResponse response;
    return DetailsOf(Call(*assistant_, &v1::AssistantService::Stub::GetSession,
                          request, response));
  };
  EXPECT_EQ(get("").violations.count("session_id"), 1u);
  EXPECT_EQ(get(std::string(32, 'a')).code, grpc::NOT_FOUND);
  EXPECT_EQ(get(std::string(32, 'a')).reason, "SESSION_NOT_FOUND");
  store_.failure = absl::UnavailableError("disk full");
  EXPECT_EQ(get(std::string(32, 'a')).reason, "STORE_UNAVAILABLE");
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
