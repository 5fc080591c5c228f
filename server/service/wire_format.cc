#include "service/wire_format.h"

#include <fmt/format.h>

#include <string>

namespace quiver {
namespace {

void SetTimestamp(absl::Time time, google::protobuf::Timestamp& out) {
  out.set_seconds(absl::ToUnixSeconds(time));
  out.set_nanos(static_cast<int32_t>(
      absl::ToUnixNanos(time) - absl::ToUnixSeconds(time) * 1'000'000'000));
}

v1::Part ToWire(const Block& block) {
  v1::Part part;
  switch (block.kind) {
    case BlockKind::kParagraph:
      part.mutable_paragraph()->set_text(block.text);
      break;
    case BlockKind::kList:
      for (const std::string& item : block.items) {
        part.mutable_list()->add_items(item);
      }
      part.mutable_list()->set_ordered(block.ordered);
      break;
    case BlockKind::kLink:
      part.mutable_link()->set_label(block.text);
      part.mutable_link()->set_url(block.url);
      break;
  }
  return part;
}

v1::Message BodyOf(const std::vector<Block>& blocks, v1::MessageKind kind) {
  v1::Message message;
  message.set_text(PlainText(blocks));
  message.set_kind(kind);
  for (const Block& block : blocks) *message.add_parts() = ToWire(block);
  return message;
}

v1::Source ToWire(const Source& source) {
  v1::Source out;
  out.set_organisation(source.organisation);
  out.set_title(source.title);
  out.set_year(source.year);
  out.set_url(source.url);
  out.set_note(source.note);
  return out;
}

v1::Citation ToWire(const Citation& citation) {
  v1::Citation out;
  out.set_document_id(citation.document_id);
  out.set_topic(citation.topic);
  out.set_title(citation.title);
  for (const Source& source : citation.sources) {
    *out.add_sources() = ToWire(source);
  }
  out.set_reviewed(citation.reviewed);
  out.set_outdated(citation.outdated);
  out.set_approved(citation.approved);
  return out;
}

v1::Option ToWire(const Option& option) {
  v1::Option out;
  out.set_option_id(option.option_id);
  out.set_label(option.label);
  out.set_document_id(option.document_id);
  out.set_topic(option.topic);
  return out;
}

v1::Understanding ToWire(const UnderstandingSummary& understanding) {
  v1::Understanding out;
  for (const MeaningSummary& meaning : understanding.meanings) {
    v1::RankedIntent& intent = *out.add_intents();
    intent.set_intent(meaning.name);
    intent.set_method(meaning.method);
    intent.set_confidence(meaning.confidence);
  }
  for (const DetailSummary& detail : understanding.details) {
    v1::Slot& slot = *out.add_slots();
    slot.set_name(detail.entity);
    slot.set_value(detail.value);
    slot.set_side(detail.side);
    slot.set_negated(detail.negated);
    slot.set_start(detail.origin.begin);
    slot.set_end(detail.origin.end);
  }
  out.set_corrected_text(understanding.corrected_text);
  for (const std::string& rule : understanding.safety_rules) {
    out.add_safety_rules(rule);
  }
  return out;
}

v1::Slot ToWire(const RememberedSlot& slot) {
  v1::Slot out;
  out.set_name(slot.name);
  out.set_value(slot.value);
  out.set_side(slot.side);
  out.set_negated(slot.negated);
  out.set_declined(slot.declined);
  return out;
}

std::string FormatDay(absl::CivilDay day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
}

}  // namespace

v1::Reply ToWire(const TurnRecord& record) {
  const Reply& reply = record.reply;
  v1::Reply out;
  for (const Message& message : reply.messages) {
    *out.add_messages() =
        BodyOf(message.blocks, static_cast<v1::MessageKind>(message.kind));
  }
  for (const Citation& citation : reply.citations) {
    *out.add_citations() = ToWire(citation);
  }
  for (const Option& option : reply.options) {
    *out.add_options() = ToWire(option);
  }
  for (const Option& option : record.picker_options) {
    *out.add_picker_options() = ToWire(option);
  }
  out.set_picker(reply.picker);
  out.set_outcome(static_cast<v1::Outcome>(reply.outcome));
  out.set_urgency(static_cast<v1::Urgency>(reply.urgency));
  out.set_pending_slot(reply.pending_slot);
  out.set_handover(reply.handover);
  out.set_multiple(reply.multiple);
  return out;
}

v1::SendMessageResponse ToWire(const TurnResult& result) {
  v1::SendMessageResponse out;
  out.set_session_id(result.session_id);
  out.set_request_id(result.request_id);
  out.set_turn(result.turn);
  *out.mutable_reply() = ToWire(result.record);
  *out.mutable_understanding() = ToWire(result.record.understanding);
  out.set_content_hash(result.record.content_hash);
  for (const TraceStep& step : result.record.trace) {
    v1::TraceStep& added = *out.mutable_trace()->add_steps();
    added.set_stage(step.stage);
    added.set_detail(step.detail);
  }
  return out;
}

v1::Turn ToWire(const Conversation::Listed& turn) {
  v1::Turn out;
  out.set_turn(turn.number);
  SetTimestamp(turn.time, *out.mutable_create_time());
  out.set_input(turn.record.input);
  *out.mutable_reply() = ToWire(turn.record);
  if (turn.feedback) {
    v1::Feedback& feedback = *out.mutable_feedback();
    feedback.set_rating(static_cast<v1::Rating>(turn.feedback->rating));
    feedback.set_comment(turn.feedback->comment);
  }
  return out;
}

v1::Session ToWire(const SessionId& id, const SessionView& view,
                   absl::Duration idle_time_to_live) {
  v1::Session out;
  out.set_session_id(id.ToString());
  out.set_assistant(view.state.assistant);
  out.set_turn(view.state.turn);
  for (const RememberedSlot& slot : view.state.slots) {
    *out.add_slots() = ToWire(slot);
  }
  if (view.state.pending) out.set_pending_slot(view.state.pending->slot);
  SetTimestamp(view.last_active, *out.mutable_last_active_time());
  SetTimestamp(view.last_active + idle_time_to_live,
               *out.mutable_expire_time());
  return out;
}

v1::DescribeAssistantResponse Describe(const Catalog& catalog) {
  v1::DescribeAssistantResponse out;
  out.set_assistant(catalog.assistant);
  out.set_name(catalog.profile.name);
  out.set_language_code(catalog.profile.language);
  out.set_greeting(catalog.profile.greeting);
  out.set_disclaimer(catalog.profile.disclaimer);
  for (const std::string& starter : catalog.profile.starters) {
    out.add_starter_questions(starter);
  }
  out.set_content_hash(catalog.content_hash);
  out.set_contact(catalog.profile.contact);
  return out;
}

v1::Passage ToWire(const Passage& passage) {
  v1::Passage out;
  out.set_heading(passage.heading);
  *out.mutable_body() = BodyOf(passage.blocks, v1::MESSAGE_KIND_ANSWER);
  return out;
}

v1::Document ToWire(const Document& document, bool with_passages) {
  v1::Document out;
  out.set_document_id(document.id);
  out.set_title(document.title);
  out.set_topic(document.topic);
  for (const std::string& question : document.questions) {
    out.add_questions(question);
  }
  if (with_passages) {
    for (const Passage& passage : document.passages) {
      *out.add_passages() = ToWire(passage);
    }
  }
  for (const Source& source : document.sources) {
    *out.add_sources() = ToWire(source);
  }
  out.set_reviewed(FormatDay(document.reviewed));
  out.set_review_by(FormatDay(document.review_by));
  out.set_approved(document.status == DocumentStatus::kApproved);
  return out;
}

}  // namespace quiver
