#include "cli/conversation_script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ConversationScript Parse(std::string_view text) {
  Diagnostics diagnostics;
  ConversationScript script = ParseConversation("a.txt", text, diagnostics);
  EXPECT_EQ(diagnostics.FormatAll(), "");
  return script;
}

TEST(ParseConversationTest, ReadsWhatAVisitorDoes) {
  const ConversationScript script = Parse(
      "# Someone with a noisy bicycle.\n"
      "assistant: bicycle\n"
      "day: 2026-03-01\n"
      "\n"
      "event: start\n"
      "> why does it squeak: any idea?\r\n"
      "tap: part.brake, Chain\n"
      "wait: 25 hours\n"
      "tap stale: part.bell\n");

  EXPECT_EQ(script.assistant, "bicycle");
  EXPECT_EQ(script.day, absl::CivilDay(2026, 3, 1));
  ASSERT_THAT(script.turns, SizeIs(4));
  EXPECT_EQ(script.turns[0].event, v1::EVENT_START);
  EXPECT_EQ(script.turns[1].text, "why does it squeak: any idea?");
  EXPECT_EQ(script.turns[1].line, 6);
  EXPECT_THAT(script.turns[2].taps, ElementsAre("part.brake", "Chain"));
  EXPECT_FALSE(script.turns[2].stale);
  EXPECT_EQ(script.turns[3].wait, absl::Hours(25));
  EXPECT_TRUE(script.turns[3].stale);
}

TEST(ParseConversationTest, ReadsWhatIsExpected) {
  const ConversationScript script = Parse(
      "> my brakes squeal\n"
      "outcome: answered or asked\n"
      "  says:  pads, and: dirt \n"
      "> thanks\n"
      "pending: nothing\n");

  ASSERT_THAT(script.turns, SizeIs(2));
  ASSERT_THAT(script.turns[0].expectations, SizeIs(2));
  EXPECT_EQ(script.turns[0].expectations[0].key, "outcome");
  EXPECT_EQ(script.turns[0].expectations[0].value, "answered or asked");
  EXPECT_EQ(script.turns[0].expectations[1].value, "pads, and: dirt");
  EXPECT_EQ(script.turns[0].expectations[1].line, 3);
  EXPECT_THAT(script.turns[1].expectations, SizeIs(1));
}

struct Mistake {
  const char* text;
  int line;
  const char* message;
};

TEST(ParseConversationTest, SaysWhereAMistakeIs) {
  const Mistake mistakes[] = {
      {"# nothing\n", 1, "has no turns"},
      {"> hi\n\nhello there\n", 3, "neither something"},
      {"> hi\nmood: glad\n", 2, "no expectation \"mood\""},
      {"> hi\noutcome: anwsered\n", 2, "\"anwsered\" is no outcome"},
      {"> hi\nurgency: none or high\n", 2, "\"high\" is no urgency"},
      {"> hi\nhandover: maybe\n", 2, "\"maybe\" is no handover"},
      {"> hi\nsays:\n", 2, "\"says:\" has no value"},
      {">\n> hi\n", 1, "types nothing"},
      {"outcome: asked\n> hi\n", 1, "before anything happened"},
      {"> hi\nassistant: bicycle\n", 2, "stands behind a turn"},
      {"day: tomorrow\n> hi\n", 1, "no day"},
      {"wait: a while\n> hi\n", 1, "no length of time"},
      {"wait: -1 hours\n> hi\n", 1, "no length of time"},
      {"> hi\nwait: 1 hour\n", 2, "nothing happens after"},
      {"event: leave\n> hi\n", 1, "no event \"leave\""},
  };
  for (const Mistake& mistake : mistakes) {
    Diagnostics diagnostics;
    ParseConversation("a.txt", mistake.text, diagnostics);
    const auto found = diagnostics.Sorted();
    ASSERT_THAT(found, SizeIs(1)) << mistake.text;
    EXPECT_EQ(found[0].position.line, mistake.line) << mistake.text;
    EXPECT_THAT(found[0].message, HasSubstr(mistake.message));
    EXPECT_FALSE(found[0].advice.empty()) << mistake.text;
  }
}

TEST(ParseConversationTest, GoesOnAfterAMistake) {
  Diagnostics diagnostics;
  const ConversationScript script = ParseConversation(
      "a.txt", "> hi\nmood: glad\nfoo\n> there\noutcome: social\n",
      diagnostics);

  EXPECT_EQ(diagnostics.error_count(), 2);
  EXPECT_THAT(script.turns, SizeIs(2));
}

TEST(ParseConversationTest, ReadsBytesThatAreNoConversation) {
  Diagnostics diagnostics;
  const ConversationScript script =
      ParseConversation("a.txt", std::string("\0:\xff\n:\n>", 6), diagnostics);

  EXPECT_TRUE(diagnostics.HasErrors());
  EXPECT_THAT(script.turns, IsEmpty());
}

}  // namespace
}  // namespace quiver
