// Requests that are refused, over a real socket.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/service_fixture.h"

namespace quiver {
namespace {

using ::testing::SizeIs;

using AssistantServiceTest = ServiceFixture;

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

}  // namespace
}  // namespace quiver
