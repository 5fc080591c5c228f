#include "gateway/request_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(MetadataOf, PassesOnWhatIsForTheService) {
  const HttpHeaders headers = {{"x-request-id", "7"},
                               {"authorization", "Bearer token"},
                               {"traceparent", "00-1-2-01"},
                               {"x-two", "a"},
                               {"x-two", "b"},
                               {"x-bytes-bin", "AP8="},
                               {"x-unpadded-bin", "AP8"}};
  ASSERT_OK_AND_ASSIGN(const WebMetadata metadata, MetadataOf(headers));
  EXPECT_THAT(metadata,
              ElementsAre(Pair("x-request-id", "7"),
                          Pair("authorization", "Bearer token"),
                          Pair("traceparent", "00-1-2-01"), Pair("x-two", "a"),
                          Pair("x-two", "b"),
                          Pair("x-bytes-bin", std::string("\0\xff", 2)),
                          Pair("x-unpadded-bin", std::string("\0\xff", 2))));
}

class KeptBackTest : public testing::TestWithParam<std::string> {};

TEST_P(KeptBackTest, IsNotPassedOn) {
  ASSERT_OK_AND_ASSIGN(const WebMetadata metadata,
                       MetadataOf({{GetParam(), "value"}}));
  EXPECT_THAT(metadata, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    OfHttp, KeptBackTest,
    testing::Values("accept", "accept-encoding", "accept-language",
                    "cache-control", "connection", "content-length",
                    "content-type", "cookie", "expect", "host", "keep-alive",
                    "origin", "proxy-authorization", "proxy-connection",
                    "referer", "sec-fetch-mode", "te", "trailer",
                    "transfer-encoding", "upgrade", "user-agent",
                    "x-forwarded-for", "forwarded"));
INSTANTIATE_TEST_SUITE_P(OfGrpc, KeptBackTest,
                         testing::Values("grpc-timeout", "grpc-encoding",
                                         "grpc-status", "x-grpc-web",
                                         "x-user-agent",
                                         "connect-protocol-version",
                                         "connect-timeout-ms"));
INSTANTIATE_TEST_SUITE_P(OfThisProcess, KeptBackTest,
                         testing::Values("quiver-protocol", "quiver-address"));

struct BadField {
  std::string name;
  std::string value;
};

class BadMetadataTest : public testing::TestWithParam<BadField> {};

TEST_P(BadMetadataTest, IsRefusedByName) {
  EXPECT_THAT(
      MetadataOf({{GetParam().name, GetParam().value}}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(GetParam().name)));
}

INSTANTIATE_TEST_SUITE_P(Fields, BadMetadataTest,
                         testing::Values(BadField{"x-own-bin", "not base64"},
                                         BadField{"x-own", "caf\xc3\xa9"},
                                         BadField{"x-own", "tab\there"},
                                         BadField{"x+own", "value"},
                                         BadField{"x~own", "value"}));

struct Timeout {
  std::string value;
  absl::Duration duration;
};

class TimeoutTest : public testing::TestWithParam<Timeout> {};

TEST_P(TimeoutTest, IsReadWithItsUnit) {
  ASSERT_OK_AND_ASSIGN(const absl::Duration duration,
                       ParseTimeout(GetParam().value));
  EXPECT_EQ(duration, GetParam().duration);
}

INSTANTIATE_TEST_SUITE_P(
    Units, TimeoutTest,
    testing::Values(
        Timeout{"", absl::InfiniteDuration()}, Timeout{"1H", absl::Hours(1)},
        Timeout{"2M", absl::Minutes(2)}, Timeout{"3S", absl::Seconds(3)},
        Timeout{"200m", absl::Milliseconds(200)},
        Timeout{"5u", absl::Microseconds(5)},
        Timeout{"6n", absl::Nanoseconds(6)},
        Timeout{"0m", absl::ZeroDuration()}, Timeout{"007S", absl::Seconds(7)},
        Timeout{"99999999H", absl::Hours(99999999)}));

class BadTimeoutTest : public testing::TestWithParam<std::string> {};

TEST_P(BadTimeoutTest, IsRefused) {
  EXPECT_THAT(ParseTimeout(GetParam()),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("\"" + GetParam() + "\"")));
}

INSTANTIATE_TEST_SUITE_P(Values, BadTimeoutTest,
                         testing::Values("1", "m", "-1m", "+1m", "1.5S", " 1m",
                                         "1 m", "1h", "1s", "123456789m", "1mm",
                                         "0x1m", "1m ", "\xc2\xb2m"));

}  // namespace
}  // namespace quiver
