// The HTTP server over real sockets.

#include "gateway/http_server.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "gateway/raw_connection.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::string Request(std::string_view path, std::string_view more = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n{}\r\n", path, more);
}

// Answers with what it was sent; "/later" and "/stream" when the test says so.
class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() {
    options_.address = "127.0.0.1:0";
    options_.on_connections = [this](int change) { connections_ += change; };
  }
  ~HttpServerTest() override { server_ = nullptr; }

  void Start() {
    auto server = StartHttpServer(
        options_, clock_,
        [this](HttpRequest request, std::shared_ptr<HttpResponder> responder) {
          Handle(std::move(request), std::move(responder));
        });
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
  }
  int port() const { return server_->port(); }

  void Handle(HttpRequest request, std::shared_ptr<HttpResponder> responder) {
    if (request.path != "/later") {
      return responder->Send(
          {{}, request.method + request.path + request.body});
    }
    responder->OnDisconnect([this] { ++disconnected_; });
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(responder));
    came_.notify_all();
  }
  // The responder of the next request for "/later".
  std::shared_ptr<HttpResponder> NextLater() {
    std::unique_lock lock(mutex_);
    came_.wait(lock, [this] { return !waiting_.empty(); });
    auto responder = std::move(waiting_.back());
    waiting_.pop_back();
    return responder;
  }

  HttpServerOptions options_;
  SystemClock clock_;
  std::atomic<int> connections_{0};
  std::atomic<int> disconnected_{0};
  // ThreadSanitizer knows the standard library's locks only.
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<std::shared_ptr<HttpResponder>> waiting_;  // Guarded.
  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, AnswersOnAKeptConnection) {
  Start();
  RawConnection client(port());
  for (const std::string path : {"/a", "/b"}) {
    client.Send(Request(path));
    const RawResponse response = client.ReadResponse();
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "GET" + path);
    EXPECT_EQ(response.Field("connection"), "keep-alive");
    EXPECT_NE(response.Field("date"), "");
  }
}

TEST_F(HttpServerTest, AnswersPipelinedRequestsInOrder) {
  Start();
  RawConnection client(port());
  client.Send(Request("/a") + Request("/later") + Request("/c"));
  EXPECT_EQ(client.ReadResponse().body, "GET/a");
  NextLater()->Send({{}, "b"});
  EXPECT_EQ(client.ReadResponse().body, "b");
  EXPECT_EQ(client.ReadResponse().body, "GET/c");
}

TEST_F(HttpServerTest, AnswersManyPipelinedRequests) {
  Start();
  RawConnection client(port());
  std::string requests;
  for (int i = 0; i < 2000; ++i) requests += Request(fmt::format("/{}", i));
  std::thread sender([&] { client.Send(requests); });
  for (int i = 0; i < 2000; ++i) {
    ASSERT_EQ(client.ReadResponse().body, fmt::format("GET/{}", i));
  }
  sender.join();
}

TEST_F(HttpServerTest, TakesRequestsByteByByte) {
  Start();
  RawConnection client(port());
  for (const char byte : Request("/slow")) client.Send({&byte, 1});
  EXPECT_EQ(client.ReadResponse().body, "GET/slow");
}

TEST_F(HttpServerTest, SendsNoBodyToAHeadRequest) {
  Start();
  RawConnection client(port());
  client.Send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + Request("/next"));
  const RawResponse head = client.ReadHead();
  EXPECT_EQ(head.Field("content-length"), "8");
  EXPECT_EQ(client.ReadResponse().body, "GET/next");
}

TEST_F(HttpServerTest, EndsTheConnectionOfAnOldClient) {
  Start();
  RawConnection client(port());
  client.Send("GET /old HTTP/1.0\r\n\r\n");
  EXPECT_THAT(client.ReadToEnd(), EndsWith("\r\n\r\nGET/old"));
}

TEST_F(HttpServerTest, StreamsToAnOldClientUntilTheConnectionEnds) {
  Start();
  RawConnection client(port());
  client.Send("GET /later HTTP/1.0\r\n\r\n");
  const auto responder = NextLater();
  responder->Begin({});
  responder->Write("one", [] {});
  responder->Write("two", [] {});
  responder->End();
  EXPECT_THAT(client.ReadToEnd(), EndsWith("\r\n\r\nonetwo"));
}

TEST_F(HttpServerTest, SendsEachPieceWhenItIsThere) {
  Start();
  RawConnection client(port());
  client.Send(Request("/later"));
  const auto responder = NextLater();
  responder->Begin({});
  EXPECT_EQ(client.ReadHead().Field("transfer-encoding"), "chunked");
  for (const char* piece : {"one", "two", "three"}) {
    responder->Write(piece, [] {});
    EXPECT_EQ(client.ReadChunk(), piece);
  }
  responder->End();
  EXPECT_EQ(client.ReadChunk(), "");
  client.Send(Request("/next"));
  EXPECT_EQ(client.ReadResponse().body, "GET/next");
}

TEST_F(HttpServerTest, AsksForABodyThatIsHeldBack) {
  Start();
  RawConnection client(port());
  client.Send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.ReadHead().status, 100);
  client.Send("hello");
  EXPECT_EQ(client.ReadResponse().body, "POST/hello");
}

TEST_F(HttpServerTest, AnswersWhatCameBeforeRubbish) {
  Start();
  RawConnection client(port());
  client.Send(Request("/one") + "rubbish\r\n\r\n" + Request("/two"));
  EXPECT_EQ(client.ReadResponse().body, "GET/one");
  EXPECT_EQ(client.ReadResponse().status, 400);
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpServerTest, TakesNothingBehindTheLastRequest) {
  Start();
  RawConnection client(port());
  client.Send(Request("/one", "Connection: close\r\n") + Request("/two"));
  EXPECT_EQ(client.ReadResponse().body, "GET/one");
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpServerTest, ForgetsAHalfClosedConnectionThatAskedForNothing) {
  Start();
  for (const std::string begun : {"", "GET / HT", "POST / HTTP/1.1\r\n"}) {
    RawConnection client(port());
    client.Send(begun);
    client.FinishSending();
    EXPECT_EQ(client.ReadToEnd(), "") << begun;
  }
  EXPECT_TRUE(Eventually([this] { return connections_ == 0; }));
}

struct Rubbish {
  std::string bytes;
  int status;
};

class RubbishTest : public HttpServerTest,
                    public testing::WithParamInterface<Rubbish> {};

TEST_P(RubbishTest, IsRefusedAndTheServerGoesOn) {
  options_.max_header_bytes = 1000;
  options_.max_body_bytes = 1000;
  Start();
  RawConnection client(port());
  client.Send(GetParam().bytes);
  EXPECT_EQ(client.ReadResponse().status, GetParam().status);
  EXPECT_EQ(client.ReadToEnd(), "");
  EXPECT_EQ(Fetch(port(), Request("/after")).body, "GET/after");
}

INSTANTIATE_TEST_SUITE_P(
    Clients, RubbishTest,
    testing::Values(
        Rubbish{"\x16\x03\x01\x02\x01\x01 this is TLS\r\n\r\n", 400},
        Rubbish{std::string(100'000, 'x'), 431},
        Rubbish{std::string(100'000, '\0'), 400},
        Rubbish{"GET /" + std::string(100'000, 'x'), 431},
        Rubbish{Request("/", "X: " + std::string(100'000, 'x') + "\r\n"), 431},
        Rubbish{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n" +
                    std::string(100'000, 'x'),
                413},
        Rubbish{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                "\r\n1;" +
                    std::string(100'000, 'x'),
                431},
        Rubbish{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400},
        Rubbish{"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505}));

TEST_F(HttpServerTest, DoesNotWaitForASlowHead) {
  options_.header_time = absl::Milliseconds(50);
  Start();
  RawConnection client(port());
  client.Send("GET / HT");
  EXPECT_EQ(client.ReadResponse().status, 408);
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpServerTest, DoesNotWaitForASlowBody) {
  options_.body_time = absl::Milliseconds(50);
  Start();
  RawConnection client(port());
  client.Send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  EXPECT_EQ(client.ReadResponse().status, 408);
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpServerTest, ClosesAnIdleConnectionWithoutAWord) {
  options_.idle_time = absl::Milliseconds(50);
  Start();
  RawConnection client(port());
  EXPECT_EQ(client.ReadToEnd(), "");
}

TEST_F(HttpServerTest, NoticesAClientThatGoesAway) {
  Start();
  {
    RawConnection client(port());
    client.Send(Request("/later"));
    const auto responder = NextLater();
  }
  {
    RawConnection client(port());
    client.Send(Request("/later"));
    const auto responder = NextLater();
    client.Reset();
    EXPECT_TRUE(Eventually([&] { return connections_ == 0; }));
  }
}

TEST_F(HttpServerTest, NoticesAHalfClosedConnection) {
  Start();
  RawConnection client(port());
  client.Send(Request("/later"));
  const auto responder = NextLater();
  client.FinishSending();
  EXPECT_EQ(client.ReadToEnd(), "");
  EXPECT_TRUE(Eventually([&] { return disconnected_ == 1; }));
}

TEST_F(HttpServerTest, NoticesAClientThatGoesAwayAfterMoreRequests) {
  Start();
  RawConnection client(port());
  client.Send(Request("/later") + Request("/never"));
  const auto responder = NextLater();
  client.Reset();
  EXPECT_TRUE(Eventually([&] { return disconnected_ == 1; }));
}

TEST_F(HttpServerTest, AnswersAHalfClosedConnectionWhatItKnowsAtOnce) {
  Start();
  RawConnection client(port());
  client.Send(Request("/known"));
  client.FinishSending();
  EXPECT_THAT(client.ReadToEnd(), EndsWith("GET/known"));
}

TEST_F(HttpServerTest, SlowsAHandlerDownToThePaceOfItsClient) {
  Start();
  RawConnection client(port());
  client.Send(Request("/later"));
  const auto responder = NextLater();
  std::atomic<size_t> taken{0};
  const std::string piece(1 << 20, 'x');
  responder->Begin({});
  std::function<void()> write = [&] {
    if (++taken < 100) responder->Write(piece, write);
  };
  write();
  // 100 MB do not fit into the buffers of a socket.
  client.ReadHead();
  EXPECT_LT(taken, 50u);
  size_t received = 0;
  while (received < 99) {
    ASSERT_EQ(client.ReadChunk().size(), piece.size());
    ++received;
  }
  EXPECT_TRUE(Eventually([&] { return taken == 100; }));
  responder->End();
  EXPECT_EQ(client.ReadChunk(), "");
}

TEST_F(HttpServerTest, LimitsTheConnectionsOfAnAddress) {
  options_.max_connections_per_address = 2;
  Start();
  RawConnection first(port());
  auto second = std::make_unique<RawConnection>(port());
  first.Send(Request("/1"));
  first.ReadResponse();
  second->Send(Request("/2"));
  second->ReadResponse();
  EXPECT_EQ(Fetch(port(), Request("/3")).status, 429);
  second = nullptr;
  EXPECT_TRUE(
      Eventually([&] { return Fetch(port(), Request("/4")).status == 200; }));
}

TEST_F(HttpServerTest, LimitsNotTheConnectionsOfAProxy) {
  options_.max_connections_per_address = 1;
  options_.unlimited_addresses = {"127.0.0.1"};
  Start();
  RawConnection first(port());
  first.Send(Request("/1"));
  first.ReadResponse();
  EXPECT_EQ(Fetch(port(), Request("/2")).status, 200);
}

TEST_F(HttpServerTest, ClosesConnectionsBeyondItsOwnLimit) {
  options_.max_connections = 1;
  Start();
  RawConnection first(port());
  first.Send(Request("/1"));
  first.ReadResponse();
  EXPECT_EQ(RawConnection(port()).ReadToEnd(), "");
}

TEST_F(HttpServerTest, CountsConnections) {
  Start();
  {
    RawConnection first(port());
    RawConnection second(port());
    EXPECT_TRUE(Eventually([&] { return connections_ == 2; }));
  }
  EXPECT_TRUE(Eventually([&] { return connections_ == 0; }));
}

TEST_F(HttpServerTest, FinishesWhatIsUnderWayWhenItShutsDown) {
  Start();
  RawConnection busy(port());
  RawConnection idle(port());
  idle.Send(Request("/1"));
  idle.ReadResponse();
  busy.Send(Request("/later"));
  const auto responder = NextLater();
  std::thread shutdown([&] { server_->Shutdown(absl::InfiniteDuration()); });
  // A request that comes meanwhile is the last of its connection.
  RawResponse meanwhile;
  do {
    idle.Send(Request("/2"));
    meanwhile = idle.ReadResponse();
  } while (meanwhile.Field("connection") == "keep-alive");
  EXPECT_EQ(meanwhile.body, "GET/2");
  responder->Send({{}, "done"});
  EXPECT_EQ(busy.ReadResponse().body, "done");
  shutdown.join();
  EXPECT_EQ(connections_, 0);
}

TEST_F(HttpServerTest, CutsOffWhatTakesTooLongWhenItShutsDown) {
  Start();
  RawConnection client(port());
  client.Send(Request("/later"));
  const auto responder = NextLater();
  server_->Shutdown(absl::ZeroDuration());
  EXPECT_EQ(client.ReadToEnd(), "");
  EXPECT_EQ(disconnected_, 1);
  EXPECT_EQ(connections_, 0);
  server_ = nullptr;
  responder->Send({{}, "too late"});
}

TEST_F(HttpServerTest, TwoCannotHaveTheSamePort) {
  Start();
  options_.address = fmt::format("127.0.0.1:{}", port());
  EXPECT_THAT(
      StartHttpServer(options_, clock_, {}),
      StatusIs(absl::StatusCode::kUnavailable, HasSubstr(options_.address)));
}

class BadAddressTest : public HttpServerTest,
                       public testing::WithParamInterface<std::string> {};

TEST_P(BadAddressTest, IsRefused) {
  options_.address = GetParam();
  EXPECT_THAT(StartHttpServer(options_, clock_, {}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("\"" + GetParam() + "\"")));
}

INSTANTIATE_TEST_SUITE_P(Addresses, BadAddressTest,
                         testing::Values("", "8080", "127.0.0.1",
                                         "127.0.0.1:http", "127.0.0.1:99999",
                                         "no such host:80"));

TEST_F(HttpServerTest, RefusesACertificateThatIsNone) {
  options_.certificate = "rubbish";
  options_.private_key = "rubbish";
  EXPECT_THAT(StartHttpServer(options_, clock_, {}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("TLS certificate")));
}

TEST_F(HttpServerTest, OpensAndClosesManyConnectionsAtOnce) {
  Start();
  std::vector<std::thread> clients;
  for (int thread = 0; thread < 4; ++thread) {
    clients.emplace_back([this, thread] {
      for (int i = 0; i < 100; ++i) {
        RawConnection client(port());
        client.Send(Request(fmt::format("/{}", i)));
        if ((i + thread) % 3 == 0) continue;  // Goes without an answer.
        EXPECT_EQ(client.ReadResponse().body, fmt::format("GET/{}", i));
        if (i % 3 == 0) client.Reset();
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_TRUE(Eventually([&] { return connections_ == 0; }));
}

}  // namespace
}  // namespace quiver
