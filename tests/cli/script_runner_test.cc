#include "cli/script_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/local_assistants.h"
#include "support/temporary_folder.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The small assistant of tests/support.
const LocalAssistants& Bicycle() {
  static const TemporaryFolder models;
  static const LocalAssistants* const assistants = [] {
    Diagnostics diagnostics;
    LocalContent content;
    content.folder = std::string(QUIVER_SOURCE_DIR) + "/tests/support/content";
    content.model_folder = models.path();
    auto read = ReadAssistants(
        content, [](std::string_view) {}, diagnostics);
    EXPECT_TRUE(read.ok()) << read.status() << diagnostics.FormatAll();
    return read->release();
  }();
  return *assistants;
}

ScriptResult Hold(std::string_view text) {
  Diagnostics diagnostics;
  const auto script = ParseConversation("a.txt", text, diagnostics);
  EXPECT_EQ(diagnostics.FormatAll(), "");
  const auto talker =
      Bicycle().StartTalking(absl::FromUnixSeconds(1'800'000'000));
  return RunScript(script, *talker);
}

TEST(RunScriptTest, IsContentWhenEverythingIsAsExpected) {
  const ScriptResult result = Hold(
      "> why does it squeak\n"
      "outcome: asked\n"
      "pending: part\n"
      "tap: brake\n"
      "remembered: part=brake\n"
      "session: same\n"
      "> forget me\n"
      "session: none\n"
      "> hello\n"
      "session: new\n"
      "remembered: nothing\n");

  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.turns, 4);
  EXPECT_THAT(result.failed, IsEmpty());
}

TEST(RunScriptTest, TellsEveryDisappointmentOfATurnAndWhy) {
  const ScriptResult result = Hold(
      "> hello\n"
      "outcome: answered\n"
      "says: bicycle\n"
      "pending: part\n"
      "> thank you\n"
      "outcome: social\n");

  EXPECT_EQ(result.turns, 2);
  ASSERT_THAT(result.failed, SizeIs(1));
  EXPECT_EQ(result.failed[0].line, 1);
  EXPECT_EQ(result.failed[0].said, "> hello");
  EXPECT_THAT(result.failed[0].disappointments,
              ElementsAre(Field(&Disappointment::expected, "outcome: answered"),
                          Field(&Disappointment::actual, "nothing")));
  EXPECT_EQ(result.failed[0].disappointments[0].actual, "social");
  EXPECT_EQ(result.failed[0].disappointments[1].line, 4);
  EXPECT_FALSE(result.failed[0].trace.steps().empty());
}

TEST(RunScriptTest, TapsByIdLabelAndNumber) {
  for (const char* tap : {"part.chain", "chain", "Chain", "2"}) {
    const ScriptResult result =
        Hold(std::string("> why does it squeak\ntap: ") + tap +
             "\nremembered: part=chain\n");
    EXPECT_TRUE(result.ok()) << tap;
  }
}

TEST(RunScriptTest, EndsWhenAnOptionIsNotOnOffer) {
  const ScriptResult result =
      Hold("> why does it squeak\ntap: bell\n> thank you\n");

  EXPECT_EQ(result.turns, 1);
  ASSERT_THAT(result.failed, SizeIs(1));
  EXPECT_THAT(result.failed[0].error, HasSubstr("no option \"bell\""));
  EXPECT_THAT(result.failed[0].error, HasSubstr("part.brake"));
}

TEST(RunScriptTest, SendsStaleOptionsAsTheyAre) {
  EXPECT_TRUE(Hold("> why does it squeak\ntap stale: part.bell\n").ok());
}

TEST(RunScriptTest, LetsTimePass) {
  const ScriptResult result = Hold(
      "> my brakes squeal, what causes it\n"
      "wait: 23 hours\n"
      "> hello\n"
      "session: same\n"
      "wait: 25 hours\n"
      "> hello\n"
      "session: new\n"
      "remembered: nothing\n");

  EXPECT_TRUE(result.ok());
}

TEST(RunScriptTest, NoticesWhatWasSaidBefore) {
  const ScriptResult result = Hold(
      "> why does it squeak\n"
      "said before: no\n"
      "> repeat\n"
      "said before: yes\n");

  EXPECT_TRUE(result.ok());
}

TEST(RunScriptTest, ReportsAnUnknownAssistant) {
  const ScriptResult result = Hold("assistant: unicycle\n> hello\n");

  ASSERT_THAT(result.failed, SizeIs(1));
  EXPECT_THAT(result.failed[0].error, HasSubstr("unicycle"));
}

TEST(StartTalkingTest, KnowsNothingOfOtherTalkers) {
  const auto first = Bicycle().StartTalking(absl::Now());
  const auto second = Bicycle().StartTalking(absl::Now());
  v1::SendMessageRequest request;
  request.set_text("hello");

  const auto response = first->Say(request);

  ASSERT_TRUE(response.ok());
  EXPECT_TRUE(first->GetSession(response->session_id()).ok());
  EXPECT_TRUE(
      absl::IsNotFound(second->GetSession(response->session_id()).status()));
}

}  // namespace
}  // namespace quiver
