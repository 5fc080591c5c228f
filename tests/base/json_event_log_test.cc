#include "base/json_event_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "support/simulated_clock.h"

namespace quiver {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::vector<std::string> LinesOf(std::FILE* file) {
  std::rewind(file);
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) {
    text.push_back(static_cast<char>(c));
  }
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(JsonEventLogTest, WritesOneObjectALine) {
  const File file(std::tmpfile());
  SimulatedClock clock(absl::FromUnixMillis(1'795'510'800'123));
  const auto log = MakeJsonEventLog(file.get(), clock);
  log->Write(LogLevel::kInfo, "serving",
             {{"name", std::string("a \"b\"\n")},
              {"port", int64_t{50051}},
              {"seconds", 0.5},
              {"ready", true}});
  log->Write(LogLevel::kError, "stopped");

  EXPECT_THAT(LinesOf(file.get()),
              testing::ElementsAre(
                  R"({"time":"2026-11-24T09:00:00.123Z","level":"info",)"
                  R"("event":"serving","name":"a \"b\"\n","port":50051,)"
                  R"("seconds":0.5,"ready":true})",
                  R"({"time":"2026-11-24T09:00:00.123Z","level":"error",)"
                  R"("event":"stopped"})"));
}

TEST(JsonEventLogTest, BytesThatAreNotUtf8AreReplaced) {
  const File file(std::tmpfile());
  SimulatedClock clock;
  MakeJsonEventLog(file.get(), clock)
      ->Write(LogLevel::kWarning, "odd", {{"bytes", std::string("\xFF!")}});

  const auto line = nlohmann::json::parse(LinesOf(file.get()).front());
  EXPECT_EQ(line["bytes"], "\xEF\xBF\xBD!");
}

TEST(JsonEventLogTest, LinesOfSeveralThreadsDoNotMix) {
  const File file(std::tmpfile());
  SimulatedClock clock;
  const auto log = MakeJsonEventLog(file.get(), clock);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 200; ++j) {
        log->Write(LogLevel::kInfo, "call", {{"code", std::string("OK")}});
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  const std::vector<std::string> lines = LinesOf(file.get());
  EXPECT_EQ(lines.size(), 800u);
  for (const std::string& line : lines) {
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
}

}  // namespace
}  // namespace quiver
