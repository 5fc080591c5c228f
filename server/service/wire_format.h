#ifndef QUIVER_SERVICE_WIRE_FORMAT_H_
#define QUIVER_SERVICE_WIRE_FORMAT_H_

#include "content/catalog.h"
#include "conversation/conversation.h"
#include "quiver/v1/assistant.pb.h"
#include "quiver/v1/knowledge.pb.h"

namespace quiver {

// Values of the engine as messages of the public API.

// The reply of a turn, with what its picker offers.
v1::Reply ToWire(const TurnRecord& record);
v1::SendMessageResponse ToWire(const TurnResult& result);
v1::Turn ToWire(const Conversation::Listed& turn);
v1::Session ToWire(const SessionId& id, const SessionView& view,
                   absl::Duration idle_time_to_live);
// Of the catalog alone; the service adds its limits.
v1::DescribeAssistantResponse Describe(const Catalog& catalog);

// `document` with or without its passages.
v1::Document ToWire(const Document& document, bool with_passages);
v1::Passage ToWire(const Passage& passage);

}  // namespace quiver

#endif  // QUIVER_SERVICE_WIRE_FORMAT_H_
