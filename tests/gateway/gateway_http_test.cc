// What the whole gateway answers in plain HTTP: JSON, files, probes.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "gateway/gateway_fixture.h"
#include "gateway/interop_calls.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;

TEST_F(GatewayTest, AnswersInJson) {
  Start();
  const RawResponse response = Fetch(
      port(), fmt::format("POST {} HTTP/1.1\r\nHost: a\r\n"
                          "Content-Type: application/json\r\n"
                          "Content-Length: 15\r\n\r\n{{\"text\":\"Zoë\"}}",
                          kEcho));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "{\"text\":\"Zoë\"}");
}

TEST_F(GatewayTest, TellsErrorsInUnicodeWhateverCame) {
  Start();
  for (const std::string body :
       {"\xff", "{\"text\": \"\xff\xfe\"}", "{\"\xc3\": 1}",
        "{\"text\": \xf0\x9f}", "{\"text\": \"\\ud800\"}",
        "{\"text\": \"\xed\xa0\x80\"}"}) {
    const RawResponse response =
        Fetch(port(), fmt::format("POST {} HTTP/1.1\r\nHost: a\r\n"
                                  "Content-Type: application/json\r\n"
                                  "Content-Length: {}\r\n\r\n{}",
                                  kEcho, body.size(), body));
    EXPECT_EQ(response.status, 400) << body;
    const auto error = nlohmann::json::parse(response.body, nullptr,
                                             /*allow_exceptions=*/false);
    ASSERT_TRUE(error.is_object()) << response.body;  // Takes only UTF-8.
    EXPECT_EQ(error["code"], "invalid_argument");
  }
}

TEST_F(GatewayTest, AnswersPreflights) {
  Start();
  const auto preflight = [&](const std::string& origin) {
    return Fetch(port(),
                 fmt::format("OPTIONS {} HTTP/1.1\r\nHost: a\r\nOrigin: {}\r\n"
                             "Access-Control-Request-Method: POST\r\n"
                             "Access-Control-Request-Headers: x-grpc-web\r\n"
                             "\r\n",
                             kEcho, origin));
  };
  const RawResponse allowed = preflight("https://example.org");
  EXPECT_EQ(allowed.status, 204);
  EXPECT_EQ(allowed.Field("access-control-allow-headers"), "x-grpc-web");
  const RawResponse refused = preflight("https://other.net");
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.headers,
              Not(Contains(Key("access-control-allow-origin"))));
}

TEST_F(GatewayTest, ServesFilesAndProbes) {
  TemporaryFolder site;
  site.Write("index.html", "<!doctype html>hello");
  options_.site = site.path();
  Start();
  const auto get = [&](const std::string& path) {
    return Fetch(port(),
                 fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n\r\n", path));
  };
  EXPECT_EQ(get("/").body, "<!doctype html>hello");
  EXPECT_EQ(get("/?utm=1").status, 200);
  EXPECT_EQ(get("/nothing").status, 404);
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_EQ(get("/readyz").status, 200);
  EXPECT_EQ(get("/metrics").body, "metrics\n");
  EXPECT_THAT(get("/metrics").Field("content-type"), HasSubstr("0.0.4"));
  EXPECT_EQ(get(kEcho).status, 405);
}

TEST(StartGateway, SaysWhatIsWrongWithASetting) {
  SystemClock clock;
  RecordingEventLog log;
  OpenCallMetrics metrics;
  GatewayOptions options;
  options.http.address = "127.0.0.1:0";
  options.allowed_origins = {"example.org"};
  EXPECT_THAT(StartGateway(options, {nullptr, clock, log, metrics}),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("\"example.org\" is not an origin")));
  options.allowed_origins.clear();
  options.site = "/no/such/folder";
  EXPECT_THAT(StartGateway(options, {nullptr, clock, log, metrics}),
              StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace quiver
