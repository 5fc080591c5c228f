#include "conversation/state_codec.h"

#include <google/protobuf/arena.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "conversation/turn_codec.h"
#include "quiver/storage/v1/session.pb.h"

namespace quiver {
namespace {

namespace wire = storage::v1;

using google::protobuf::Arena;
using google::protobuf::RepeatedPtrField;

// Readers take the texts out of the messages that they read.
std::vector<std::string> Take(RepeatedPtrField<std::string>& texts) {
  return {std::make_move_iterator(texts.begin()),
          std::make_move_iterator(texts.end())};
}

// Raised when a reader of the version before would misread the state.
constexpr uint32_t kStateVersion = 1;

void Write(const RememberedSlot& slot, wire::Slot& out) {
  out.set_name(slot.name);
  out.set_value(slot.value);
  out.set_side(slot.side);
  out.set_negated(slot.negated);
  out.set_declined(slot.declined);
  out.set_turn(slot.turn);
}

RememberedSlot Read(wire::Slot& in) {
  return {std::move(*in.mutable_name()),
          std::move(*in.mutable_value()),
          std::move(*in.mutable_side()),
          in.negated(),
          in.declined(),
          in.turn()};
}

void Write(const Topic& topic, wire::Topic& out) {
  out.set_intent(topic.intent);
  out.set_aspect(topic.aspect);
  for (const std::string& id : topic.documents) out.add_documents(id);
  for (const std::string& id : topic.alternatives) out.add_alternatives(id);
}

Topic Read(wire::Topic& in) {
  return {std::move(*in.mutable_intent()), std::move(*in.mutable_aspect()),
          Take(*in.mutable_documents()), Take(*in.mutable_alternatives())};
}

void ReadSlots(wire::SessionState& in, SessionState& state) {
  for (wire::Slot& slot : *in.mutable_slots()) {
    state.slots.push_back(Read(slot));
  }
  for (wire::Slot& slot : *in.mutable_previous_slots()) {
    state.previous_slots.push_back(Read(slot));
  }
  for (wire::Asked& asked : *in.mutable_asked()) {
    state.asked.push_back({std::move(*asked.mutable_slot()), asked.times()});
  }
  if (in.has_pending()) {
    state.pending =
        PendingQuestion{std::move(*in.mutable_pending()->mutable_slot()),
                        in.pending().interrupted()};
  }
}

}  // namespace

std::string EncodeState(const SessionState& state) {
  Arena arena;  // Many small parts.
  wire::SessionState& out = *Arena::CreateMessage<wire::SessionState>(&arena);
  out.set_version(kStateVersion);
  out.set_assistant(state.assistant);
  out.set_content_hash(state.content_hash);
  for (const RememberedSlot& slot : state.slots) Write(slot, *out.add_slots());
  if (state.pending) {
    out.mutable_pending()->set_slot(state.pending->slot);
    out.mutable_pending()->set_interrupted(state.pending->interrupted);
  }
  Write(state.topic, *out.mutable_topic());
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
    Write(slot, *out.add_previous_slots());
  }
  Write(state.previous_topic, *out.mutable_previous_topic());
  return out.SerializeAsString();
}

absl::StatusOr<SessionState> DecodeState(std::string_view bytes,
                                         uint64_t turn) {
  SessionState state;
  state.turn = turn;
  if (bytes.empty()) return state;
  Arena arena;
  wire::SessionState& in = *Arena::CreateMessage<wire::SessionState>(&arena);
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("the stored state cannot be read");
  }
  if (in.version() > kStateVersion) {
    return absl::FailedPreconditionError(
        "the session was written by a newer server");
  }
  state.assistant = std::move(*in.mutable_assistant());
  state.content_hash = std::move(*in.mutable_content_hash());
  ReadSlots(in, state);
  state.topic = Read(*in.mutable_topic());
  state.previous_topic = Read(*in.mutable_previous_topic());
  state.misunderstood = in.misunderstood();
  state.option_ids = Take(*in.mutable_option_ids());
  state.told = Take(*in.mutable_told());
  QUIVER_ASSIGN_OR_RETURN(state.last_reply, DecodeReply(in.last_reply()));
  state.urgent = in.urgent();
  return state;
}

}  // namespace quiver
