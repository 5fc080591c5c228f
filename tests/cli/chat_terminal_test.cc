// The chat with a person at a terminal.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kPrompt[] = "> ";
constexpr char kEnter[] = "\r";

class ChatTerminalTest : public ::testing::Test {
 protected:
  ChatTerminalTest() : chat_({"chat", "--content", kBicycleContent}) {
    welcome_ = chat_.ReadUntil(kPrompt);
  }

  // What comes back, prompt included.
  std::string Say(const std::string& text) {
    chat_.Type(text + kEnter);
    chat_.ReadUntil("\n");  // The echo.
    return chat_.ReadUntil(kPrompt);
  }

  QuiverAtTerminal chat_;
  std::string welcome_;
};

TEST_F(ChatTerminalTest, WelcomesInColour) {
  EXPECT_THAT(welcome_, HasSubstr("\x1b[1mBicycle Guide"));
  EXPECT_THAT(welcome_, HasSubstr("not a mechanic"));
  EXPECT_THAT(welcome_, HasSubstr("Why does my bicycle squeak?"));
}

TEST_F(ChatTerminalTest, TakesAnOptionByItsNumber) {
  EXPECT_THAT(Say("why does it squeak"), HasSubstr("1  brake"));

  EXPECT_THAT(Say("1"), HasSubstr("Brakes squeal"));
  EXPECT_THAT(Say("/memory"), HasSubstr("part=brake"));
}

TEST_F(ChatTerminalTest, ShowsSourcesInFull) {
  Say("why do my brakes squeal");

  EXPECT_THAT(Say("/sources"), HasSubstr("Test Press: Handbook, 2020"));
}

TEST_F(ChatTerminalTest, HelpListsEveryCommand) {
  const std::string help = Say("/help");

  for (const char* command :
       {"/help", "/options", "/sources", "/starters", "/memory", "/trace",
        "/session", "/retry", "/restart", "/forget", "/quit"}) {
    EXPECT_THAT(help, HasSubstr(command));
  }
  EXPECT_THAT(Say("/halp"), HasSubstr("no command /halp"));
}

TEST_F(ChatTerminalTest, TabCompletesACommand) {
  chat_.Type("/sour\t\r");

  chat_.ReadUntil("ces");
  chat_.ReadUntil("from no document");
}

TEST_F(ChatTerminalTest, TracesWhenAsked) {
  EXPECT_THAT(Say("hello"), Not(HasSubstr("What was decided")));
  Say("/trace");

  EXPECT_THAT(Say("hello"), HasSubstr("What was decided"));
}

TEST_F(ChatTerminalTest, ForgetsTheSession) {
  EXPECT_THAT(Say("/session"), HasSubstr("no session yet"));
  Say("hello");
  EXPECT_THAT(Say("/forget"), HasSubstr("deleted for good: 1"));

  EXPECT_THAT(Say("/session"), HasSubstr("no session yet"));
}

TEST_F(ChatTerminalTest, StartsOver) {
  Say("why do my brakes squeal");
  Say("/restart");

  EXPECT_THAT(Say("/memory"), HasSubstr("Nothing about you"));
}

TEST_F(ChatTerminalTest, CtrlDLeaves) {
  chat_.Type(kCtrlD);

  EXPECT_EQ(chat_.ExitCode(), 0);
}

TEST_F(ChatTerminalTest, QuitLeaves) {
  chat_.Type("/quit\r");

  EXPECT_EQ(chat_.ExitCode(), 0);
}

TEST_F(ChatTerminalTest, CtrlCDropsTheLineAndTwiceLeaves) {
  chat_.Type("thank y");
  chat_.ReadUntil("thank y");
  chat_.Type(kCtrlC);
  chat_.ReadUntil(kPrompt);

  EXPECT_THAT(Say("hello"), HasSubstr("What does your bicycle do?"));

  chat_.Type(kCtrlC);
  chat_.ReadUntil("Ctrl-C again");
  chat_.ReadUntil(kPrompt);
  chat_.Type(kCtrlC);
  EXPECT_EQ(chat_.ExitCode(), 130);
}

TEST_F(ChatTerminalTest, TakesLettersBeyondAscii) {
  chat_.Type("quietschen die räder?\r");

  chat_.ReadUntil("räder?");
  chat_.ReadUntil(kPrompt);
}

TEST(AskAtTerminalTest, CtrlCEndsTheWaiting) {
  SilentServer server;
  QuiverAtTerminal ask({"--server", server.address(), "ask", "hello"});

  server.WaitForConnection();
  ask.Type(kCtrlC);

  EXPECT_EQ(ask.ExitCode(), 130);
}

TEST(ChatAtTerminalTest, KeepsColourOffWhenAsked) {
  QuiverAtTerminal chat({"chat", "--no-color", "--content", kBicycleContent});

  EXPECT_THAT(chat.ReadUntil(kPrompt), Not(HasSubstr("\x1b[1m")));
}

}  // namespace
}  // namespace quiver
