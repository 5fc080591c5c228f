#ifndef QUIVER_CONVERSATION_TURN_CODEC_H_
#define QUIVER_CONVERSATION_TURN_CODEC_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "conversation/turn_record.h"

namespace quiver {

// A turn as the bytes that session stores keep (quiver.storage.v1.Turn).
// Equal records give equal bytes.
std::string EncodeTurn(const TurnRecord& record);

// DataLoss: `bytes` are damaged.
absl::StatusOr<TurnRecord> DecodeTurn(std::string_view bytes);

// A reply alone (quiver.storage.v1.Reply).
std::string EncodeReply(const Reply& reply);
absl::StatusOr<Reply> DecodeReply(std::string_view bytes);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_TURN_CODEC_H_
