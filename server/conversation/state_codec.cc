#include "conversation/state_codec.h"

#include "base/status_macros.h"
#include "conversation/turn_codec.h"
#include "quiver/storage/v1/session.pb.h"

namespace quiver {
namespace {

namespace wire = storage::v1;

// Raised when a reader of the version before would misread the state.
constexpr uint32_t kStateVersion = 1;

wire::Slot ToWire(const RememberedSlot& slot) {
  wire::Slot out;
  out.set_name(slot.name);
  out.set_value(slot.value);
  out.set_side(slot.side);
  out.set_negated(slot.negated);
  out.set_declined(slot.declined);
  out.set_turn(slot.turn);
  return out;
}

RememberedSlot FromWire(const wire::Slot& in) {
  return {in.name(),    in.value(),    in.side(),
          in.negated(), in.declined(), in.turn()};
}

wire::Topic ToWire(const Topic& topic) {
  wire::Topic out;
  out.set_intent(topic.intent);
  out.set_aspect(topic.aspect);
  for (const std::string& id : topic.documents) out.add_documents(id);
  return out;
}

Topic FromWire(const wire::Topic& in) {
  return {
      in.intent(), in.aspect(), {in.documents().begin(), in.documents().end()}};
}

void DecodeSlots(const wire::SessionState& in, SessionState& state) {
  for (const wire::Slot& slot : in.slots()) {
    state.slots.push_back(FromWire(slot));
  }
  for (const wire::Slot& slot : in.previous_slots()) {
    state.previous_slots.push_back(FromWire(slot));
  }
  for (const wire::Asked& asked : in.asked()) {
    state.asked.push_back({asked.slot(), asked.times()});
  }
  if (in.has_pending()) {
    state.pending =
        PendingQuestion{in.pending().slot(), in.pending().interrupted()};
  }
}

}  // namespace

std::string EncodeState(const SessionState& state) {
  wire::SessionState out;
  out.set_version(kStateVersion);
  out.set_assistant(state.assistant);
  out.set_content_hash(state.content_hash);
  for (const RememberedSlot& slot : state.slots)
    *out.add_slots() = ToWire(slot);
  if (state.pending) {
    out.mutable_pending()->set_slot(state.pending->slot);
    out.mutable_pending()->set_interrupted(state.pending->interrupted);
  }
  *out.mutable_topic() = ToWire(state.topic);
  out.set_misunderstood(state.misunderstood);
  for (const std::string& id : state.option_ids) out.add_option_ids(id);
  for (const std::string& key : state.told) out.add_told(key);
  out.set_last_reply(EncodeReply(state.last_reply));
  out.set_urgent(state.urgent);
  for (const AskedSlot& asked : state.asked) {
    wire::Asked& added = *out.add_asked();
    added.set_slot(asked.slot);
    added.set_times(asked.times);
  }
  for (const RememberedSlot& slot : state.previous_slots) {
    *out.add_previous_slots() = ToWire(slot);
  }
  *out.mutable_previous_topic() = ToWire(state.previous_topic);
  return out.SerializeAsString();
}

absl::StatusOr<SessionState> DecodeState(std::string_view bytes,
                                         uint64_t turn) {
  SessionState state;
  state.turn = turn;
  if (bytes.empty()) return state;
  wire::SessionState in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("the stored state cannot be read");
  }
  if (in.version() > kStateVersion) {
    return absl::FailedPreconditionError(
        "the session was written by a newer server");
  }
  state.assistant = in.assistant();
  state.content_hash = in.content_hash();
  DecodeSlots(in, state);
  state.topic = FromWire(in.topic());
  state.previous_topic = FromWire(in.previous_topic());
  state.misunderstood = in.misunderstood();
  state.option_ids.assign(in.option_ids().begin(), in.option_ids().end());
  state.told.assign(in.told().begin(), in.told().end());
  QUIVER_ASSIGN_OR_RETURN(state.last_reply, DecodeReply(in.last_reply()));
  state.urgent = in.urgent();
  return state;
}

}  // namespace quiver
