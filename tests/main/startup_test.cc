// What an operator is told when the server does not start.

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "main/server_process.h"
#include "support/bicycle_catalog.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr int kUsageError = 2;

struct UsageCase {
  std::string name;
  Arguments arguments;
  std::string said;
};

class UsageTest : public testing::TestWithParam<UsageCase> {};

TEST_P(UsageTest, IsExplained) {
  const FailedStart failed = RunServer(GetParam().arguments);

  EXPECT_EQ(failed.exit_code, kUsageError);
  EXPECT_THAT(failed.errors, HasSubstr(GetParam().said));
  EXPECT_EQ(failed.output, "");
}

INSTANTIATE_TEST_SUITE_P(
    Startup, UsageTest,
    testing::Values(
        UsageCase{"UnknownOption", {"--colour"}, "--colour"},
        UsageCase{"UnknownStore", {"--store", "paper"}, "paper not in"},
        UsageCase{"NoNumber", {"--max-text-bytes", "many"}, "max-text-bytes"},
        UsageCase{"OutOfRange", {"--max-text-bytes", "0"}, "not in range"},
        UsageCase{"MissingValue", {"--content"}, "--content"},
        UsageCase{"MissingFile",
                  {"--tls-certificate", "/nowhere/certificate.pem"},
                  "File does not exist"},
        UsageCase{"CertificateWithoutKey",
                  {"--tls-certificate", "/etc/hostname"},
                  "belong together"},
        UsageCase{"MissingConfig", {"--config", "/nowhere.toml"}, "nowhere"}),
    [](const auto& tested) { return tested.param.name; });

class StartupTest : public testing::Test {
 protected:
  // Starts with the bicycle assistant, on free ports, and `more`.
  FailedStart Run(const Arguments& more) {
    Arguments arguments = {"--content",   BicycleContent(), "--data",
                           data_.path(),  "--grpc",         "127.0.0.1:0",
                           "--authoring", "127.0.0.1:0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunServer(arguments, {"QUIVER_HTTP=127.0.0.1:0"});
  }

  TemporaryFolder data_;
};

TEST_F(StartupTest, HelpAndVersionGoToTheOutput) {
  const FailedStart help = RunServer({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_THAT(help.output, HasSubstr("--session-idle-seconds"));
  EXPECT_EQ(help.errors, "");

  const FailedStart version = RunServer({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.output, testing::MatchesRegex("[0-9]+\\.[0-9]+.*\n"));
}

TEST_F(StartupTest, EveryOptionIsInTheOperatorsPage) {
  std::ostringstream page;
  page << std::ifstream(std::string(QUIVER_SOURCE_DIR) + "/docs/operators.md")
              .rdbuf();
  std::istringstream help(RunServer({"--help"}).output);
  int options = 0;
  for (std::string word; help >> word;) {
    if (!word.starts_with("--")) continue;
    ++options;
    if (word == "--version") continue;
    EXPECT_THAT(page.str(), HasSubstr("`" + word + "`"));
  }
  EXPECT_GT(options, 15);
}

TEST_F(StartupTest, FolderWithoutContentIsNamed) {
  const FailedStart failed = Run({"--content", data_.path()});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors, AllOf(HasSubstr("\"event\":\"cannot start\""),
                                   HasSubstr(data_.path())));
}

TEST_F(StartupTest, BadContentIsShownWithItsPlace) {
  TemporaryFolder content;
  content.CopyFrom(BicycleContent());
  content.Write("intents/bicycle/more.yaml", "intents:\n  help: {title: x}\n");
  const FailedStart failed = Run({"--content", content.path()});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors,
              AllOf(HasSubstr("intents/bicycle/more.yaml:2:3: error: "),
                    HasSubstr("    2 |   help: {title: x}\n"),
                    HasSubstr("the content of bicycle has errors")));
}

TEST_F(StartupTest, UnknownDefaultAssistantIsNamed) {
  const FailedStart failed = Run({"--assistant", "horse"});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors, HasSubstr("no assistant called"));
}

TEST_F(StartupTest, DataFolderThatCannotBeMadeIsNamed) {
  data_.Write("file", "");
  const FailedStart failed = Run({"--data", data_.path() + "/file/folder"});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors, HasSubstr("cannot make the folder"));
}

TEST_F(StartupTest, MissingWordListIsNamed) {
  const FailedStart failed = Run({"--word-list", "/nowhere/words"});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors, HasSubstr("/nowhere/words"));
}

TEST_F(StartupTest, TakenPortIsNamed) {
  TemporaryFolder other;
  const ServerProcess first(BicycleContent(), other.path());
  const FailedStart failed = Run({"--grpc", first.address()});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors,
              HasSubstr(fmt::format("cannot listen on {}; is the port taken?",
                                    first.address())));
}

TEST_F(StartupTest, CertificateThatIsNoneIsRefused) {
  data_.Write("certificate.pem", "no certificate");
  data_.Write("key.pem", "no key");
  const FailedStart failed =
      Run({"--tls-certificate", data_.path() + "/certificate.pem", "--tls-key",
           data_.path() + "/key.pem"});

  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors, HasSubstr("certificate"));
}

}  // namespace
}  // namespace quiver
