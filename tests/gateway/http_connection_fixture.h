#ifndef QUIVER_TESTS_GATEWAY_HTTP_CONNECTION_FIXTURE_H_
#define QUIVER_TESTS_GATEWAY_HTTP_CONNECTION_FIXTURE_H_

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/http_connection.h"
#include "support/simulated_clock.h"

namespace quiver {

inline constexpr std::string_view kGet = "GET /one HTTP/1.1\r\nHost: a\r\n\r\n";

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

// One connection over a wire that the test holds.
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

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_HTTP_CONNECTION_FIXTURE_H_
