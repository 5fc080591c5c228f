#include "conversation/turn_codec.h"

#include "quiver/storage/v1/session.pb.h"

namespace quiver {
namespace {

namespace wire = storage::v1;

wire::Block ToWire(const Block& block) {
  wire::Block out;
  out.set_kind(static_cast<uint32_t>(block.kind));
  out.set_text(block.text);
  for (const std::string& item : block.items) out.add_items(item);
  out.set_ordered(block.ordered);
  out.set_url(block.url);
  return out;
}

Block FromWire(const wire::Block& in) {
  Block block;
  block.kind = static_cast<BlockKind>(in.kind());
  block.text = in.text();
  block.items.assign(in.items().begin(), in.items().end());
  block.ordered = in.ordered();
  block.url = in.url();
  return block;
}

wire::Citation ToWire(const Citation& citation) {
  wire::Citation out;
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
  return out;
}

Citation FromWire(const wire::Citation& in) {
  Citation citation;
  citation.document_id = in.document_id();
  citation.topic = in.topic();
  citation.title = in.title();
  for (const wire::Source& source : in.sources()) {
    citation.sources.push_back({"", source.organisation(), source.title(),
                                source.year(), source.note(), source.url()});
  }
  citation.reviewed = in.reviewed();
  citation.outdated = in.outdated();
  citation.approved = in.approved();
  return citation;
}

wire::Reply ToWire(const Reply& reply) {
  wire::Reply out;
  for (const Message& message : reply.messages) {
    wire::Message& added = *out.add_messages();
    added.set_kind(static_cast<uint32_t>(message.kind));
    for (const Block& block : message.blocks)
      *added.add_blocks() = ToWire(block);
  }
  for (const Citation& citation : reply.citations) {
    *out.add_citations() = ToWire(citation);
  }
  for (const Option& option : reply.options) {
    wire::Option& added = *out.add_options();
    added.set_option_id(option.option_id);
    added.set_label(option.label);
    added.set_document_id(option.document_id);
    added.set_topic(option.topic);
  }
  out.set_picker(reply.picker);
  out.set_outcome(static_cast<uint32_t>(reply.outcome));
  out.set_urgency(static_cast<uint32_t>(reply.urgency));
  out.set_pending_slot(reply.pending_slot);
  out.set_handover(reply.handover);
  out.set_multiple(reply.multiple);
  return out;
}

Reply FromWire(const wire::Reply& in) {
  Reply reply;
  for (const wire::Message& message : in.messages()) {
    Message& added = reply.messages.emplace_back();
    added.kind = static_cast<MessageKind>(message.kind());
    for (const wire::Block& block : message.blocks()) {
      added.blocks.push_back(FromWire(block));
    }
  }
  for (const wire::Citation& citation : in.citations()) {
    reply.citations.push_back(FromWire(citation));
  }
  for (const wire::Option& option : in.options()) {
    reply.options.push_back({option.option_id(), option.label(),
                             option.document_id(), option.topic()});
  }
  reply.picker = in.picker();
  reply.outcome = static_cast<Outcome>(in.outcome());
  reply.urgency = static_cast<Urgency>(in.urgency());
  reply.pending_slot = in.pending_slot();
  reply.handover = in.handover();
  reply.multiple = in.multiple();
  return reply;
}

wire::Understanding ToWire(const UnderstandingSummary& understanding) {
  wire::Understanding out;
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
  return out;
}

UnderstandingSummary FromWire(const wire::Understanding& in) {
  UnderstandingSummary understanding;
  for (const wire::RankedIntent& meaning : in.intents()) {
    understanding.meanings.push_back(
        {meaning.intent(), meaning.method(), meaning.confidence()});
  }
  for (const wire::FoundSlot& found : in.slots()) {
    understanding.details.push_back({found.slot().name(),
                                     found.slot().value(),
                                     found.slot().side(),
                                     found.slot().negated(),
                                     {found.start(), found.end()}});
  }
  understanding.corrected_text = in.corrected_text();
  understanding.safety_rules.assign(in.safety_rules().begin(),
                                    in.safety_rules().end());
  return understanding;
}

}  // namespace

std::string EncodeTurn(const TurnRecord& record) {
  wire::Turn turn;
  turn.set_input(record.input);
  *turn.mutable_reply() = ToWire(record.reply);
  *turn.mutable_understanding() = ToWire(record.understanding);
  turn.set_content_hash(record.content_hash);
  for (const TraceStep& step : record.trace) {
    wire::TraceStep& added = *turn.add_trace();
    added.set_stage(step.stage);
    added.set_detail(step.detail);
  }
  return turn.SerializeAsString();
}

absl::StatusOr<TurnRecord> DecodeTurn(std::string_view bytes) {
  wire::Turn turn;
  if (!turn.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a stored turn cannot be read");
  }
  TurnRecord record;
  record.input = turn.input();
  record.reply = FromWire(turn.reply());
  record.understanding = FromWire(turn.understanding());
  record.content_hash = turn.content_hash();
  for (const wire::TraceStep& step : turn.trace()) {
    record.trace.push_back({step.stage(), step.detail()});
  }
  return record;
}

std::string EncodeReply(const Reply& reply) {
  return ToWire(reply).SerializeAsString();
}

absl::StatusOr<Reply> DecodeReply(std::string_view bytes) {
  wire::Reply reply;
  if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a stored reply cannot be read");
  }
  return FromWire(reply);
}

}  // namespace quiver
