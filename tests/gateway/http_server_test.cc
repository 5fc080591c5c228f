// How the HTTP server starts and answers, over real sockets.

#include "gateway/http_server.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "gateway/http_server_fixture.h"

namespace quiver {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

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

}  // namespace
}  // namespace quiver
