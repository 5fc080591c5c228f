// One connection over a wire that the test holds.

#include "gateway/http_connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/simulated_clock.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr std::string_view kGet = "GET /one HTTP/1.1\r\nHost: a\r\n\r\n";

// What the connection does to its transport.
struct Wire {
  bool opening = false;
  bool reading = false;
  bool writing = false;
  bool finished = false;
  bool closed = false;
  std::string sent;
};

class WireTransport final : public HttpTransport {
 public:
  explicit WireTransport(Wire& wire) : wire_(wire) {}
  void Open() override { wire_.opening = true; }
  void Read() override {
    EXPECT_FALSE(wire_.reading);
    wire_.reading = true;
  }
  void Write(std::string_view bytes) override {
    EXPECT_FALSE(wire_.writing);
    EXPECT_FALSE(bytes.empty());
    wire_.writing = true;
    wire_.sent += bytes;
  }
  void FinishWriting() override { wire_.finished = true; }
  void Close() override { wire_.closed = true; }

 private:
  Wire& wire_;
};

class HttpConnectionTest : public testing::Test {
 protected:
  // What the handler got, to be answered by the test.
  struct Call {
    HttpRequest request;
    std::shared_ptr<HttpResponder> responder;
  };

  HttpConnectionTest() {
    context_.options.header_time = absl::Seconds(1);
    context_.options.body_time = absl::Seconds(2);
    context_.options.idle_time = absl::Seconds(3);
    context_.options.write_time = absl::Seconds(4);
    connection_ =
        std::make_shared<HttpConnection>(context_, "192.0.2.7", nullptr);
  }

  void Open() {
    connection_->Start(std::make_unique<WireTransport>(wire_));
    connection_->OnOpen(true);
  }
  void Receive(std::string_view bytes) {
    ASSERT_TRUE(std::exchange(wire_.reading, false)) << "nobody reads";
    connection_->OnRead(bytes);
  }
  void PeerEnds() { Receive(""); }
  void Written(bool ok = true) {
    ASSERT_TRUE(std::exchange(wire_.writing, false)) << "nothing was written";
    connection_->OnWritten(ok);
  }
  // What was sent since the last call, all of it written.
  std::string Sent() {
    RunPosted();
    while (wire_.writing) Written();
    return std::exchange(wire_.sent, "");
  }
  void RunPosted() {
    for (const auto& action : std::exchange(posted_, {})) action();
  }
  void Pass(absl::Duration time) {
    for (; time > absl::ZeroDuration(); time -= kHttpTick) connection_->Tick();
  }
  void Answer(std::string body) {
    calls_.back().responder->Send({{}, std::move(body)});
  }

  Wire wire_;
  SimulatedClock clock_;
  std::vector<Call> calls_;
  std::vector<std::function<void()>> posted_;
  int busy_ = 0;
  int closed_ = 0;
  HttpConnectionContext context_{
      HttpServerOptions(),
      [this](HttpRequest request, std::shared_ptr<HttpResponder> responder) {
        calls_.push_back({std::move(request), std::move(responder)});
      },
      clock_,
      [this](std::function<void()> action) {
        posted_.push_back(std::move(action));
      },
      [this](int change) { busy_ += change; },
      [this](HttpConnection&) { ++closed_; }};
  std::shared_ptr<HttpConnection> connection_;
};

TEST_F(HttpConnectionTest, AnswersOneRequestAfterTheOther) {
  Open();
  Receive(kGet);
  ASSERT_THAT(calls_, SizeIs(1));
  EXPECT_EQ(calls_[0].request.path, "/one");
  EXPECT_EQ(calls_[0].request.remote_address, "192.0.2.7");
  EXPECT_EQ(busy_, 1);
  Answer("first");
  EXPECT_THAT(Sent(), EndsWith("\r\n\r\nfirst"));
  EXPECT_EQ(busy_, 0);

  Receive("GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  Answer("second");
  EXPECT_THAT(Sent(), AllOf(HasSubstr("connection: close"),
                            EndsWith("\r\n\r\nsecond")));
  EXPECT_TRUE(wire_.finished);
  PeerEnds();
  EXPECT_TRUE(wire_.closed);
  EXPECT_EQ(closed_, 1);
}

TEST_F(HttpConnectionTest, KeepsPipelinedRequestsForLater) {
  Open();
  Receive(std::string(kGet) + "GET /two HTTP/1.1\r\nHost: a\r\n\r\nGET /th");
  ASSERT_THAT(calls_, SizeIs(1));
  Receive("ree HTTP/1.1\r\nHost: a\r\n\r\n");
  ASSERT_THAT(calls_, SizeIs(1));

  for (const std::string path : {"/one", "/two", "/three"}) {
    EXPECT_EQ(calls_.back().request.path, path);
    Answer(path);
    EXPECT_THAT(Sent(), EndsWith("\r\n\r\n" + path));
  }
  EXPECT_THAT(calls_, SizeIs(3));
}

TEST_F(HttpConnectionTest, ReadsOnlySoFarAheadOfItsAnswers) {
  Open();
  Receive(kGet);
  for (int i = 0; wire_.reading; ++i) {
    ASSERT_LT(i, 100);
    Receive(std::string(4096, 'x'));
  }
  Answer("");
  EXPECT_THAT(Sent(), HasSubstr("HTTP/1.1 431"));  // To all those letters.
}

TEST_F(HttpConnectionTest, AsksForABodyThatIsHeldBack) {
  Open();
  Receive(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(Sent(), "HTTP/1.1 100 Continue\r\n\r\n");
  Receive("ab");
  ASSERT_THAT(calls_, SizeIs(1));
  EXPECT_EQ(calls_[0].request.body, "ab");
  Answer("done");
  EXPECT_THAT(Sent(), EndsWith("done"));
}

TEST_F(HttpConnectionTest, AnswersWhileTheQuestionForTheBodyIsStillOnItsWay) {
  Open();
  Receive(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  Receive("ab");
  Answer("done");
  EXPECT_THAT(Sent(), AllOf(StartsWith("HTTP/1.1 100 "), EndsWith("done")));
}

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

TEST_F(HttpConnectionTest, WritesAStreamAtThePaceOfTheClient) {
  Open();
  Receive(kGet);
  std::vector<int> written;
  HttpResponder& responder = *calls_[0].responder;
  responder.Begin({});
  responder.Write("one", [&] { written.push_back(1); });
  RunPosted();
  responder.Write("two", [&] { written.push_back(2); });
  RunPosted();
  EXPECT_THAT(wire_.sent, EndsWith("\r\n\r\n3\r\none\r\n"));
  EXPECT_THAT(written, IsEmpty());
  Written();
  EXPECT_THAT(written, ElementsAre(1));
  EXPECT_THAT(wire_.sent, EndsWith("3\r\ntwo\r\n"));
  Written();
  EXPECT_THAT(written, ElementsAre(1, 2));

  responder.End();
  EXPECT_EQ(Sent().substr(0, 4), "HTTP");
  EXPECT_EQ(busy_, 0);
}

TEST_F(HttpConnectionTest, ResumesWhenTheHandlerWritesFromTheCallback) {
  Open();
  Receive(kGet);
  HttpResponder& responder = *calls_[0].responder;
  responder.Begin({});
  responder.Write("one",
                  [&] { responder.Write("two", [&] { responder.End(); }); });
  EXPECT_THAT(Sent(), EndsWith("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"));
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
