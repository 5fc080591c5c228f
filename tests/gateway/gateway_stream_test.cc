// Calls through the whole gateway that stream or take their time.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "gateway/gateway_fixture.h"
#include "gateway/interop_calls.h"
#include "gateway/web_client.h"
#include "quiver/interop/v1/interop.pb.h"

namespace quiver {
namespace {

namespace v1 = interop::v1;
using ::testing::SizeIs;

TEST_F(GatewayTest, StreamsEachMessageWhenItIsThere) {
  Start();
  RawConnection client(port());
  client.Send(WebRequest(kStream, StreamOf(3, /*stay_open=*/true)));
  EXPECT_EQ(client.ReadHead().Field("transfer-encoding"), "chunked");
  for (int number = 1; number <= 3; ++number) {
    v1::StreamResponse expected;
    expected.set_number(number);
    EXPECT_EQ(client.ReadChunk(), MessageFrame(expected.SerializeAsString()));
  }
  EXPECT_EQ(metrics_.open(), 1);
}

TEST_F(GatewayTest, EndsAStreamWithItsStatus) {
  Start();
  v1::StreamRequest request;
  request.set_messages(2);
  request.set_code(10);
  request.set_message("genug für heute");
  const WebReply reply = WebCall(port(), kStream, request.SerializeAsString());
  EXPECT_THAT(reply.messages, SizeIs(2));
  EXPECT_EQ(reply.status(), 10);
  EXPECT_EQ(reply.Trailer("grpc-message"), "genug f%C3%BCr heute");
  EXPECT_EQ(WebCall(port(), kStream, StreamOf(0)).status(), 0);
}

TEST_F(GatewayTest, StreamsMoreThanFitsIntoAnyBuffer) {
  Start();
  const WebReply reply =
      WebCall(port(), kStream, StreamOf(200, false, /*bytes=*/100'000));
  EXPECT_EQ(reply.status(), 0);
  EXPECT_THAT(reply.messages, SizeIs(200));
}

TEST_F(GatewayTest, KeepsToTheDeadline) {
  Start();
  for (const char* method : {kWait, kStream}) {
    const WebReply reply =
        WebCall(port(), method, StreamOf(0, true), {{"grpc-timeout", "30m"}});
    EXPECT_EQ(reply.status(), 4) << method;
  }
  EXPECT_EQ(WebCall(port(), kEcho, "", {{"grpc-timeout", "0m"}}).status(), 4);
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; }));
}

TEST_F(GatewayTest, KeepsToItsOwnDeadline) {
  options_.rpc.max_time = absl::Milliseconds(30);
  Start();
  EXPECT_EQ(WebCall(port(), kWait, "", {{"grpc-timeout", "1H"}}).status(), 4);
}

}  // namespace
}  // namespace quiver
