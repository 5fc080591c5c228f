// What the HTTP server does not put up with, over real sockets.

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "gateway/http_server_fixture.h"

namespace quiver {
namespace {

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

}  // namespace
}  // namespace quiver
