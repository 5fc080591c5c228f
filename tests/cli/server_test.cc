// The program against a real server process.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ServerTest : public ::testing::Test {
 protected:
  ProgramResult Quiver(Arguments arguments, std::string_view input = "") {
    arguments.insert(arguments.begin(),
                     {"--server", server_.address(), "--authoring-server",
                      server_.authoring_address()});
    return RunQuiver(arguments, input);
  }

  // Says `text` and gives the session's id.
  std::string Begin(const std::string& text) {
    const std::string json = Quiver({"ask", "--json", text}).output;
    const std::string label = "\"session_id\":\"";
    return json.substr(json.find(label) + label.size(), 32);
  }

  ServerProcess server_;
};

TEST_F(ServerTest, IsHealthy) {
  const ProgramResult result = Quiver({"health"});

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, StartsWith(server_.address() + " serves bicycle"));
  EXPECT_THAT(Quiver({"health", "--json"}).output,
              HasSubstr("\"serving\":true"));
}

TEST_F(ServerTest, KeepsASessionFromOneRunToTheNext) {
  const std::string session = Begin("why does it squeak");

  const ProgramResult answer =
      Quiver({"ask", "--session", session, "--option", "part.brake"});
  EXPECT_THAT(answer.output, HasSubstr("Brakes squeal"));
  EXPECT_THAT(answer.errors, HasSubstr(session));

  const ProgramResult history = Quiver({"history", "--session", session});
  EXPECT_EQ(history.exit_code, 0) << history.errors;
  EXPECT_THAT(history.output,
              AllOf(HasSubstr("> why does it squeak"), HasSubstr("> brake")));
}

TEST_F(ServerTest, ForgetsASession) {
  const std::string session = Begin("hello");

  EXPECT_THAT(Quiver({"forget", "--session", session}).output,
              HasSubstr("1 turn deleted for good"));
  EXPECT_THAT(Quiver({"forget", "--session", session}).output,
              HasSubstr("Nothing was stored"));
  EXPECT_EQ(Quiver({"history", "--session", session}).exit_code, 15);
}

TEST_F(ServerTest, SaysWhatIsWrongWithAField) {
  const ProgramResult result = Quiver({"ask", "--session", "short", "hello"});

  EXPECT_EQ(result.exit_code, 13);
  EXPECT_THAT(result.errors, HasSubstr("32 hexadecimal digits"));
}

TEST_F(ServerTest, ExplainsOnTheAuthoringPort) {
  const ProgramResult result = Quiver({"explain", "my brakes squeal"});

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("What was decided"));
}

TEST_F(ServerTest, ReloadsContent) {
  const ProgramResult fine = Quiver({"reload"});
  EXPECT_EQ(fine.exit_code, 0) << fine.errors;
  EXPECT_THAT(fine.output, HasSubstr("The server uses content"));

  server_.content().Write("intents/bicycle/more.yaml", "intnts: {}\n");
  const ProgramResult bad = Quiver({"reload"});
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_THAT(bad.output, HasSubstr("intents/bicycle/more.yaml:1:1: error"));
  EXPECT_EQ(Quiver({"ask", "hello"}).exit_code, 0);
}

TEST_F(ServerTest, RunsConversationFiles) {
  const TemporaryFolder folder;
  folder.Write("good.txt", "> hello\noutcome: social\nsession: new\n");
  folder.Write("later.txt", "> hello\nwait: 25 hours\n> hello\n");

  const ProgramResult result = Quiver({"run", folder.path()});

  EXPECT_EQ(result.exit_code, 0) << result.output << result.errors;
  EXPECT_THAT(result.output, HasSubstr("1 skipped, all as expected"));

  folder.Write("bad.txt", "> hello\noutcome: safety\n");
  EXPECT_EQ(Quiver({"run", folder.path()}).exit_code, 1);
}

TEST_F(ServerTest, ChatsOverAPipe) {
  const ProgramResult result = Quiver({"chat"}, "hello\n/history\n/quit\nhi\n");

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("What does your bicycle do?"));
}

TEST_F(ServerTest, NoticesThatASessionIsGone) {
  const std::string session = Begin("hello");
  Quiver({"forget", "--session", session});

  const ProgramResult result =
      Quiver({"chat", "--session", session}, "hello\n");

  EXPECT_THAT(result.errors, HasSubstr("The earlier session is gone"));
}

}  // namespace
}  // namespace quiver
