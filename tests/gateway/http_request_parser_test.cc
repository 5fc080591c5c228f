#include "gateway/http_request_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using Stage = HttpRequestParser::Stage;

constexpr HttpParserLimits kLimits = {200, 50};

// Gives `bytes` as they come in parts of `part` bytes, as a connection does.
// Returns what was not used.
std::string Feed(HttpRequestParser& parser, std::string_view bytes,
                 size_t part = 1) {
  std::string waiting;
  for (size_t at = 0; at < bytes.size(); at += part) {
    waiting += bytes.substr(at, part);
    waiting.erase(0, parser.Feed(waiting));
  }
  return waiting;
}

constexpr std::string_view kPost =
    "POST /a.B/C?x=1&y HTTP/1.1\r\n"
    "Host: example.org\r\n"
    "X-Two:  a \r\n"
    "x-two: b\r\n"
    "Content-Length: 5\r\n"
    "\r\n"
    "hello";

TEST(HttpRequestParser, TakesBytesHoweverTheyCome) {
  for (size_t part = 1; part <= kPost.size(); ++part) {
    HttpRequestParser parser(kLimits);
    EXPECT_EQ(Feed(parser, kPost, part), "") << part;
    ASSERT_EQ(parser.stage(), Stage::kComplete) << part;
    EXPECT_TRUE(parser.keep_alive());
    EXPECT_TRUE(parser.takes_chunks());
    EXPECT_FALSE(parser.expects_continue());

    const HttpRequest request = parser.Take();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/a.B/C");
    EXPECT_EQ(request.query, "x=1&y");
    EXPECT_EQ(request.body, "hello");
    EXPECT_THAT(request.headers,
                ElementsAre(Pair("host", "example.org"), Pair("x-two", "a"),
                            Pair("x-two", "b"), Pair("content-length", "5")));
  }
}

TEST(HttpRequestParser, JoinsChunks) {
  HttpRequestParser parser(kLimits);
  Feed(parser,
       "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
       "3;extension=1\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

  ASSERT_EQ(parser.stage(), Stage::kComplete);
  EXPECT_EQ(parser.Take().body, "abcde");
}

TEST(HttpRequestParser, TakesWhatIsUnusualAndClear) {
  constexpr std::string_view kChunk = "\r\n\r\n2\r\nab\r\n0\r\n\r\n";
  for (const std::string& rest :
       {std::string("transfer-encoding:\tCHUNKED").append(kChunk),
        std::string("Transfer-Encoding: chunked\r\n\r\n"
                    "00000000000000000002;a;b=\"c\"\r\nab\r\n0;d\r\n\r\n"),
        std::string("Content-Length: 2\r\nContent-Length: 2\r\n\r\nab"),
        std::string("X: a\r\n folded\r\nContent-Length: 2\r\n\r\nab")}) {
    HttpRequestParser parser(kLimits);
    EXPECT_EQ(Feed(parser, "POST / HTTP/1.1\r\nHost: a\r\n" + rest), "");
    ASSERT_EQ(parser.stage(), Stage::kComplete) << rest;
    EXPECT_EQ(parser.Take().body, "ab");
  }
}

TEST(HttpRequestParser, IgnoresFieldsBehindABody) {
  const std::string bytes =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "0\r\nHost: b\r\nOrigin: c\r\nConnection: close\r\n\r\n";
  for (const size_t part : {size_t{1}, bytes.size()}) {
    HttpRequestParser parser(kLimits);
    Feed(parser, bytes, part);
    ASSERT_EQ(parser.stage(), Stage::kComplete);
    EXPECT_TRUE(parser.keep_alive());
    EXPECT_THAT(
        parser.Take().headers,
        ElementsAre(Pair("host", "a"), Pair("transfer-encoding", "chunked")));
  }
}

TEST(HttpRequestParser, TellsHowFarItIs) {
  HttpRequestParser parser(kLimits);
  EXPECT_EQ(parser.stage(), Stage::kStart);
  std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
  head.erase(0, parser.Feed(head));
  EXPECT_EQ(parser.stage(), Stage::kHead);
  Feed(parser, head + "Content-Length: 2\r\n\r\n");
  EXPECT_EQ(parser.stage(), Stage::kBody);
  EXPECT_TRUE(parser.expects_continue());
  Feed(parser, "ab");
  EXPECT_EQ(parser.stage(), Stage::kComplete);
  parser.Take();
  EXPECT_EQ(parser.stage(), Stage::kStart);
}

TEST(HttpRequestParser, LeavesTheNextRequest) {
  HttpRequestParser parser(kLimits);
  const std::string both = std::string(kPost) + "GET / HTTP/1.1\r\n";
  const size_t taken = parser.Feed(both);
  EXPECT_EQ(both.substr(taken), "GET / HTTP/1.1\r\n");
  EXPECT_EQ(parser.Feed(both.substr(taken)), 0u);  // Until it is taken.
}

TEST(HttpRequestParser, PassesOverEmptyLinesBeforeARequest) {
  HttpRequestParser parser(kLimits);
  Feed(parser, "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(parser.stage(), Stage::kComplete);
}

struct Version {
  std::string head;
  bool keep_alive;
  bool takes_chunks;
};

class VersionTest : public testing::TestWithParam<Version> {};

TEST_P(VersionTest, DecidesWhatTheConnectionMayDo) {
  HttpRequestParser parser(kLimits);
  Feed(parser, GetParam().head + "\r\n");
  ASSERT_EQ(parser.stage(), Stage::kComplete);
  EXPECT_EQ(parser.keep_alive(), GetParam().keep_alive);
  EXPECT_EQ(parser.takes_chunks(), GetParam().takes_chunks);
}

INSTANTIATE_TEST_SUITE_P(
    Heads, VersionTest,
    testing::Values(
        Version{"GET / HTTP/1.1\r\nHost: a\r\n", true, true},
        Version{"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n", false,
                true},
        Version{"GET / HTTP/1.0\r\n", false, false},
        Version{"GET / HTTP/1.0\r\nConnection: keep-alive\r\n", true, false}));

TEST(HttpRequestParser, TakesThePathOfAWholeAddress) {
  HttpRequestParser parser(kLimits);
  Feed(parser, "GET http://example.org/a/b?c HTTP/1.1\r\nHost: a\r\n\r\n");
  const HttpRequest request = parser.Take();
  EXPECT_EQ(request.path, "/a/b");
  EXPECT_EQ(request.query, "c");
}

struct Refused {
  std::string bytes;
  int status;
};

class RefusalTest : public testing::TestWithParam<Refused> {};

TEST_P(RefusalTest, HasAStatusHoweverTheBytesCome) {
  for (const size_t part : {size_t{1}, size_t{7}, GetParam().bytes.size()}) {
    HttpRequestParser parser(kLimits);
    Feed(parser, GetParam().bytes, part);
    EXPECT_EQ(parser.refusal(), GetParam().status)
        << GetParam().bytes << "\nin parts of " << part;
  }
}

const std::string kHead = "POST / HTTP/1.1\r\nHost: a\r\n";

INSTANTIATE_TEST_SUITE_P(
    Rubbish, RefusalTest,
    testing::Values(
        Refused{"\x16\x03\x01\x02\x01\x03 TLS to a plain port", 400},
        Refused{"complete rubbish\r\n\r\n", 400}, Refused{"GET\r\n\r\n", 400},
        Refused{"GET /\r\n\r\n", 400}, Refused{"GET / FTP/1.1\r\n\r\n", 505},
        Refused{"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        Refused{"GET / HTTP/3.7\r\n\r\n", 505},
        Refused{"GET / HTTP/1.1\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nHost a\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nBad Name: a\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nName : a\r\n\r\n", 400},
        Refused{"GET /\x01 HTTP/1.1\r\n\r\n", 400},
        Refused{"GET /a b HTTP/1.1\r\n\r\n", 505},
        Refused{"GET / http/1.1\r\n\r\n", 505},
        Refused{"GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\n: a\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nX: a\rb\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nX: a\x01\r\n\r\n", 400},
        Refused{std::string("GET / HTTP/1.1\r\nX: a\0\r\n\r\n", 25), 400},
        Refused{"G\xc3\x89T / HTTP/1.1\r\n\r\n", 400},
        Refused{"SSH-2.0-OpenSSH_9\r\n\r\n", 400}));

// What one server takes for one request and another for two.
INSTANTIATE_TEST_SUITE_P(
    Smuggling, RefusalTest,
    testing::Values(
        Refused{kHead + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                400},
        Refused{kHead + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                        "\r\n0\r\n\r\n",
                400},
        Refused{kHead + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"
                        "\r\n0\r\n\r\n",
                400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400},
        Refused{kHead + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                501},
        Refused{kHead + "Transfer-Encoding: identity\r\n\r\n", 501},
        Refused{kHead + "Content-Length: -1\r\n\r\n", 400},
        Refused{kHead + "Content-Length: 1x\r\n\r\na", 400},
        Refused{kHead + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        Refused{kHead + "Content-Length: +1\r\n\r\na", 400},
        Refused{kHead + "Content-Length: 0x1\r\n\r\na", 400},
        Refused{kHead + "Content-Length: \r\n\r\na", 400},
        Refused{kHead + "Transfer-Encoding: xchunked\r\n\r\n", 501},
        Refused{kHead + "Transfer-Encoding: chunked, chunked\r\n\r\n", 501},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n\r\n",
                400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n+1\r\na\r\n", 400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n-1\r\na\r\n", 400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n1 \r\na\r\n", 400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n"
                        "FFFFFFFFFFFFFFFFF\r\n",
                400},
        Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n"
                        "0\r\nContent-Length: 5\r\n\r\n",
                400},
        Refused{
            kHead + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
            400}));

INSTANTIATE_TEST_SUITE_P(
    Limits, RefusalTest,
    testing::Values(Refused{"GET /" + std::string(300, 'a'), 431},
                    Refused{kHead + "X-Long: " + std::string(300, 'a'), 431},
                    Refused{kHead + "Content-Length: 51\r\n\r\n", 413},
                    Refused{kHead + "Content-Length: 4000000000\r\n\r\n", 413},
                    Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n33\r\n" +
                                std::string(51, 'a'),
                            413},
                    Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n"
                                    "FFFFFFFFFFFFFFFF\r\n",
                            413},
                    Refused{kHead + "Transfer-Encoding: chunked\r\n\r\n1;" +
                                std::string(300, 'a'),
                            431},
                    Refused{kHead +
                                "Transfer-Encoding: chunked\r\n\r\n"
                                "0\r\nX: " +
                                std::string(300, 'a'),
                            431},
                    Refused{kHead + "Expect: a-pony\r\n\r\n", 417}));

TEST(HttpRequestParser, TakesABodyOfTheLargestSize) {
  HttpRequestParser parser(kLimits);
  Feed(parser, kHead + "Content-Length: 50\r\n\r\n" + std::string(50, 'a'));
  EXPECT_EQ(parser.refusal(), 0);
  EXPECT_EQ(parser.stage(), Stage::kComplete);
}

}  // namespace
}  // namespace quiver
