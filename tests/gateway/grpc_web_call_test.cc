#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"
#include "gateway/web_call_fixture.h"
#include "gateway/web_frames.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

constexpr char kBinary[] = "application/grpc-web+proto";
constexpr char kText[] = "application/grpc-web-text";

const absl::Status kNotFound =
    absl::NotFoundError("no session \"Zoë\", 100% sure");

class GrpcWebCallTest : public WebCallFixture {};

TEST_F(GrpcWebCallTest, PassesTheCallOn) {
  Post(kUnaryPath, kBinary, MessageFrame("request"),
       {{"x-own", "1"}, {"grpc-timeout", "200m"}, {"quiver-protocol", "lie"}});

  EXPECT_EQ(call().request.method, kUnaryPath);
  EXPECT_EQ(call().request.message, "request");
  EXPECT_FALSE(call().request.streams);
  EXPECT_EQ(call().request.timeout, absl::Milliseconds(200));
  EXPECT_THAT(
      call().request.metadata,
      ElementsAre(Pair("x-own", "1"), Pair("quiver-protocol", "grpc-web")));
  EXPECT_EQ(call().started, 1);
}

TEST_F(GrpcWebCallTest, AnswersWithTheMessageAndTheTrailers) {
  const auto answer = Post(kUnaryPath, kBinary, MessageFrame(""));
  call().events.on_headers({{"x-leading", "1"}, {"x-bytes-bin", "\xff"}});
  call().events.on_message("response");
  call().events.on_end({absl::OkStatus(), {{"x-trailing", "2"}}});

  EXPECT_EQ(answer->ended, 1);
  EXPECT_EQ(answer->head.status, 200);
  EXPECT_THAT(answer->head.headers,
              AllOf(Contains(Pair("content-type", kBinary)),
                    Contains(Pair("cache-control", "no-store")),
                    Contains(Pair("x-accel-buffering", "no")),
                    Contains(Pair("x-leading", "1")),
                    Contains(Pair("x-bytes-bin", "/w=="))));
  EXPECT_EQ(answer->body,
            MessageFrame("response") +
                TrailersFrame(absl::OkStatus(), {{"x-trailing", "2"}}));
}

TEST_F(GrpcWebCallTest, TellsAnErrorInTheHead) {
  const auto answer =
      Post(kUnaryPath, kBinary, MessageFrame(""), {{"origin", kOrigin}});
  call().events.on_headers({});
  call().events.on_end(
      {kNotFound, {{"grpc-status-details-bin", "\x08\x05"}, {"x-own", "1"}}});

  EXPECT_EQ(answer->head.status, 200);
  EXPECT_EQ(answer->body, "");
  EXPECT_THAT(answer->head.headers,
              AllOf(Contains(Pair("grpc-status", "5")),
                    Contains(Pair("grpc-message",
                                  "no session \"Zo%C3%AB\", 100%25 sure")),
                    Contains(Pair("grpc-status-details-bin", "CAU=")),
                    Contains(Pair("access-control-expose-headers",
                                  HasSubstr("grpc-status-details-bin"))),
                    Contains(Pair("access-control-expose-headers",
                                  HasSubstr("x-own")))));
}

TEST_F(GrpcWebCallTest, AnswersInTheFormThatIsAskedFor) {
  const auto answer =
      Post(kUnaryPath, kText, absl::Base64Escape(MessageFrame("request")));
  EXPECT_EQ(call().request.message, "request");
  EXPECT_THAT(call().request.metadata,
              ElementsAre(Pair("quiver-protocol", "grpc-web-text")));
  call().events.on_headers({});
  call().events.on_message("response");
  call().events.on_end({absl::OkStatus(), {}});
  EXPECT_EQ(answer->Field("content-type"), "application/grpc-web-text+proto");
  EXPECT_EQ(answer->body,
            absl::Base64Escape(MessageFrame("response")) +
                absl::Base64Escape(TrailersFrame(absl::OkStatus(), {})));

  Post(kUnaryPath, kBinary, MessageFrame(""), {{"accept", kText}});
  const auto text =
      Post(kUnaryPath, kBinary, MessageFrame(""), {{"accept", kText}});
  call().events.on_end({absl::OkStatus(), {}});
  EXPECT_EQ(text->Field("content-type"), "application/grpc-web-text+proto");
}

TEST_F(GrpcWebCallTest, StreamsMessagesAtThePaceOfTheClient) {
  const auto answer = Post(kStreamPath, kBinary, MessageFrame(""));
  EXPECT_TRUE(call().request.streams);
  call().events.on_headers({{"x-leading", "1"}});
  call().events.on_message("one");
  EXPECT_EQ(answer->Field("x-leading"), "1");
  EXPECT_THAT(answer->pieces, ElementsAre(MessageFrame("one")));
  EXPECT_EQ(call().reads, 0);

  answer->written[0]();
  EXPECT_EQ(call().reads, 1);
  call().events.on_message("two");
  answer->written[1]();
  EXPECT_EQ(call().reads, 2);

  EXPECT_EQ(answer->ended, 0);
  call().events.on_end({kNotFound, {}});
  EXPECT_EQ(answer->ended, 1);
  EXPECT_EQ(answer->pieces.back(), TrailersFrame(kNotFound, {}));
}

TEST_F(GrpcWebCallTest, PadsEachMessageOfAStreamInText) {
  const auto answer =
      Post(kStreamPath, kText, absl::Base64Escape(MessageFrame("")));
  call().events.on_headers({});
  call().events.on_message("a");
  call().events.on_message("bc");
  EXPECT_THAT(answer->pieces,
              ElementsAre(absl::Base64Escape(MessageFrame("a")),
                          absl::Base64Escape(MessageFrame("bc"))));
}

TEST_F(GrpcWebCallTest, EndsAStreamWithoutMessagesByTrailersOnly) {
  const auto answer = Post(kStreamPath, kBinary, MessageFrame(""));
  call().events.on_headers({});
  call().events.on_end({absl::OkStatus(), {}});
  EXPECT_EQ(answer->body, TrailersFrame(absl::OkStatus(), {}));
}

TEST_F(GrpcWebCallTest, CancelsWhenTheClientGoes) {
  const auto answer = Post(kStreamPath, kBinary, MessageFrame(""));
  answer->disconnect();
  EXPECT_EQ(call().cancelled, 1);
  call().events.on_end({absl::CancelledError(), {}});
  answer->disconnect();
  EXPECT_EQ(call().cancelled, 1);
}

TEST_F(GrpcWebCallTest, CapsTheDeadline) {
  options_.max_time = absl::Seconds(3);
  for (const char* timeout : {"", "1H", "99999999H"}) {
    Post(kUnaryPath, kBinary, MessageFrame(""), {{"grpc-timeout", timeout}});
    EXPECT_EQ(call().request.timeout, absl::Seconds(3)) << timeout;
  }
}

TEST_F(GrpcWebCallTest, KnowsWhatCannotBeCalled) {
  struct Unknown {
    std::string path;
    std::string message;
  };
  for (const Unknown& unknown :
       {Unknown{"/quiver.v1.AssistantService/Nothing", "there is no method"},
        Unknown{"/nothing", "there is no method"},
        Unknown{"/quiver.v1.AssistantService.SendMessage", "no method"},
        Unknown{"/quiver.v1.AssistantService/SendMessage/x", "no method"},
        Unknown{"/quiver.v1.AssistantService/Converse", "takes a stream"}}) {
    const auto answer = Post(unknown.path, kBinary, MessageFrame(""));
    EXPECT_EQ(answer->head.status, 200);
    EXPECT_EQ(answer->Field("grpc-status"), "12") << unknown.path;
    EXPECT_THAT(answer->Field("grpc-message"), HasSubstr(unknown.message));
  }
  EXPECT_THAT(channel_->calls, IsEmpty());
}

TEST_F(GrpcWebCallTest, RefusesBodiesThatAreNone) {
  options_.max_message_bytes = 10;
  struct Bad {
    std::string type;
    std::string body;
    int status;
    std::string reason;
  };
  const std::string frame = MessageFrame("abc");
  const std::vector<Bad> cases = {
      {kBinary, "", 400, "one frame"},
      {kBinary, frame + frame, 400, "one frame"},
      {kBinary, frame.substr(0, 3), 400, "cut off"},
      {kBinary, frame.substr(0, 6), 400, "cut off"},
      {kBinary, frame + "\x01", 400, "cut off"},
      {kBinary, std::string("\x01\0\0\0\0", 5), 400, "compressed"},
      {kBinary, TrailersFrame(absl::OkStatus(), {}), 413, "limit"},
      {kBinary, "rubbish", 400, "unknown flags"},
      {kBinary, MessageFrame("elevenbytes"), 413, "limit of 10"},
      {kText, "rubbish!", 400, "base64"},
      {kText, "AAAAAAN", 400, "base64 of the body is cut off"}};
  for (const Bad& bad : cases) {
    const auto answer =
        Post(kUnaryPath, bad.type, bad.body, {{"origin", kOrigin}});
    EXPECT_EQ(answer->head.status, bad.status) << bad.reason;
    EXPECT_THAT(answer->body, HasSubstr(bad.reason));
    EXPECT_EQ(answer->Field("grpc-status"), bad.status == 413 ? "8" : "3");
    EXPECT_EQ(answer->Field("access-control-allow-origin"), kOrigin);
  }
  EXPECT_THAT(channel_->calls, IsEmpty());
}

TEST_F(GrpcWebCallTest, RefusesHeadersThatAreNone) {
  for (const auto& [name, value] :
       HttpHeaders{{"grpc-timeout", "soon"}, {"x-a-bin", "*"}}) {
    const auto answer =
        Post(kUnaryPath, kBinary, MessageFrame(""), {{name, value}});
    EXPECT_EQ(answer->head.status, 400);
    EXPECT_EQ(answer->Field("grpc-status"), "3");
    EXPECT_THAT(answer->body, HasSubstr(name));
  }
}

TEST_F(GrpcWebCallTest, LimitsTheCallsOfAnAddress) {
  options_.max_calls_per_address = 2;
  Post(kStreamPath, kBinary, MessageFrame(""));
  Post(kStreamPath, kBinary, MessageFrame(""));
  const auto third = Post(kStreamPath, kBinary, MessageFrame(""));
  EXPECT_EQ(third->Field("grpc-status"), "8");
  EXPECT_THAT(channel_->calls, SizeIs(2));

  channel_->calls[0]->events.on_end({absl::OkStatus(), {}});
  Post(kStreamPath, kBinary, MessageFrame(""));
  EXPECT_THAT(channel_->calls, SizeIs(3));
}

TEST_F(GrpcWebCallTest, RefusesCallsWhenTheServerStops) {
  handler().StopTakingCalls();
  const auto answer = Post(kUnaryPath, kBinary, MessageFrame(""));
  EXPECT_EQ(answer->head.status, 503);
  EXPECT_EQ(answer->Field("grpc-status"), "14");
  EXPECT_NE(answer->Field("retry-after"), "");
}

TEST_F(GrpcWebCallTest, TakesNothingButPosts) {
  for (const char* method : {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
    HttpRequest request;
    request.method = method;
    request.path = kUnaryPath;
    const auto answer = Send(std::move(request));
    EXPECT_EQ(answer->head.status, 405) << method;
    EXPECT_EQ(answer->Field("allow"), "POST, OPTIONS");
  }
}

TEST_F(GrpcWebCallTest, SaysWhatTypesItTakes) {
  for (const char* type : {"", "text/plain", "application/grpc"}) {
    const auto answer = Post(kUnaryPath, type, "");
    EXPECT_EQ(answer->head.status, 415) << type;
    EXPECT_THAT(answer->Field("accept-post"), HasSubstr("grpc-web-text"));
  }
}

TEST_F(GrpcWebCallTest, TakesNoCompressedBodies) {
  const auto answer = Post(kUnaryPath, kBinary, MessageFrame(""),
                           {{"content-encoding", "gzip"}});
  EXPECT_EQ(answer->head.status, 415);
  EXPECT_EQ(answer->Field("accept-encoding"), "identity");
}

TEST_F(GrpcWebCallTest, LogsAnOriginThatIsRefused) {
  HttpRequest request;
  request.method = "OPTIONS";
  request.path = kUnaryPath;
  request.headers = {{"origin", "https://other.net"}};
  EXPECT_EQ(Send(request)->head.status, 403);
  EXPECT_THAT(log_.lines(), Contains(HasSubstr("origin refused")));

  request.headers = {{"origin", kOrigin}};
  EXPECT_EQ(Send(request)->head.status, 204);
}

TEST_F(GrpcWebCallTest, OutlivesItsHandler) {
  const auto answer = Post(kUnaryPath, kBinary, MessageFrame(""));
  handler_ = nullptr;
  call().events.on_end({kNotFound, {}});
  EXPECT_EQ(answer->Field("grpc-status"), "5");
}

}  // namespace
}  // namespace quiver
