// Browsers' calls through the whole gateway to a gRPC server.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"
#include "gateway/gateway_fixture.h"
#include "gateway/interop_calls.h"
#include "gateway/web_client.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpc/health/v1/health.pb.h"
#include "quiver/interop/v1/interop.pb.h"

namespace quiver {
namespace {

namespace v1 = interop::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kCheck[] = "/grpc.health.v1.Health/Check";

std::string HealthOf(const std::string& service) {
  grpc::health::v1::HealthCheckRequest request;
  request.set_service(service);
  return request.SerializeAsString();
}

TEST_F(GatewayTest, AnswersACall) {
  Start();
  const WebReply reply = WebCall(port(), kEcho, EchoOf("Zoë fährt 🚲 %41"));
  EXPECT_EQ(reply.http.status, 200);
  EXPECT_EQ(reply.http.Field("content-type"), kWebType);
  EXPECT_EQ(reply.status(), 0);
  EXPECT_EQ(TextOf(reply), "Zoë fährt 🚲 %41");
}

TEST_F(GatewayTest, AnswersManyCallsOnOneConnection) {
  Start();
  RawConnection client(port());
  for (int i = 0; i < 500; ++i) {
    const std::string text = fmt::format("call {}", i);
    client.Send(WebRequest(kEcho, EchoOf(text)));
    ASSERT_EQ(TextOf(ReadReply(client.ReadResponse())), text);
  }
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; }));
}

TEST_F(GatewayTest, AnswersCallsThatAreWrittenDifferently) {
  Start();
  const std::string frame = MessageFrame(EchoOf("hi"));
  const auto call = [&](std::string_view version, std::string_view more,
                        std::string_view body) {
    return TextOf(ReadReply(
        Fetch(port(), fmt::format("POST {}?query HTTP/{}\r\nHost: a\r\n"
                                  "Content-Type: {}; charset=x\r\n{}\r\n{}",
                                  kEcho, version, kWebType, more, body))));
  };
  EXPECT_EQ(call("1.0", "Content-Length: 9\r\n", frame), "hi");
  EXPECT_EQ(call("1.1", "Transfer-Encoding: chunked\r\n",
                 fmt::format("4\r\n{}\r\n5;x=y\r\n{}\r\n0\r\nX: y\r\n\r\n",
                             frame.substr(0, 4), frame.substr(4))),
            "hi");
}

TEST_F(GatewayTest, AnswersPipelinedCallsInOrder) {
  Start();
  RawConnection client(port());
  std::string calls;
  for (const char* text : {"one", "two", "three"}) {
    calls += WebRequest(kEcho, EchoOf(text));
  }
  client.Send(calls + "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  for (const char* text : {"one", "two", "three"}) {
    EXPECT_EQ(TextOf(ReadReply(client.ReadResponse())), text);
  }
  EXPECT_EQ(client.ReadResponse().body, "ok\n");
}

TEST_F(GatewayTest, AnswersInText) {
  Start();
  const std::string body = absl::Base64Escape(MessageFrame(EchoOf("text")));
  const RawResponse response =
      Fetch(port(), fmt::format("POST {} HTTP/1.1\r\nHost: a\r\n"
                                "Content-Type: application/grpc-web-text\r\n"
                                "Content-Length: {}\r\n\r\n{}",
                                kEcho, body.size(), body));
  EXPECT_EQ(response.Field("content-type"), "application/grpc-web-text+proto");
  std::string bytes;
  EXPECT_THAT(Base64Reader().Feed(response.body, bytes), IsOk());
  EXPECT_THAT(bytes, HasSubstr("grpc-status: 0\r\n"));
}

TEST_F(GatewayTest, BringsMetadataThereAndBack) {
  Start();
  const WebReply reply =
      WebCall(port(), kEcho, EchoOf(""),
              {{"x-echo-own", "value"},
               {"x-echo-bytes-bin", absl::Base64Escape("\xff\x01")},
               {"Origin", "https://example.org"}});
  EXPECT_EQ(reply.http.Field("x-echo-own"), "value");
  EXPECT_EQ(reply.http.Field("x-echo-bytes-bin"), "/wE=");
  EXPECT_EQ(reply.Trailer("x-echo-own-trailing"), "value");
  EXPECT_EQ(reply.Trailer("x-echo-bytes-trailing-bin"), "/wE=");
  EXPECT_THAT(reply.http.Field("access-control-expose-headers"),
              HasSubstr("x-echo-own"));
}

TEST_F(GatewayTest, TellsErrorsWithTheirDetails) {
  Start();
  v1::FailRequest request;
  request.set_code(5);
  request.set_message("no document \"Größe\", 100% sure\n");
  request.set_reason("DOCUMENT_NOT_FOUND");
  const WebReply reply = WebCall(port(), kFail, request.SerializeAsString(),
                                 {{"Origin", "https://example.org"}});

  EXPECT_EQ(reply.http.status, 200);
  EXPECT_THAT(reply.messages, IsEmpty());
  EXPECT_EQ(reply.status(), 5);
  EXPECT_EQ(reply.Trailer("grpc-message"),
            "no document \"Gr%C3%B6%C3%9Fe\", 100%25 sure%0A");
  std::string details;
  ASSERT_TRUE(
      absl::Base64Unescape(reply.Trailer("grpc-status-details-bin"), &details));
  google::rpc::Status status;
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(status.ParseFromString(details));
  ASSERT_TRUE(status.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "DOCUMENT_NOT_FOUND");
  EXPECT_EQ(status.message(), request.message());
  EXPECT_EQ(reply.http.Field("access-control-allow-origin"),
            "https://example.org");
}

TEST_F(GatewayTest, ServesHealth) {
  Start();
  const WebReply reply = WebCall(port(), kCheck, HealthOf(""));
  grpc::health::v1::HealthCheckResponse response;
  ASSERT_THAT(reply.messages, SizeIs(1));
  ASSERT_TRUE(response.ParseFromString(reply.messages[0]));
  EXPECT_EQ(response.status(), response.SERVING);
  EXPECT_EQ(WebCall(port(), kCheck, HealthOf("nothing")).status(), 5);
}

TEST_F(GatewayTest, HasNoMethodsThatAreNotServed) {
  Start();
  EXPECT_EQ(
      WebCall(port(), "/quiver.v1.AssistantService/SendMessage", "").status(),
      12);
  EXPECT_EQ(
      WebCall(port(), "/quiver.interop.v1.InteropService/No", "").status(), 12);
}

TEST_F(GatewayTest, RefusesAMessageThatIsNone) {
  Start();
  EXPECT_NE(WebCall(port(), kEcho, "\xff\xff rubbish").status(), 0);
  EXPECT_EQ(TextOf(WebCall(port(), kEcho, EchoOf("on it goes"))), "on it goes");
}

TEST_F(GatewayTest, CountsCallsByProtocol) {
  Start();
  WebCall(port(), kEcho, EchoOf(""));
  EXPECT_THAT(metrics_.seen(),
              ElementsAre("quiver.interop.v1.InteropService/Echo unary "
                          "grpc-web",
                          "Echo OK"));
}

}  // namespace
}  // namespace quiver
