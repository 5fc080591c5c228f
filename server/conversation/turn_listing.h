#ifndef QUIVER_CONVERSATION_TURN_LISTING_H_
#define QUIVER_CONVERSATION_TURN_LISTING_H_

#include <cstdint>
#include <vector>

#include "conversation/conversation.h"
#include "session/session_store.h"

namespace quiver {

// As Conversation::ListTurns(), but a session that is not there has no turns.
// `store` must outlive the call.
void ListTurnsWithFeedback(
    SessionStore& store, const SessionId& id, uint64_t after, uint64_t limit,
    Conversation::Callback<std::vector<Conversation::Listed>> done);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_TURN_LISTING_H_
