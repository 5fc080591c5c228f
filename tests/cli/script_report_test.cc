#include "cli/script_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::HasSubstr;

ScriptResult Fine() {
  ScriptResult result;
  result.file = "fine.txt";
  result.turns = 3;
  return result;
}

ScriptResult Skipped() {
  ScriptResult result;
  result.file = "later.txt";
  result.skipped = "a server's time passes by itself";
  return result;
}

ScriptResult Failed() {
  ScriptResult result;
  result.file = "bad.txt";
  result.turns = 1;
  FailedTurn turn;
  turn.line = 4;
  turn.said = "> a <b> & c";
  turn.disappointments = {{5, "outcome: asked", "answered"}};
  v1::TraceStep& step = *turn.trace.add_steps();
  step.set_stage("dialogue");
  step.set_detail("rule: fall back");
  result.failed.push_back(turn);
  return result;
}

TEST(FormatResultTest, ShowsTurnExpectationAndReason) {
  EXPECT_EQ(FormatResult(Failed(), {false, 80}),
            "bad.txt:4: > a <b> & c\n"
            "    expected  outcome: asked\n"
            "    got       answered\n"
            "      | What was decided\n"
            "      |   rule: fall back\n"
            "\n");
  EXPECT_EQ(FormatResult(Fine(), {false, 80}), "");
  EXPECT_THAT(FormatResult(Skipped(), {false, 80}), HasSubstr("skipped"));
}

TEST(FormatTotalTest, Counts) {
  EXPECT_EQ(FormatTotal({Fine()}, {false, 80}),
            "1 conversation, 3 turns: all as expected\n");
  EXPECT_EQ(FormatTotal({Fine(), Failed(), Skipped()}, {false, 80}),
            "3 conversations, 4 turns: 1 skipped, 1 not as expected\n");
}

TEST(FormatResultJsonTest, HasWhatProgramsNeed) {
  const std::string json = FormatResultJson(Failed());

  EXPECT_THAT(json, HasSubstr("\"file\":\"bad.txt\""));
  EXPECT_THAT(json, HasSubstr("\"ok\":false"));
  EXPECT_THAT(json, HasSubstr("\"expected\":\"outcome: asked\""));
  EXPECT_THAT(FormatResultJson(Fine()), HasSubstr("\"ok\":true"));
}

TEST(FormatJunitTest, IsWellFormed) {
  const std::string xml = FormatJunit({Fine(), Failed(), Skipped()});

  EXPECT_THAT(xml, HasSubstr("tests=\"3\" failures=\"1\" skipped=\"1\""));
  EXPECT_THAT(xml, HasSubstr("a &lt;b&gt; &amp; c"));
  EXPECT_THAT(xml, HasSubstr("<skipped message="));
}

}  // namespace
}  // namespace quiver
