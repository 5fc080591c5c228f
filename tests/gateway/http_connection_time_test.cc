// How long one connection waits for each step.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "gateway/http_connection_fixture.h"

namespace quiver {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST_F(HttpConnectionTest, WaitsSoLongForEachStep) {
  struct Step {
    std::string received;
    absl::Duration time;
    std::string answer;
  };
  const std::vector<Step> steps = {
      {"", absl::Seconds(3), ""},
      {"G", absl::Seconds(1), "HTTP/1.1 408 Request Timeout\r\n"},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na",
       absl::Seconds(2), "HTTP/1.1 408 Request Timeout\r\n"}};
  for (const Step& step : steps) {
    Wire wire;
    const auto connection =
        std::make_shared<HttpConnection>(context_, "192.0.2.7", nullptr);
    connection->Start(std::make_unique<WireTransport>(wire));
    connection->OnOpen(true);
    wire.reading = false;
    if (!step.received.empty()) connection->OnRead(step.received);
    for (auto left = step.time; left > kHttpTick; left -= kHttpTick) {
      connection->Tick();
      ASSERT_FALSE(wire.closed || wire.writing) << step.received;
    }
    for (int i = 0; i < 3; ++i) connection->Tick();
    EXPECT_THAT(wire.sent, StartsWith(step.answer));
    EXPECT_EQ(wire.closed, step.answer.empty());
  }
}

TEST_F(HttpConnectionTest, DripsOfAHeadDoNotBuyTime) {
  Open();
  for (int i = 0; i < 12; ++i) {
    Receive("G");
    connection_->Tick();
  }
  EXPECT_THAT(Sent(), HasSubstr("HTTP/1.1 40"));
}

TEST_F(HttpConnectionTest, ClosesWhenTheHandshakeTakesTooLong) {
  connection_->Start(std::make_unique<WireTransport>(wire_));
  Pass(absl::Seconds(2));
  EXPECT_TRUE(wire_.closed);
}

TEST_F(HttpConnectionTest, WaitsForTheHandlerHoweverLongItTakes) {
  Open();
  Receive(kGet);
  Pass(absl::Hours(1));
  Answer("at last");
  EXPECT_THAT(Sent(), EndsWith("at last"));
}

TEST_F(HttpConnectionTest, GivesUpOnAClientThatDoesNotRead) {
  Open();
  Receive(kGet);
  int disconnected = 0;
  calls_[0].responder->OnDisconnect([&] { ++disconnected; });
  calls_[0].responder->Begin({});
  RunPosted();
  ASSERT_TRUE(wire_.writing);
  Pass(absl::Seconds(5));
  EXPECT_TRUE(wire_.closed);
  EXPECT_EQ(disconnected, 1);
  EXPECT_EQ(busy_, 0);
}

TEST_F(HttpConnectionTest, MeasuresTheTimeForWritingByProgress) {
  Open();
  Receive(kGet);
  Answer(std::string(1 << 20, 'x'));
  RunPosted();
  while (wire_.writing) {
    Pass(absl::Seconds(3));
    ASSERT_FALSE(wire_.closed);
    Written();
  }
  EXPECT_THAT(wire_.sent, SizeIs(testing::Gt(1u << 20)));
}

}  // namespace
}  // namespace quiver
