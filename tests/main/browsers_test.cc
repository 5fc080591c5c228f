// The server process as browsers, and those who watch over it, see it.

#include "main/browsers.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <string>

#include "gateway/web_client.h"
#include "grpc/health/v1/health.pb.h"
#include "main/server_process.h"
#include "main/visitor.h"
#include "support/bicycle_catalog.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kSend[] = "/quiver.v1.AssistantService/SendMessage";
constexpr char kWatch[] = "/grpc.health.v1.Health/Watch";

class BrowsersTest : public testing::Test {
 protected:
  ServerProcess Start(const Arguments& more = {}) {
    return ServerProcess(BicycleContent(), data_.path(), more);
  }
  static RawResponse Get(const ServerProcess& server, std::string_view path) {
    return Fetch(server.http_port(),
                 fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n\r\n", path));
  }
  static v1::SendMessageResponse Say(const ServerProcess& server,
                                     const std::string& text) {
    v1::SendMessageRequest request;
    request.set_text(text);
    const WebReply reply =
        WebCall(server.http_port(), kSend, request.SerializeAsString());
    EXPECT_EQ(reply.status(), 0);
    EXPECT_THAT(reply.messages, SizeIs(1));
    v1::SendMessageResponse response;
    if (!reply.messages.empty()) response.ParseFromString(reply.messages[0]);
    return response;
  }

  TemporaryFolder data_;
};

TEST_F(BrowsersTest, TalkToTheSameAssistantAsPrograms) {
  const ServerProcess server = Start();
  const v1::SendMessageResponse said = Say(server, "My brakes squeal");
  EXPECT_THAT(said.reply().citations(), Not(testing::IsEmpty()));
  EXPECT_THAT(Visitor(server.address()).ListTurns(said.session_id()),
              SizeIs(1));
}

TEST_F(BrowsersTest, AreToldWhatIsWrongWithARequest) {
  const ServerProcess server = Start();
  const WebReply reply = WebCall(server.http_port(), kSend, "");
  EXPECT_EQ(reply.status(), 3);
  EXPECT_NE(reply.Trailer("grpc-status-details-bin"), "");
}

TEST_F(BrowsersTest, CannotCallTheAuthors) {
  const ServerProcess server = Start();
  EXPECT_EQ(WebCall(server.http_port(),
                    "/quiver.v1.AuthoringService/ReloadContent", "")
                .status(),
            12);
}

TEST_F(BrowsersTest, GetTheFilesOfTheSite) {
  TemporaryFolder site;
  site.Write("index.html", "<!doctype html>");
  const ServerProcess server = Start({"--site", site.path()});
  EXPECT_EQ(Get(server, "/").body, "<!doctype html>");
}

TEST_F(BrowsersTest, OfOtherOriginsMayCallWhenTheyAreAllowed) {
  const ServerProcess server = Start({"--allowed-origin", "https://one.org",
                                      "--allowed-origin", "https://*.two.org"});
  for (const std::string origin : {"https://one.org", "https://a.two.org"}) {
    EXPECT_EQ(WebCall(server.http_port(), kSend, "", {{"Origin", origin}})
                  .http.Field("access-control-allow-origin"),
              origin);
  }
  EXPECT_EQ(
      WebCall(server.http_port(), kSend, "", {{"Origin", "https://three.org"}})
          .http.Field("access-control-allow-origin"),
      "");
}

TEST_F(BrowsersTest, MayHaveSoManyCallsUnderWay) {
  const ServerProcess server = Start({"--max-calls-per-address", "1"});
  const HttpHeaders one = {{"X-Forwarded-For", "203.0.113.1"}};
  const HttpHeaders other = {{"X-Forwarded-For", "203.0.113.2"}};
  RawConnection first(server.http_port());
  first.Send(WebRequest(kWatch, "", one));
  EXPECT_EQ(first.ReadHead().status, 200);
  EXPECT_EQ(WebCall(server.http_port(), kSend, "", one).status(), 8);
  EXPECT_EQ(WebCall(server.http_port(), kSend, "", other).status(), 3);
}

TEST_F(BrowsersTest, MayHaveSoManyConnections) {
  const ServerProcess server = Start(
      {"--max-connections-per-address", "1", "--trusted-proxy", "10.0.0.1"});
  RawConnection first(server.http_port());
  first.Send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(first.ReadResponse().status, 200);
  EXPECT_EQ(Get(server, "/healthz").status, 429);
}

TEST_F(BrowsersTest, AreCounted) {
  const ServerProcess server = Start();
  Say(server, "My brakes squeal");
  Visitor visitor(server.address());
  const std::string session = visitor.Say("xyzzy").session_id();
  visitor.Rate(session, 1, v1::RATING_NOT_HELPFUL);
  visitor.Rate(session, 2, v1::RATING_HELPFUL);  // There is no such turn.
  WebCall(server.http_port(), kSend, "");
  const std::string labels =
      "grpc_method=\"SendMessage\",grpc_service=\"quiver.v1.AssistantService\","
      "grpc_type=\"unary\",protocol=";
  EXPECT_THAT(
      Get(server, "/metrics").body,
      AllOf(
          HasSubstr("grpc_server_handled_total{grpc_code=\"OK\"," + labels +
                    "\"grpc-web\"} 1\n"),
          HasSubstr("grpc_server_handled_total{grpc_code=\"OK\"," + labels +
                    "\"grpc\"} 1\n"),
          HasSubstr("grpc_server_handled_total{grpc_code=\"InvalidArgument\"," +
                    labels + "\"grpc-web\"} 1\n"),
          HasSubstr("grpc_server_started_total{" + labels +
                    "\"grpc-web\"} 2\n"),
          HasSubstr("grpc_server_handling_seconds_count{" + labels +
                    "\"grpc-web\"} 2\n"),
          HasSubstr("chat_turns_total{outcome=\"fallback\"} 1\n"),
          HasSubstr("chat_feedback_total{rating=\"not_helpful\"} 1\n"),
          Not(HasSubstr("rating=\"helpful\"")),
          HasSubstr("quiver_build_info{version="), Not(HasSubstr("xyzzy")),
          Not(HasSubstr("squeal"))));
}

TEST_F(BrowsersTest, LeaveNoStreamsBehind) {
  const ServerProcess server = Start();
  const std::string open =
      "grpc_server_open_calls{grpc_method=\"Watch\","
      "grpc_service=\"grpc.health.v1.Health\",grpc_type=\"server_stream\","
      "protocol=\"grpc-web\"} ";
  const auto metrics_say = [&](const std::string& line) {
    return Eventually([&] {
      return Get(server, "/metrics").body.find(line + "\n") !=
             std::string::npos;
    });
  };
  {
    std::vector<std::unique_ptr<RawConnection>> clients;
    for (int i = 0; i < 300; ++i) {
      clients.push_back(std::make_unique<RawConnection>(server.http_port()));
      clients.back()->Send(WebRequest(kWatch, ""));
    }
    for (const auto& client : clients)
      EXPECT_EQ(client->ReadHead().status, 200);
    EXPECT_TRUE(metrics_say(open + "300"));
  }
  EXPECT_TRUE(metrics_say(open + "0"));
  EXPECT_TRUE(metrics_say("http_open_connections 1"));
}

TEST_F(BrowsersTest, AreNotSentHereAnyMoreOnceTheServerIsToStop) {
  ServerProcess server = Start({"--notice-seconds", "3600"});
  RawConnection watcher(server.http_port());
  watcher.Send(WebRequest(kWatch, ""));
  watcher.ReadHead();
  watcher.ReadChunk();
  EXPECT_EQ(Get(server, "/readyz").status, 200);
  server.Signal(SIGTERM);

  grpc::health::v1::HealthCheckResponse health;
  health.set_status(health.NOT_SERVING);
  EXPECT_EQ(watcher.ReadChunk(), MessageFrame(health.SerializeAsString()));
  EXPECT_TRUE(Eventually([&] { return Get(server, "/readyz").status == 503; }));
  EXPECT_EQ(Get(server, "/healthz").status, 200);
  Say(server, "My brakes squeal");
  server.Signal(SIGTERM);
  EXPECT_EQ(server.ExitCode(), 128 + SIGTERM);
}

TEST_F(BrowsersTest, AreLetGoWhenTheServerStops) {
  ServerProcess server = Start({"--drain-seconds", "0"});
  RawConnection watcher(server.http_port());
  watcher.Send(WebRequest(kWatch, ""));
  watcher.ReadHead();
  server.Signal(SIGTERM);
  watcher.ReadToEnd();
  EXPECT_EQ(server.ExitCode(), 0);
}

TEST(SiteOf, IsWhatIsSetOrLiesBesideTheContent) {
  TemporaryFolder content;
  Config config;
  config.content = content.path();
  EXPECT_EQ(SiteOf(config), "");
  EXPECT_FALSE(HasStartPage(config));
  content.Write("clients/web/dist/index.html", "");
  EXPECT_EQ(SiteOf(config), content.path() + "/clients/web/dist");
  EXPECT_TRUE(HasStartPage(config));
  content.Write("web/index.html", "");
  EXPECT_EQ(SiteOf(config), content.path() + "/web");
  config.site = "/elsewhere";
  EXPECT_EQ(SiteOf(config), "/elsewhere");
  EXPECT_FALSE(HasStartPage(config));
}

}  // namespace
}  // namespace quiver
