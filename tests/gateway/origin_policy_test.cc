#include "gateway/origin_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

OriginPolicy Policy(std::vector<std::string> allowed) {
  auto policy = OriginPolicy::Make(std::move(allowed));
  EXPECT_THAT(policy, IsOk());
  return *policy;
}

struct OriginCase {
  std::vector<std::string> allowed;
  std::string origin;
  bool allows;
};

class OriginTest : public testing::TestWithParam<OriginCase> {};

TEST_P(OriginTest, AllowsExactlyWhatIsListed) {
  const OriginCase& given = GetParam();
  EXPECT_EQ(Policy(given.allowed).Allows(given.origin), given.allows)
      << given.origin;
}

const std::vector<std::string> kExact = {"https://example.org"};
const std::vector<std::string> kSubdomains = {"https://*.example.org"};

INSTANTIATE_TEST_SUITE_P(
    Exact, OriginTest,
    testing::Values(
        OriginCase{{}, "https://example.org", false},
        OriginCase{kExact, "https://example.org", true},
        OriginCase{kExact, "http://example.org", false},
        OriginCase{kExact, "https://example.org:8443", false},
        OriginCase{kExact, "https://www.example.org", false},
        OriginCase{kExact, "https://example.org.evil.net", false},
        OriginCase{kExact, "https://example.orga", false},
        OriginCase{kExact, "", false}, OriginCase{kExact, "null", false},
        OriginCase{{"http://localhost:5173"}, "http://localhost:5173", true},
        OriginCase{{"http://localhost:5173"}, "http://localhost", false}));

INSTANTIATE_TEST_SUITE_P(
    Subdomains, OriginTest,
    testing::Values(
        OriginCase{kSubdomains, "https://a.example.org", true},
        OriginCase{kSubdomains, "https://a.b.example.org", true},
        OriginCase{kSubdomains, "https://example.org", false},
        OriginCase{kSubdomains, "https://.example.org", false},
        OriginCase{kSubdomains, "http://a.example.org", false},
        OriginCase{kSubdomains, "https://evilexample.org", false},
        OriginCase{kSubdomains, "https://evil.net/.example.org", false},
        OriginCase{kSubdomains, "https://evil.net?.example.org", false},
        OriginCase{kSubdomains, "https://evil.net#.example.org", false},
        OriginCase{kSubdomains, "https://user@.example.org", false},
        OriginCase{kSubdomains, "https://a.example.org:8443", false}));

INSTANTIATE_TEST_SUITE_P(
    Any, OriginTest,
    testing::Values(OriginCase{{"*"}, "https://example.org", true},
                    OriginCase{{"*"}, "http://localhost:1", true},
                    OriginCase{{"*"}, "", false},
                    OriginCase{{"*"}, "null", false},
                    OriginCase{{"null"}, "null", true},
                    OriginCase{{"*", "null"}, "null", true}));

class BadOriginTest : public testing::TestWithParam<std::string> {};

TEST_P(BadOriginTest, IsRefusedWithWhatToWrite) {
  EXPECT_THAT(OriginPolicy::Make({GetParam()}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(HasSubstr("\"" + GetParam() + "\""),
                             HasSubstr("https://example.org"))));
}

INSTANTIATE_TEST_SUITE_P(
    Settings, BadOriginTest,
    testing::Values("", "example.org", "https://", "https://example.org/",
                    "https://example.org/path", "https://*", "https://*.",
                    "https://a.*.org", "https://*.*.org",
                    "https://*example.org", "*.example.org",
                    "https://example.org*", "://example.org",
                    "https://exa mple.org", "https://user@example.org",
                    "HTTPS://example.org"));

TEST(OriginPolicy, ShowsTheFieldsThatTheResponseHas) {
  HttpHead head;
  head.headers = {{"content-type", "application/grpc-web+proto"},
                  {"x-request-id", "7"},
                  {"grpc-status", "5"}};
  Policy(kExact).AddTo("https://example.org", head);

  EXPECT_THAT(
      head.headers,
      AllOf(
          Contains(Pair("access-control-allow-origin", "https://example.org")),
          Contains(Pair("access-control-expose-headers",
                        "grpc-status, grpc-message, grpc-status-details-bin, "
                        "x-request-id")),
          Contains(Pair("vary", "Origin")),
          Not(Contains(Key("access-control-allow-credentials")))));
}

TEST(OriginPolicy, TellsOthersNothing) {
  for (const char* origin : {"", "https://evil.net"}) {
    HttpHead head;
    Policy(kExact).AddTo(origin, head);
    EXPECT_THAT(head.headers, ElementsAre(Pair("vary", "Origin")));
  }
}

HttpRequest Preflight(const std::string& origin) {
  HttpRequest request;
  request.method = "OPTIONS";
  request.headers = {{"origin", origin},
                     {"access-control-request-method", "POST"},
                     {"access-control-request-headers",
                      "content-type,grpc-timeout,x-grpc-web,x-own"}};
  return request;
}

TEST(OriginPolicy, AnswersAPreflightWithWhatWasAskedFor) {
  const HttpResponse response =
      Policy(kExact).AnswerPreflight(Preflight("https://example.org"));

  EXPECT_EQ(response.head.status, 204);
  EXPECT_THAT(
      response.head.headers,
      AllOf(
          Contains(Pair("access-control-allow-origin", "https://example.org")),
          Contains(Pair("access-control-allow-methods", "POST, OPTIONS")),
          Contains(Pair("access-control-allow-headers",
                        "content-type,grpc-timeout,x-grpc-web,x-own")),
          Contains(Pair("access-control-max-age", "7200")),
          Contains(Pair("vary", HasSubstr("Origin")))));
}

TEST(OriginPolicy, RefusesAPreflightWithTheSettingToChange) {
  const HttpResponse response =
      Policy(kExact).AnswerPreflight(Preflight("https://evil.net"));

  EXPECT_EQ(response.head.status, 403);
  EXPECT_THAT(response.body, AllOf(HasSubstr("https://evil.net"),
                                   HasSubstr("--allowed-origin")));
  EXPECT_THAT(response.head.headers,
              Not(Contains(Key("access-control-allow-origin"))));
}

TEST(OriginPolicy, AnswersOptionsThatAreNoPreflight) {
  HttpRequest request;
  request.method = "OPTIONS";
  const HttpResponse response = Policy(kExact).AnswerPreflight(request);

  EXPECT_EQ(response.head.status, 204);
  EXPECT_THAT(response.head.headers,
              Contains(Pair("allow", "GET, HEAD, POST, OPTIONS")));
}

}  // namespace
}  // namespace quiver
