#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "gateway/web_call_fixture.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr char kJson[] = "application/json";
constexpr char kSendPath[] = "/quiver.v1.AssistantService/SendMessage";

class ConnectCallTest : public WebCallFixture {};

TEST_F(ConnectCallTest, ReadsAndWritesJson) {
  const auto answer = Post(kSendPath, kJson, R"({"text": "Zoë 🚲"})",
                           {{"connect-timeout-ms", "500"}});
  v1::SendMessageRequest request;
  ASSERT_TRUE(request.ParseFromString(call().request.message));
  EXPECT_EQ(request.text(), "Zoë 🚲");
  EXPECT_EQ(call().request.timeout, absl::Milliseconds(500));
  EXPECT_THAT(call().request.metadata,
              Contains(Pair("quiver-protocol", "connect")));

  v1::SendMessageResponse response;
  response.set_session_id("abc");
  response.mutable_reply()->add_messages()->set_text("ça va");
  call().events.on_headers({});
  call().events.on_message(response.SerializeAsString());
  call().events.on_end({absl::OkStatus(), {}});

  EXPECT_EQ(answer->head.status, 200);
  EXPECT_EQ(answer->Field("content-type"), kJson);
  const json body = json::parse(answer->body);
  EXPECT_EQ(body["sessionId"], "abc");
  EXPECT_EQ(body["reply"]["messages"][0]["text"], "ça va");
}

TEST_F(ConnectCallTest, TakesAnEmptyBodyForAnEmptyMessage) {
  Post(kUnaryPath, kJson, "");
  EXPECT_EQ(call().request.message, "");
}

TEST_F(ConnectCallTest, TellsErrorsWithTheirDetails) {
  google::rpc::ErrorInfo info;
  info.set_reason("SESSION_NOT_FOUND");
  google::rpc::Status status;
  status.set_code(5);
  status.add_details()->PackFrom(info);
  const auto answer = Post(kUnaryPath, kJson, "{}", {{"origin", kOrigin}});
  call().events.on_end(
      {absl::NotFoundError("no session \"Zoë\""),
       {{"grpc-status-details-bin", status.SerializeAsString()}}});

  EXPECT_EQ(answer->head.status, 404);
  EXPECT_EQ(answer->Field("access-control-allow-origin"), kOrigin);
  const json body = json::parse(answer->body);
  EXPECT_EQ(body["code"], "not_found");
  EXPECT_EQ(body["message"], "no session \"Zoë\"");
  EXPECT_EQ(body["details"][0]["type"], "google.rpc.ErrorInfo");
  EXPECT_EQ(body["details"][0]["value"], "ChFTRVNTSU9OX05PVF9GT1VORA");
}

struct Code {
  absl::StatusCode code;
  std::string name;
  int http_status;
};

class ConnectCodeTest : public WebCallFixture,
                        public testing::WithParamInterface<Code> {};

TEST_P(ConnectCodeTest, HasANameAndAnHttpStatus) {
  const auto answer = Post(kUnaryPath, kJson, "{}");
  call().events.on_end({absl::Status(GetParam().code, "why"), {}});
  EXPECT_EQ(answer->head.status, GetParam().http_status);
  EXPECT_EQ(json::parse(answer->body)["code"], GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, ConnectCodeTest,
    testing::Values(
        Code{absl::StatusCode::kCancelled, "canceled", 499},
        Code{absl::StatusCode::kUnknown, "unknown", 500},
        Code{absl::StatusCode::kInvalidArgument, "invalid_argument", 400},
        Code{absl::StatusCode::kDeadlineExceeded, "deadline_exceeded", 504},
        Code{absl::StatusCode::kResourceExhausted, "resource_exhausted", 429},
        Code{absl::StatusCode::kFailedPrecondition, "failed_precondition", 400},
        Code{absl::StatusCode::kAborted, "aborted", 409},
        Code{absl::StatusCode::kUnimplemented, "unimplemented", 501},
        Code{absl::StatusCode::kUnavailable, "unavailable", 503},
        Code{absl::StatusCode::kUnauthenticated, "unauthenticated", 401}));

struct Bad {
  std::string path;
  std::string body;
  HttpHeaders headers;
  int status;
  std::string reason;
};

class BadConnectTest : public WebCallFixture,
                       public testing::WithParamInterface<Bad> {};

TEST_P(BadConnectTest, IsRefusedWithAReason) {
  const Bad& bad = GetParam();
  const auto answer = Post(bad.path, kJson, bad.body, bad.headers);
  EXPECT_EQ(answer->head.status, bad.status);
  EXPECT_THAT(std::string(json::parse(answer->body)["message"]),
              HasSubstr(bad.reason));
  EXPECT_THAT(channel_->calls, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Requests, BadConnectTest,
    testing::Values(
        Bad{kSendPath, "{", {}, 400, "quiver.v1.SendMessageRequest in JSON"},
        Bad{kSendPath, "[]", {}, 400, "in JSON"},
        Bad{kSendPath, R"({"text": 7})", {}, 400, "in JSON"},
        Bad{kSendPath, R"({"nothing": 7})", {}, 400, "nothing"},
        Bad{kSendPath, "{\"text\": \"\xff\"}", {}, 400, "in JSON"},
        Bad{kSendPath, "{}", {{"connect-timeout-ms", "x"}}, 400, "ten digits"},
        Bad{kSendPath,
            "{}",
            {{"connect-timeout-ms", "12345678901"}},
            400,
            "ten digits"},
        Bad{kStreamPath, "{}", {}, 501, "stream"},
        Bad{"/quiver.v1.AssistantService/Converse", "{}", {}, 501, "stream"},
        Bad{"/quiver.v1.AssistantService/No", "{}", {}, 501, "no method"}));

TEST_F(ConnectCallTest, CancelsWhenTheClientGoes) {
  const auto answer = Post(kUnaryPath, kJson, "{}");
  answer->disconnect();
  EXPECT_EQ(call().cancelled, 1);
}

TEST_F(ConnectCallTest, RefusesCallsWhenTheServerStops) {
  handler().StopTakingCalls();
  const auto answer = Post(kUnaryPath, kJson, "{}");
  EXPECT_EQ(answer->head.status, 503);
  EXPECT_EQ(json::parse(answer->body)["code"], "unavailable");
  EXPECT_NE(answer->Field("retry-after"), "");
}

}  // namespace
}  // namespace quiver
