#ifndef QUIVER_SERVICE_COUNTED_CONVERSATION_H_
#define QUIVER_SERVICE_COUNTED_CONVERSATION_H_

#include <memory>

#include "base/metrics.h"
#include "conversation/conversation.h"

namespace quiver {

// `conversation`, with every turn counted by its outcome; a turn that failed
// is "failed".  Both must outlive it.
std::unique_ptr<Conversation> MakeCountedConversation(
    Conversation& conversation, Metrics& metrics);

}  // namespace quiver

#endif  // QUIVER_SERVICE_COUNTED_CONVERSATION_H_
