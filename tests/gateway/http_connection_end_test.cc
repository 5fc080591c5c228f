// How one connection ends.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "gateway/http_connection_fixture.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST_F(HttpConnectionTest, RefusesRubbishAndEnds) {
  Open();
  Receive("rubbish\r\n\r\n");
  EXPECT_THAT(Sent(), AllOf(StartsWith("HTTP/1.1 400 Bad Request\r\n"),
                            HasSubstr("connection: close")));
  EXPECT_TRUE(wire_.finished);
  Receive("more rubbish");  // Is thrown away.
  EXPECT_FALSE(wire_.closed);
  PeerEnds();
  EXPECT_TRUE(wire_.closed);
  EXPECT_THAT(calls_, IsEmpty());
}

TEST_F(HttpConnectionTest, RefusesAConnectionThatIsOneTooMany) {
  connection_->Refuse(std::make_unique<WireTransport>(wire_), 429);
  connection_->OnOpen(true);
  EXPECT_THAT(Sent(), StartsWith("HTTP/1.1 429 Too Many Requests\r\n"));
  Receive(kGet);
  EXPECT_THAT(calls_, IsEmpty());
}

TEST_F(HttpConnectionTest, CancelsWhenTheClientGoes) {
  Open();
  Receive(kGet);
  int disconnected = 0;
  calls_[0].responder->OnDisconnect([&] { ++disconnected; });
  PeerEnds();
  EXPECT_EQ(disconnected, 1);
  EXPECT_TRUE(wire_.closed);
  EXPECT_EQ(busy_, 0);
  Answer("nobody hears it");
  RunPosted();
  EXPECT_EQ(wire_.sent, "");
  calls_[0].responder->OnDisconnect([&] { ++disconnected; });
  EXPECT_EQ(disconnected, 2);  // At once.
}

TEST_F(HttpConnectionTest, FinishesAnAnswerForAClientThatOnlyListens) {
  Open();
  Receive(kGet);
  Answer(std::string(200'000, 'x'));
  RunPosted();
  PeerEnds();
  EXPECT_FALSE(wire_.closed);
  EXPECT_THAT(Sent(), SizeIs(testing::Gt(200'000u)));
  EXPECT_TRUE(wire_.finished);
}

TEST_F(HttpConnectionTest, CutsOffAResponseThatWasDropped) {
  Open();
  Receive(kGet);
  calls_[0].responder->Begin({});
  EXPECT_THAT(Sent(), StartsWith("HTTP/1.1 200"));
  calls_.clear();
  RunPosted();
  EXPECT_TRUE(wire_.closed);
}

TEST_F(HttpConnectionTest, EndsAfterTheAnswerWhileTheServerDrains) {
  Open();
  Receive(kGet);
  context_.draining = true;
  Answer("last");
  EXPECT_THAT(Sent(), HasSubstr("connection: close"));
  EXPECT_TRUE(wire_.finished);
}

TEST_F(HttpConnectionTest, ClosesAfterAWriteThatFailed) {
  Open();
  Receive(kGet);
  Answer("lost");
  RunPosted();
  Written(false);
  EXPECT_TRUE(wire_.closed);
  EXPECT_EQ(closed_, 1);
}

TEST_F(HttpConnectionTest, IgnoresEventsAfterItsEnd) {
  Open();
  connection_->Close();
  connection_->Close();
  connection_->OnRead("late");
  connection_->OnWritten(true);
  connection_->OnOpen(true);
  connection_->Tick();
  EXPECT_EQ(closed_, 1);
}

}  // namespace
}  // namespace quiver
