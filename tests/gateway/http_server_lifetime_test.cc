// How connections to the HTTP server end, over real sockets.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "gateway/http_server_fixture.h"

namespace quiver {
namespace {

using ::testing::EndsWith;

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
