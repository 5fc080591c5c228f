#include "cli/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace quiver {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// What bash offers for the last of `words`.
std::string Complete(const std::vector<std::string>& words) {
  std::string script = BashCompletion(OutlineCommands()) + "COMP_WORDS=(quiver";
  for (const std::string& word : words) script += " '" + word + "'";
  script += ")\nCOMP_CWORD=" + std::to_string(words.size()) +
            "\n_quiver\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  const ProgramResult result =
      RunProgram("/bin/bash", {"--norc", "-O", "extglob"}, script);
  EXPECT_EQ(result.errors, "");
  return result.output;
}

TEST(BashCompletionTest, OffersCommands) {
  EXPECT_THAT(Complete({""}), AllOf(HasSubstr("chat\n"), HasSubstr("test\n")));
  EXPECT_EQ(Complete({"he"}), "health\n");
}

TEST(BashCompletionTest, OffersTheOptionsOfTheCommand) {
  EXPECT_EQ(Complete({"check", "--str"}), "--strict\n");
  EXPECT_EQ(Complete({"chat", "--str"}), "\n");
  EXPECT_EQ(Complete({"--json", "ask", "--ser"}), "--server\n");
}

TEST(BashCompletionTest, OffersShells) {
  EXPECT_EQ(Complete({"completion", "z"}), "zsh\n");
}

TEST(BashCompletionTest, OffersFilesForPaths) {
  const TemporaryFolder folder;
  folder.Write("conversation.txt", "> hi\n");
  const std::string file = folder.path() + "/conversation.txt";
  const std::string beginning = folder.path() + "/conv";

  EXPECT_EQ(Complete({"test", beginning}), file + "\n");
  EXPECT_EQ(Complete({"test", "--junit", beginning}), file + "\n");
}

TEST(ZshCompletionTest, DescribesCommandsAndOptions) {
  const std::string script = ZshCompletion(OutlineCommands());

  EXPECT_THAT(script, HasSubstr("#compdef quiver"));
  EXPECT_THAT(script, HasSubstr("'health:Tell whether a server serves'"));
  EXPECT_THAT(script, HasSubstr("--strict[Exit with 1 for warnings too]"));
}

TEST(CompletionTest, IsPrintedByTheProgram) {
  for (const char* shell : {"bash", "zsh"}) {
    const ProgramResult result = RunQuiver({"completion", shell});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.output, HasSubstr("_quiver"));
  }
}

}  // namespace
}  // namespace quiver
