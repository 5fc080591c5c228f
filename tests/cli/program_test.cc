// The program as scripts and people start it, without a server.

#include "cli/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// Nothing listens there.
constexpr char kNobody[] = "127.0.0.1:1";

std::string ReadFile(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(QuiverTest, HelpAndVersionGoToStandardOutput) {
  const ProgramResult help = RunQuiver({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_THAT(help.output, HasSubstr("quiver ask"));
  EXPECT_THAT(help.output, HasSubstr("Exit codes:"));
  EXPECT_THAT(help.errors, IsEmpty());

  const ProgramResult version = RunQuiver({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.output, StartsWith("quiver "));
}

TEST(QuiverTest, MistakesOfTheCommandLineExitWith2) {
  for (const Arguments& arguments :
       {Arguments{}, Arguments{"chta"}, Arguments{"ask"}, Arguments{"history"},
        Arguments{"test", "/no/such/file"},
        Arguments{"check", "--day", "soon"}}) {
    const ProgramResult result = RunQuiver(arguments);
    EXPECT_EQ(result.exit_code, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.errors, Not(IsEmpty()));
  }
}

TEST(QuiverTest, SaysWhatToStartWhenNoServerAnswers) {
  for (const char* command : {"ask hi", "health", "chat", "reload"}) {
    Arguments arguments = {"--server", kNobody, "--authoring-server", kNobody};
    if (std::string(command) == "ask hi") {
      arguments.insert(arguments.end(), {"ask", "hi"});
    } else {
      arguments.emplace_back(command);
    }
    const ProgramResult result = RunQuiver(arguments, "hi\n");
    EXPECT_EQ(result.exit_code, 24) << command;
    EXPECT_THAT(result.errors, HasSubstr(kNobody)) << command;
    EXPECT_THAT(result.errors, HasSubstr("scripts/serve")) << command;
  }
}

TEST(QuiverTest, TellsErrorsToProgramsAsJson) {
  const ProgramResult result =
      RunQuiver({"--server", kNobody, "--json", "ask", "hi"});

  EXPECT_THAT(result.output, IsEmpty());
  EXPECT_THAT(result.errors, HasSubstr("\"code\":\"UNAVAILABLE\""));
}

TEST(QuiverTest, TakesTheServerFromTheEnvironment) {
  const ProgramResult result =
      RunQuiver({"health"}, "", {"QUIVER_SERVER=127.0.0.1:2"});

  EXPECT_THAT(result.errors, HasSubstr("127.0.0.1:2"));
}

TEST(AskTest, AnswersWithoutAServer) {
  const ProgramResult result = RunQuiver(
      {"ask", "--content", kBicycleContent, "why", "do", "brakes", "squeal"});

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("Brakes squeal when"));
  EXPECT_THAT(result.output, HasSubstr("Source: Brakes that squeal"));
  EXPECT_THAT(result.output, Not(HasSubstr("\x1b")));
}

TEST(AskTest, TakesWhatIsPipedIn) {
  const ProgramResult result =
      RunQuiver({"ask", "--json", "--content", kBicycleContent},
                "why do brakes\nsqueal?\n");

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("\"document_id\":\"brake-noise\""));
}

TEST(AskTest, KeepsToTheWidth) {
  const ProgramResult result =
      RunQuiver({"ask", "--width", "24", "--content", kBicycleContent,
                 "why do brakes squeal"});

  EXPECT_THAT(result.output, HasSubstr("Brakes squeal when their\n"));
}

TEST(AskTest, GivesUpAfterTheTimeout) {
  const SilentServer server;

  const ProgramResult result = RunQuiver(
      {"--server", server.address(), "--timeout", "0.2", "ask", "hello"});

  EXPECT_EQ(result.exit_code, 14);
  EXPECT_THAT(result.errors, HasSubstr("--timeout"));
}

TEST(ChatTest, TakesOneMessageALineOfAPipe) {
  const ProgramResult result =
      RunQuiver({"chat", "--content", kBicycleContent},
                "hello\n\nwhy does it squeak\n1\n/memory\nforget me\n");

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("What does your bicycle do?"));
  EXPECT_THAT(result.output, HasSubstr("   1  brake\n"));
  EXPECT_THAT(result.output, HasSubstr("  - part=brake\n"));
  EXPECT_THAT(result.output, Not(HasSubstr("> ")));
}

TEST(ChatTest, WritesOneJsonObjectALine) {
  const ProgramResult result = RunQuiver(
      {"chat", "--json", "--content", kBicycleContent}, "hello\nthank you");

  EXPECT_EQ(std::count(result.output.begin(), result.output.end(), '\n'), 2);
  EXPECT_THAT(result.output, StartsWith("{\"session_id\""));
}

TEST(ExplainTest, LaysOutTheTrace) {
  const ProgramResult result =
      RunQuiver({"explain", "--content", kBicycleContent, "my brakes squeal"});

  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, StartsWith("Outcome "));
  EXPECT_THAT(result.output, HasSubstr("part=brake"));
  EXPECT_THAT(result.output, HasSubstr("What was decided"));
}

TEST(CheckTest, ExitsWith0ForContentWithoutMistakes) {
  const ProgramResult result =
      RunQuiver({"check", "--content", kBicycleContent, "--day", "2026-06-01"});

  EXPECT_EQ(result.exit_code, 0) << result.output;
  EXPECT_EQ(result.output, "bicycle: no mistakes.\n");
}

TEST(CheckTest, ShowsMistakesWithTheirPlaceAndExitsWith1) {
  const TemporaryFolder folder;
  folder.CopyFrom(kBicycleContent);
  folder.Write("intents/bicycle/more.yaml",
               "intents:\n  odd:\n    title: Odd\n    answr: is-it-safe\n");

  const ProgramResult result = RunQuiver({"check", "--content", folder.path()});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.output, HasSubstr("intents/bicycle/more.yaml:4:5: error"));

  const ProgramResult json =
      RunQuiver({"check", "--json", "--content", folder.path()});
  EXPECT_EQ(json.exit_code, 1);
  EXPECT_THAT(json.output, HasSubstr("\"severity\":\"error\""));
  EXPECT_THAT(json.output, HasSubstr("\"line\":4"));
}

TEST(CheckTest, WarnsOfDocumentsThatAreDueForReview) {
  const Arguments arguments = {"check", "--content", kBicycleContent, "--day",
                               "2099-01-01"};
  const ProgramResult result = RunQuiver(arguments);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.output, HasSubstr("warning: \"brake-noise\" was due"));

  Arguments strict = arguments;
  strict.emplace_back("--strict");
  EXPECT_EQ(RunQuiver(strict).exit_code, 1);
}

TEST(TestTest, RunsAllFilesOfAFolder) {
  const TemporaryFolder folder;
  folder.Write("bicycle/good.txt", "> hello\noutcome: social\n");
  folder.Write("bicycle/deep/bad.txt", "> hello\noutcome: answered\n");
  folder.Write("bicycle/CMakeLists.txt", "not a conversation");
  const std::string report = folder.path() + "/report.xml";

  const ProgramResult result = RunQuiver(
      {"test", folder.path(), "--content", kBicycleContent, "--junit", report});

  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.output, HasSubstr("bad.txt:1: > hello"));
  EXPECT_THAT(result.output, HasSubstr("expected  outcome: answered"));
  EXPECT_THAT(result.output, HasSubstr("got       social"));
  EXPECT_THAT(result.output,
              HasSubstr("2 conversations, 2 turns: 1 not as expected"));
  EXPECT_THAT(ReadFile(report), HasSubstr("<testsuite"));
}

TEST(TestTest, ReportsMistakesOfTheFileBeforeRunningAnything) {
  const TemporaryFolder folder;
  folder.Write("bad.txt", "> hello\noutcom: social\n");

  const ProgramResult result =
      RunQuiver({"test", folder.path(), "--content", kBicycleContent});

  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.errors, HasSubstr("bad.txt:2:1: error"));
}

}  // namespace
}  // namespace quiver
