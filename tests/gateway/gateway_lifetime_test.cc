// What becomes of calls when clients go and when the gateway stops.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gateway/gateway_fixture.h"
#include "gateway/interop_calls.h"
#include "gateway/web_client.h"

namespace quiver {
namespace {

using ::testing::Contains;

class GatewayLifetimeTest : public GatewayTest {};

TEST_F(GatewayLifetimeTest, CancelsCallsOfClientsThatGo) {
  Start();
  for (const char* method : {kWait, kStream}) {
    RawConnection client(port());
    client.Send(WebRequest(method, StreamOf(0, true)));
    EXPECT_TRUE(Eventually([&] { return metrics_.open() == 1; })) << method;
    client.Reset();
    EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; })) << method;
  }
  EXPECT_THAT(metrics_.seen(), Contains("Stream Canceled"));
  EXPECT_TRUE(Eventually([&] { return metrics_.connections() == 0; }));
}

TEST_F(GatewayLifetimeTest, CancelsAStreamThatNobodyReads) {
  Start();
  auto client = std::make_unique<RawConnection>(port());
  client->Send(WebRequest(kStream, StreamOf(1 << 20, false, 10'000)));
  client->ReadHead();
  EXPECT_EQ(metrics_.open(), 1);
  client = nullptr;
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; }));
}

size_t OpenFiles() {
  size_t count = 0;
  for ([[maybe_unused]] const auto& file :
       std::filesystem::directory_iterator("/proc/self/fd")) {
    ++count;
  }
  return count;
}

int64_t ResidentKilobytes() {
  int64_t whole = 0;
  int64_t resident = 0;
  std::ifstream("/proc/self/statm") >> whole >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

TEST_F(GatewayLifetimeTest, ForgetsThousandsOfStreamsWithTheirClients) {
  constexpr int kStreams = 2000;
  constexpr int kRounds = 4;
  Start();
  const size_t files = OpenFiles();
  std::vector<int64_t> used = {ResidentKilobytes()};  // Then of each round.
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::unique_ptr<RawConnection>> clients;
    for (int i = 0; i < kStreams; ++i) {
      clients.push_back(std::make_unique<RawConnection>(port()));
      clients.back()->Send(WebRequest(kStream, StreamOf(1, true)));
    }
    for (const auto& client : clients) {
      ASSERT_EQ(client->ReadHead().status, 200);
      ASSERT_NE(client->ReadChunk(), "");
    }
    EXPECT_EQ(metrics_.open(), kStreams);
    EXPECT_EQ(metrics_.connections(), kStreams);
    used.push_back(ResidentKilobytes());
    clients.clear();
    EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; }));
    EXPECT_TRUE(Eventually([&] { return metrics_.connections() == 0; }));
    EXPECT_TRUE(Eventually([&] { return OpenFiles() == files; }));
  }
  // A figure, not a bar: what is kept depends on the allocator.
  fmt::print("{} streams, both ends: {} KB each; {} rounds later {} KB more\n",
             kStreams, (used[1] - used[0]) / kStreams, kRounds - 1,
             used.back() - used[1]);
}

TEST_F(GatewayLifetimeTest, FinishesCallsAndRefusesNewOnesWhenItStops) {
  Start();
  RawConnection busy(port());
  RawConnection late(port());
  late.Send(WebRequest(kEcho, EchoOf("before")));
  late.ReadResponse();
  busy.Send(WebRequest(kWait, "", {{"grpc-timeout", "300m"}}));
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 1; }));
  gateway_->StopTakingCalls();
  late.Send(WebRequest(kEcho, EchoOf("after")));
  const RawResponse refused = late.ReadResponse();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.Field("grpc-status"), "14");
  std::thread stop([&] { gateway_->Shutdown(absl::InfiniteDuration()); });
  EXPECT_EQ(ReadReply(busy.ReadResponse()).status(), 4);
  stop.join();
}

TEST_F(GatewayLifetimeTest, StopsWithCallsUnderWay) {
  Start();
  std::vector<std::unique_ptr<RawConnection>> clients;
  for (int i = 0; i < 50; ++i) {
    clients.push_back(std::make_unique<RawConnection>(port()));
    clients.back()->Send(
        WebRequest(i % 2 == 0 ? kWait : kStream, StreamOf(1, true)));
  }
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 50; }));
  gateway_->Shutdown(absl::ZeroDuration());
  gateway_ = nullptr;
  EXPECT_TRUE(Eventually([&] { return metrics_.open() == 0; }));
  server_->Shutdown(absl::InfiniteDuration());
}

TEST_F(GatewayLifetimeTest, OutlivesItsServerWhenItTakesNoCalls) {
  Start();
  RawConnection open(port());
  open.Send(WebRequest(kStream, StreamOf(1, true)));
  open.ReadHead();
  gateway_->StopTakingCalls();
  server_->Shutdown(absl::ZeroDuration());
  server_ = nullptr;
  EXPECT_EQ(Fetch(port(), WebRequest(kEcho, EchoOf(""))).Field("grpc-status"),
            "14");
}

TEST_F(GatewayLifetimeTest, TellsProbesThatItStops) {
  Start();
  gateway_->AnnounceShutdown();
  server_->AnnounceShutdown();
  EXPECT_EQ(Fetch(port(), "GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n").status,
            503);
  EXPECT_EQ(Fetch(port(), "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").status,
            200);
  EXPECT_EQ(TextOf(WebCall(port(), kEcho, EchoOf("still"))), "still");
}

}  // namespace
}  // namespace quiver
