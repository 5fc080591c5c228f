#include "conversation/turn_codec.h"

#include <google/protobuf/arena.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "quiver/storage/v1/session.pb.h"

namespace quiver {
namespace {

namespace wire = storage::v1;

using google::protobuf::Arena;
using google::protobuf::RepeatedPtrField;

std::vector<std::string> Take(RepeatedPtrField<std::string>& texts) {
  return {std::make_move_iterator(texts.begin()),
          std::make_move_iterator(texts.end())};
}

void Write(const Block& block, wire::Block& out) {
  out.set_kind(static_cast<uint32_t>(block.kind));
  out.set_text(block.text);
  for (const std::string& item : block.items) out.add_items(item);
  out.set_ordered(block.ordered);
  out.set_url(block.url);
}

// Readers take the texts out of the messages that they read.

Block Read(wire::Block& in) {
  Block block;
  block.kind = static_cast<BlockKind>(in.kind());
  block.text = std::move(*in.mutable_text());
  block.items = Take(*in.mutable_items());
  block.ordered = in.ordered();
  block.url = std::move(*in.mutable_url());
  return block;
}

void Write(const Citation& citation, wire::Citation& out) {
  out.set_document_id(citation.document_id);
  out.set_topic(citation.topic);
  out.set_title(citation.title);
  for (const Source& source : citation.sources) {
    wire::Source& added = *out.add_sources();
    added.set_organisation(source.organisation);
    added.set_title(source.title);
    added.set_year(source.year);
    added.set_url(source.url);
    added.set_note(source.note);
  }
  out.set_reviewed(citation.reviewed);
  out.set_outdated(citation.outdated);
  out.set_approved(citation.approved);
}

Citation Read(wire::Citation& in) {
  Citation citation;
  citation.document_id = std::move(*in.mutable_document_id());
  citation.topic = std::move(*in.mutable_topic());
  citation.title = std::move(*in.mutable_title());
  for (wire::Source& source : *in.mutable_sources()) {
    citation.sources.push_back(
        {"", std::move(*source.mutable_organisation()),
         std::move(*source.mutable_title()), source.year(),
         std::move(*source.mutable_note()), std::move(*source.mutable_url())});
  }
  citation.reviewed = std::move(*in.mutable_reviewed());
  citation.outdated = in.outdated();
  citation.approved = in.approved();
  return citation;
}

void Write(const Option& option, wire::Option& out) {
  out.set_option_id(option.option_id);
  out.set_label(option.label);
  out.set_document_id(option.document_id);
  out.set_topic(option.topic);
}

Option Read(wire::Option& in) {
  return {std::move(*in.mutable_option_id()), std::move(*in.mutable_label()),
          std::move(*in.mutable_document_id()), std::move(*in.mutable_topic())};
}

void Write(const Reply& reply, wire::Reply& out) {
  for (const Message& message : reply.messages) {
    wire::Message& added = *out.add_messages();
    added.set_kind(static_cast<uint32_t>(message.kind));
    for (const Block& block : message.blocks) Write(block, *added.add_blocks());
  }
  for (const Citation& citation : reply.citations) {
    Write(citation, *out.add_citations());
  }
  for (const Option& option : reply.options) Write(option, *out.add_options());
  out.set_picker(reply.picker);
  out.set_outcome(static_cast<uint32_t>(reply.outcome));
  out.set_urgency(static_cast<uint32_t>(reply.urgency));
  out.set_pending_slot(reply.pending_slot);
  out.set_handover(reply.handover);
  out.set_multiple(reply.multiple);
}

Reply Read(wire::Reply& in) {
  Reply reply;
  for (wire::Message& message : *in.mutable_messages()) {
    Message& added = reply.messages.emplace_back();
    added.kind = static_cast<MessageKind>(message.kind());
    for (wire::Block& block : *message.mutable_blocks()) {
      added.blocks.push_back(Read(block));
    }
  }
  for (wire::Citation& citation : *in.mutable_citations()) {
    reply.citations.push_back(Read(citation));
  }
  for (wire::Option& option : *in.mutable_options()) {
    reply.options.push_back(Read(option));
  }
  reply.picker = std::move(*in.mutable_picker());
  reply.outcome = static_cast<Outcome>(in.outcome());
  reply.urgency = static_cast<Urgency>(in.urgency());
  reply.pending_slot = std::move(*in.mutable_pending_slot());
  reply.handover = in.handover();
  reply.multiple = in.multiple();
  return reply;
}

void Write(const UnderstandingSummary& understanding,
           wire::Understanding& out) {
  for (const MeaningSummary& meaning : understanding.meanings) {
    wire::RankedIntent& added = *out.add_intents();
    added.set_intent(meaning.name);
    added.set_method(meaning.method);
    added.set_confidence(meaning.confidence);
  }
  for (const DetailSummary& detail : understanding.details) {
    wire::FoundSlot& added = *out.add_slots();
    added.mutable_slot()->set_name(detail.entity);
    added.mutable_slot()->set_value(detail.value);
    added.mutable_slot()->set_side(detail.side);
    added.mutable_slot()->set_negated(detail.negated);
    added.set_start(detail.origin.begin);
    added.set_end(detail.origin.end);
  }
  out.set_corrected_text(understanding.corrected_text);
  for (const std::string& rule : understanding.safety_rules) {
    out.add_safety_rules(rule);
  }
}

UnderstandingSummary Read(wire::Understanding& in) {
  UnderstandingSummary understanding;
  for (wire::RankedIntent& meaning : *in.mutable_intents()) {
    understanding.meanings.push_back({std::move(*meaning.mutable_intent()),
                                      std::move(*meaning.mutable_method()),
                                      meaning.confidence()});
  }
  for (wire::FoundSlot& found : *in.mutable_slots()) {
    wire::Slot& slot = *found.mutable_slot();
    understanding.details.push_back({std::move(*slot.mutable_name()),
                                     std::move(*slot.mutable_value()),
                                     std::move(*slot.mutable_side()),
                                     slot.negated(),
                                     {found.start(), found.end()}});
  }
  understanding.corrected_text = std::move(*in.mutable_corrected_text());
  understanding.safety_rules = Take(*in.mutable_safety_rules());
  return understanding;
}

}  // namespace

// Messages are made on arenas: they have many small parts, and live shortly.

std::string EncodeTurn(const TurnRecord& record) {
  Arena arena;
  wire::Turn& turn = *Arena::CreateMessage<wire::Turn>(&arena);
  turn.set_input(record.input);
  Write(record.reply, *turn.mutable_reply());
  for (const Option& option : record.picker_options) {
    Write(option, *turn.add_picker_options());
  }
  Write(record.understanding, *turn.mutable_understanding());
  turn.set_content_hash(record.content_hash);
  for (const TraceStep& step : record.trace) {
    wire::TraceStep& added = *turn.add_trace();
    added.set_stage(step.stage);
    added.set_detail(step.detail);
  }
  return turn.SerializeAsString();
}

absl::StatusOr<TurnRecord> DecodeTurn(std::string_view bytes) {
  Arena arena;
  wire::Turn& turn = *Arena::CreateMessage<wire::Turn>(&arena);
  if (!turn.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a stored turn cannot be read");
  }
  TurnRecord record;
  record.input = std::move(*turn.mutable_input());
  record.reply = Read(*turn.mutable_reply());
  for (wire::Option& option : *turn.mutable_picker_options()) {
    record.picker_options.push_back(Read(option));
  }
  record.understanding = Read(*turn.mutable_understanding());
  record.content_hash = std::move(*turn.mutable_content_hash());
  for (wire::TraceStep& step : *turn.mutable_trace()) {
    record.trace.push_back(
        {std::move(*step.mutable_stage()), std::move(*step.mutable_detail())});
  }
  return record;
}

std::string EncodeReply(const Reply& reply) {
  Arena arena;
  wire::Reply& out = *Arena::CreateMessage<wire::Reply>(&arena);
  Write(reply, out);
  return out.SerializeAsString();
}

absl::StatusOr<Reply> DecodeReply(std::string_view bytes) {
  Arena arena;
  wire::Reply& reply = *Arena::CreateMessage<wire::Reply>(&arena);
  if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a stored reply cannot be read");
  }
  return Read(reply);
}

}  // namespace quiver
