// How responses are written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gateway/http_response_bytes.h"
#include "gateway/http_response_encoder.h"

namespace quiver {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

const absl::Time kDate = absl::FromUnixSeconds(784111777);
constexpr HttpResponseTerms kModern = {true, true, false};

TEST(HttpHeadBytes, EndsWithAnEmptyLine) {
  EXPECT_EQ(HttpHeadBytes({404, {{"content-type", "text/plain"}}},
                          {HttpFraming::kLength, 12, true}, kDate),
            "HTTP/1.1 404 Not Found\r\n"
            "content-type: text/plain\r\n"
            "content-length: 12\r\n"
            "connection: keep-alive\r\n"
            "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "\r\n");
}

TEST(HttpHeadBytes, LetsNoValueBecomeAField) {
  EXPECT_THAT(
      HttpHeadBytes({200, {{"x-own", "a\r\nset-cookie: b"}}}, {}, kDate),
      HasSubstr("x-own: a  set-cookie: b\r\n"));
}

TEST(HttpHeadBytes, TellsNoLengthOfWhatHasNone) {
  for (const int status : {204, 304}) {
    EXPECT_THAT(HttpHeadBytes({status, {}}, {}, kDate),
                Not(HasSubstr("content-length")));
  }
}

TEST(HttpReason, IsKnownForWhatIsSent) {
  for (const int status :
       {200, 204, 304, 400, 401, 403, 404, 405, 408, 409, 413,
        415, 417, 429, 431, 499, 500, 501, 503, 504, 505}) {
    EXPECT_NE(HttpReason(status), "") << status;
  }
  EXPECT_EQ(HttpReason(418), "");
}

std::string Encoded(HttpResponseEncoder& encoder,
                    const std::vector<HttpOutput>& outputs) {
  std::string bytes;
  for (const HttpOutput& output : outputs) {
    EXPECT_FALSE(encoder.ended());
    encoder.Encode(output, kDate, bytes);
  }
  return bytes;
}

const std::vector<HttpOutput> kStream = {{HttpOutput::kBegin, {}, "", {}},
                                         {HttpOutput::kPiece, {}, "abc", {}},
                                         {HttpOutput::kPiece, {}, "", {}},
                                         {HttpOutput::kEnd, {}, "", {}}};

TEST(HttpResponseEncoder, CutsAStreamIntoChunks) {
  HttpResponseEncoder encoder(kModern);
  const std::string bytes = Encoded(encoder, kStream);
  EXPECT_THAT(bytes, HasSubstr("transfer-encoding: chunked\r\n"));
  EXPECT_THAT(bytes, EndsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n"));
  EXPECT_TRUE(encoder.ended());
  EXPECT_TRUE(encoder.keep_alive());
}

TEST(HttpResponseEncoder, EndsAStreamToAnOldClientWithTheConnection) {
  HttpResponseEncoder encoder({true, false, false});
  const std::string bytes = Encoded(encoder, kStream);
  EXPECT_THAT(bytes, HasSubstr("connection: close\r\n"));
  EXPECT_THAT(bytes, Not(HasSubstr("chunked")));
  EXPECT_THAT(bytes, EndsWith("\r\n\r\nabc"));
  EXPECT_FALSE(encoder.keep_alive());
}

TEST(HttpResponseEncoder, SendsOnlyTheHeadToAHeadRequest) {
  HttpResponseEncoder whole({true, true, true});
  EXPECT_THAT(Encoded(whole, {{HttpOutput::kWhole, {}, "abc", {}}}),
              AllOf(HasSubstr("content-length: 3\r\n"), EndsWith("\r\n\r\n")));
  HttpResponseEncoder stream({true, true, true});
  EXPECT_THAT(Encoded(stream, kStream), Not(HasSubstr("abc")));
  EXPECT_TRUE(stream.ended());
}

TEST(HttpResponseEncoder, KnowsAResponseThatWasDropped) {
  HttpResponseEncoder encoder(kModern);
  Encoded(encoder, {{HttpOutput::kBegin, {}, "", {}},
                    {HttpOutput::kDropped, {}, "", {}}});
  EXPECT_TRUE(encoder.dropped());
  EXPECT_FALSE(encoder.ended());
}

}  // namespace
}  // namespace quiver
