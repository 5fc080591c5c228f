#include "cli/reply_format.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message));
  return message;
}

TEST(FormatReplyTest, ShowsMessagesOptionsAndSources) {
  const auto reply = Parse<v1::Reply>(R"pb(
    messages {
      kind: MESSAGE_KIND_ANSWER
      parts { paragraph { text: "Brakes squeal when their pads are dirty." } }
      parts { list { items: "wipe the rim" items: "roughen the pads" } }
    }
    messages {
      kind: MESSAGE_KIND_QUESTION
      parts { paragraph { text: "Which part is it?" } }
    }
    options { option_id: "part.brake" label: "brake" }
    options { option_id: "unsure" label: "Not sure" }
    multiple: true
    citations {
      title: "Brakes that squeal"
      reviewed: "2026-01-01"
      approved: true
      sources { organisation: "Test Press" title: "Handbook" year: 2020 }
      sources { organisation: "Test Press" title: "Other" year: 2020 }
    })pb");

  EXPECT_EQ(FormatReply(reply, {false, 40}),
            "Brakes squeal when their pads are dirty.\n"
            "\n"
            "  - wipe the rim\n"
            "  - roughen the pads\n"
            "\n"
            "Which part is it?\n"
            "\n"
            "   1  brake\n"
            "   2  Not sure\n"
            "      Several may fit: 1, 3\n"
            "\n"
            "Source: Brakes that squeal. Test Press\n"
            "  2020 (reviewed 2026-01-01)\n");
}

TEST(FormatReplyTest, MarksDangerWithoutColourToo) {
  const auto reply = Parse<v1::Reply>(R"pb(
    messages {
      kind: MESSAGE_KIND_SAFETY
      parts { paragraph { text: "Stop riding now." } }
      parts { list { ordered: true items: "get off" } }
    })pb");

  EXPECT_EQ(FormatReply(reply, {false, 40}),
            "!! Stop riding now.\n"
            "!! \n"
            "!!   1. get off\n");
  EXPECT_THAT(FormatReply(reply, {true, 40}), HasSubstr("\x1b[1;31m!! Stop"));
}

TEST(FormatReplyTest, SaysHowFarADocumentWasChecked) {
  const auto reply = Parse<v1::Reply>(R"pb(
    citations { title: "Old" reviewed: "2020-01-01" outdated: true })pb");

  EXPECT_THAT(
      FormatReply(reply, {false, 100}),
      HasSubstr("draft, reviewed 2020-01-01, due to be reviewed again"));
}

TEST(FormatReplyTest, KeepsContentFromCommandingTheTerminal) {
  const auto reply = Parse<v1::Reply>(
      R"pb(messages { parts { paragraph { text: "a\033[2Jb" } } })pb");

  EXPECT_THAT(FormatReply(reply, {false, 40}), Not(HasSubstr("\x1b")));
}

TEST(FormatSourcesTest, TellsTheSourcesInFull) {
  const auto reply = Parse<v1::Reply>(R"pb(
    citations {
      title: "Rust"
      reviewed: "2026-01-01"
      approved: true
      sources {
        organisation: "Test Press"
        title: "Handbook"
        year: 2020
        note: "chapter 2"
        url: "https://example.org/2"
      }
      sources { organisation: "A club" title: "Leaflet" }
    })pb");

  EXPECT_EQ(FormatSources(reply, {false, 100}),
            "Rust (reviewed 2026-01-01)\n"
            "  - Test Press: Handbook, 2020 (chapter 2) https://example.org/2\n"
            "  - A club: Leaflet\n");
  EXPECT_EQ(FormatSources(v1::Reply(), {false, 100}), "");
}

TEST(FormatSlotTest, TellsHowADetailIsHeld) {
  EXPECT_EQ(FormatSlot(Parse<v1::Slot>(R"pb(name: "part"
                                            value: "pedal"
                                            side: "left")pb")),
            "part=pedal left");
  EXPECT_EQ(FormatSlot(Parse<v1::Slot>(R"pb(name: "cause"
                                            value: "rain"
                                            negated: true)pb")),
            "not cause=rain");
  EXPECT_EQ(FormatSlot(Parse<v1::Slot>(R"pb(name: "cause" declined: true)pb")),
            "cause declined");
}

TEST(FormatTurnTest, TellsWhatTheVisitorSaidOfIt) {
  v1::Turn turn;
  turn.set_input("why does it squeak");
  EXPECT_THAT(FormatTurn(turn, TextStyle{}), Not(HasSubstr("Rated")));
  turn.mutable_feedback()->set_rating(v1::RATING_HELPFUL);
  EXPECT_THAT(FormatTurn(turn, TextStyle{}), HasSubstr("this helped."));
  turn.mutable_feedback()->set_rating(v1::RATING_NOT_HELPFUL);
  turn.mutable_feedback()->set_comment("wrong \x1b[31mwheel");

  const std::string text = FormatTurn(turn, TextStyle{});

  EXPECT_THAT(text, HasSubstr("this did not help. \"wrong"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b[31m")));
}

TEST(FormatJsonTest, IsOneLineWithTheNamesOfTheProtoFiles) {
  v1::SendMessageResponse response;
  response.set_session_id("abc");
  response.mutable_reply()->set_outcome(v1::OUTCOME_SAFETY);

  const std::string json = FormatJson(response);

  EXPECT_THAT(json, HasSubstr("\"session_id\":\"abc\""));
  EXPECT_THAT(json, HasSubstr("\"outcome\":\"OUTCOME_SAFETY\""));
  EXPECT_THAT(json, Not(HasSubstr("\n")));
}

}  // namespace
}  // namespace quiver
