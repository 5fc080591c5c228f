#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::variant<Settings, CommandLineExit> Read(std::vector<std::string> words) {
  words.insert(words.begin(), "quiver");
  std::vector<char*> arguments;
  arguments.reserve(words.size());
  for (std::string& word : words) arguments.push_back(word.data());
  return ReadCommandLine(static_cast<int>(arguments.size()), arguments.data());
}

Settings ReadSettings(std::vector<std::string> words) {
  auto read = Read(std::move(words));
  if (const auto* exit = std::get_if<CommandLineExit>(&read)) {
    ADD_FAILURE() << exit->text;
    return {};
  }
  return std::get<Settings>(std::move(read));
}

CommandLineExit ReadExit(std::vector<std::string> words) {
  auto read = Read(std::move(words));
  if (std::holds_alternative<Settings>(read)) {
    ADD_FAILURE() << "was accepted";
    return {};
  }
  return std::get<CommandLineExit>(std::move(read));
}

class CommandLineTest : public ::testing::Test {
 protected:
  void TearDown() override { unsetenv("QUIVER_SERVER"); }
};

TEST_F(CommandLineTest, HasUsualSettings) {
  const Settings settings = ReadSettings({"chat"});

  EXPECT_EQ(settings.command, "chat");
  EXPECT_EQ(settings.server.target, "localhost:50051");
  EXPECT_EQ(settings.server.timeout, absl::Seconds(10));
  EXPECT_EQ(settings.content, "");
  EXPECT_FALSE(settings.word_lists.empty());
}

TEST_F(CommandLineTest, TakesOptionsBeforeAndBehindTheCommand) {
  EXPECT_EQ(ReadSettings({"--server", "a:1", "chat"}).server.target, "a:1");
  EXPECT_EQ(ReadSettings({"chat", "--server", "a:1"}).server.target, "a:1");
  EXPECT_TRUE(ReadSettings({"health", "--json"}).json);
}

TEST_F(CommandLineTest, PutsOptionsAboveTheEnvironment) {
  setenv("QUIVER_SERVER", "environment:1", 1);

  EXPECT_EQ(ReadSettings({"health"}).server.target, "environment:1");
  EXPECT_EQ(ReadSettings({"health", "--server", "option:1"}).server.target,
            "option:1");
}

TEST_F(CommandLineTest, TakesTheWordsOfAMessage) {
  EXPECT_THAT(ReadSettings({"ask", "why", "does", "it"}).words,
              ElementsAre("why", "does", "it"));
}

TEST_F(CommandLineTest, LooksForContentHereWhereNoServerIsMeant) {
  EXPECT_EQ(ReadSettings({"check"}).content, ".");
  EXPECT_EQ(ReadSettings({"test", "file.txt"}).content, ".");
  EXPECT_EQ(ReadSettings({"check", "--content", "there"}).content, "there");
}

TEST_F(CommandLineTest, RefusesWhatItDoesNotKnow) {
  const std::vector<std::string> mistakes[] = {
      {},
      {"chta"},
      {"chat", "--colour"},
      {"test"},
      {"chat", "--timeout", "soon"},
      {"chat", "--width", "5"},
      {"completion", "tcsh"},
  };
  for (const auto& words : mistakes) {
    EXPECT_EQ(ReadExit(words).code, kExitUsage)
        << ::testing::PrintToString(words);
  }
  EXPECT_THAT(ReadExit({"chta"}).text, HasSubstr("no command \"chta\""));
}

TEST_F(CommandLineTest, HelpTellsAboutEveryCommand) {
  const CommandLineExit help = ReadExit({"--help"});

  EXPECT_EQ(help.code, kExitOk);
  for (const CommandOutline& command : OutlineCommands()) {
    EXPECT_THAT(help.text, HasSubstr("  " + command.name + " "));
    EXPECT_EQ(ReadExit({command.name, "--help"}).code, kExitOk);
  }
}

}  // namespace
}  // namespace quiver
