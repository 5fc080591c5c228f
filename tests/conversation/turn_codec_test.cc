#include "conversation/turn_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/status_matchers.h"

namespace quiver {
namespace {

Block Paragraph(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

Block List(std::vector<std::string> items) {
  Block block;
  block.kind = BlockKind::kList;
  block.items = std::move(items);
  block.ordered = true;
  return block;
}

Block Link(std::string label, std::string url) {
  Block block;
  block.kind = BlockKind::kLink;
  block.text = std::move(label);
  block.url = std::move(url);
  return block;
}

// The author's short name of a source is for authors, and not kept.
Source KeptSource() {
  Source source;
  source.organisation = "Test Press";
  source.title = "Handbook";
  source.year = 2020;
  source.note = "read in a summary";
  source.url = "https://example.org";
  return source;
}

// A reply with every field set to something of its own.
Reply FullReply() {
  Reply reply;
  reply.messages = {
      {MessageKind::kSafety, {Paragraph("one"), List({"two", "three"})}},
      {MessageKind::kQuestion, {Link("four", "tel:5")}}};
  reply.citations = {
      {"doc", "topic", "Title", {KeptSource()}, "2026-01-01", true, true}};
  reply.options = {{"doc.doc", "Title", "doc", "topic"}};
  reply.picker = "map";
  reply.outcome = Outcome::kSafety;
  reply.urgency = Urgency::kEmergency;
  reply.pending_slot = "part";
  reply.handover = true;
  reply.multiple = true;
  return reply;
}

TurnRecord FullRecord() {
  TurnRecord record;
  record.input = "squeak";
  record.reply = FullReply();
  record.picker_options = {{"part.brake", "brake", "doc", "topic"}};
  record.understanding.meanings = {{"causes", "pattern", 0.95}};
  record.understanding.details = {{"part", "brake", "left", true, {3, 8}}};
  record.understanding.corrected_text = "squeal";
  record.understanding.safety_rules = {"no_brakes"};
  record.content_hash = "hash";
  record.trace = {{"text", "read as: squeak"}};
  return record;
}

TEST(TurnCodecTest, RestoresEveryFieldOfATurn) {
  ASSERT_OK_AND_ASSIGN(const TurnRecord restored,
                       DecodeTurn(EncodeTurn(FullRecord())));

  EXPECT_EQ(restored, FullRecord());
}

TEST(TurnCodecTest, RestoresEveryFieldOfAReply) {
  ASSERT_OK_AND_ASSIGN(const Reply restored,
                       DecodeReply(EncodeReply(FullReply())));

  EXPECT_EQ(restored, FullReply());
}

TEST(TurnCodecTest, EqualRecordsHaveEqualBytes) {
  EXPECT_EQ(EncodeTurn(FullRecord()), EncodeTurn(FullRecord()));
}

TEST(TurnCodecTest, DamagedBytesAreDataLoss) {
  EXPECT_THAT(DecodeTurn("\xFF"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodeReply("\xFF"), StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace quiver
