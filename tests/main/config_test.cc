#include "main/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;

Config Read(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "quiver-server");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  auto read = ReadConfig(static_cast<int>(argv.size()), argv.data());
  if (const auto* exit = std::get_if<ConfigExit>(&read)) {
    ADD_FAILURE() << exit->text;
    return Config();
  }
  return std::get<Config>(read);
}

// A variable of the environment, as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    setenv(name, value, 1);
  }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

TEST(ConfigTest, Defaults) {
  const Config config = Read({});

  EXPECT_EQ(config.content, ".");
  EXPECT_EQ(config.grpc, "0.0.0.0:50051");
  EXPECT_EQ(config.authoring, "127.0.0.1:50052");
  EXPECT_EQ(config.store, "sqlite");
  EXPECT_TRUE(config.survive_power_loss);
  EXPECT_EQ(config.session_idle_time, absl::Hours(24));
  EXPECT_EQ(config.feedback_time, absl::Hours(24 * 30));
  EXPECT_EQ(config.max_text_bytes, 4096u);
  EXPECT_EQ(config.drain_time, absl::Seconds(10));
}

TEST(ConfigTest, OptionsSetEverything) {
  const Config config = Read({"--content",
                              "c",
                              "--assistant",
                              "a",
                              "--grpc",
                              "g",
                              "--authoring",
                              "",
                              "--store",
                              "memory",
                              "--data",
                              "d",
                              "--survive-power-loss",
                              "false",
                              "--session-idle-seconds",
                              "60.5",
                              "--session-max-turns",
                              "7",
                              "--feedback-seconds",
                              "90",
                              "--max-text-bytes",
                              "100",
                              "--drain-seconds",
                              "0",
                              "--word-list",
                              "w1",
                              "w2"});

  EXPECT_EQ(config.content, "c");
  EXPECT_EQ(config.assistant, "a");
  EXPECT_EQ(config.grpc, "g");
  EXPECT_EQ(config.authoring, "");
  EXPECT_EQ(config.store, "memory");
  EXPECT_EQ(config.data, "d");
  EXPECT_FALSE(config.survive_power_loss);
  EXPECT_EQ(config.session_idle_time, absl::Milliseconds(60'500));
  EXPECT_EQ(config.session_max_turns, 7u);
  EXPECT_EQ(config.feedback_time, absl::Seconds(90));
  EXPECT_EQ(config.max_text_bytes, 100u);
  EXPECT_EQ(config.drain_time, absl::ZeroDuration());
  EXPECT_THAT(config.word_lists, ElementsAre("w1", "w2"));
}

TEST(ConfigTest, CommandLineWinsOverEnvironmentAndThatOverTheFile) {
  TemporaryFolder folder;
  folder.Write("quiver.toml",
               "data = \"of the file\"\n"
               "content = \"of the file\"\n"
               "assistant = \"of_the_file\"\n");
  const std::string file = folder.path() + "/quiver.toml";
  const Variable content("QUIVER_CONTENT", "of the environment");
  const Variable assistant("QUIVER_ASSISTANT", "of_the_environment");
  const Config config = Read({"--config", file, "--assistant", "of_the_line"});

  EXPECT_EQ(config.data, "of the file");
  EXPECT_EQ(config.content, "of the environment");
  EXPECT_EQ(config.assistant, "of_the_line");
}

TEST(ConfigTest, SettingsForBrowsers) {
  EXPECT_EQ(Read({}).max_connections_per_address, 512u);
  EXPECT_EQ(Read({}).max_calls_per_address, 256u);
  const Variable origins("QUIVER_ALLOWED_ORIGIN",
                         "https://a.org,https://b.org");
  const Config config =
      Read({"--http", "", "--site", "s", "--trusted-proxy", "10.0.0.1",
            "--trusted-proxy", "10.0.0.2", "--max-connections-per-address", "3",
            "--max-calls-per-address", "4"});

  EXPECT_EQ(config.http, "");
  EXPECT_EQ(config.site, "s");
  EXPECT_THAT(config.allowed_origins,
              ElementsAre("https://a.org", "https://b.org"));
  EXPECT_THAT(config.trusted_proxies, ElementsAre("10.0.0.1", "10.0.0.2"));
  EXPECT_EQ(config.max_connections_per_address, 3u);
  EXPECT_EQ(config.max_calls_per_address, 4u);
}

TEST(ConfigTest, UnknownKeyOfTheFileIsAnError) {
  TemporaryFolder folder;
  folder.Write("quiver.toml", "colour = \"red\"\n");
  std::string program = "quiver-server";
  std::string option = "--config";
  std::string file = folder.path() + "/quiver.toml";
  char* argv[] = {program.data(), option.data(), file.data()};
  const auto read = ReadConfig(3, argv);

  ASSERT_TRUE(std::holds_alternative<ConfigExit>(read));
  EXPECT_EQ(std::get<ConfigExit>(read).code, 2);
  EXPECT_THAT(std::get<ConfigExit>(read).text, testing::HasSubstr("colour"));
}

}  // namespace
}  // namespace quiver
