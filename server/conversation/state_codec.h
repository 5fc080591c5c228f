#ifndef QUIVER_CONVERSATION_STATE_CODEC_H_
#define QUIVER_CONVERSATION_STATE_CODEC_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "dialogue/session_state.h"

namespace quiver {

// A session's state as the bytes that session stores keep
// (quiver.storage.v1.SessionState).  SessionState::turn is not among them: it
// is the version that the store counts.
std::string EncodeState(const SessionState& state);

// Restores it; `turn` is the store's version.  Empty bytes are a fresh state.
//
// DataLoss: `bytes` are damaged.
// FailedPrecondition: they were written by a newer server.
absl::StatusOr<SessionState> DecodeState(std::string_view bytes, uint64_t turn);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_STATE_CODEC_H_
