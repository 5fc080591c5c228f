#ifndef QUIVER_CLI_CHAT_SESSION_H_
#define QUIVER_CLI_CHAT_SESSION_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "cli/talker.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// The visitor's side of a conversation: which session it is, what was offered
// last, and what was not answered.  Not thread-safe.
class ChatSession {
 public:
  // Goes on with session `id`; empty: starts a new one.  `talker` must outlive
  // this.
  ChatSession(Talker& talker, std::string assistant, std::string id);

  using Response = v1::SendMessageResponse;

  // Says `text`.  Numbers of the options offered last choose them.  Errors:
  // as Talker; the message can then be sent again with Retry().
  absl::StatusOr<Response> Say(const std::string& text, bool trace);
  // Starts over.
  absl::StatusOr<Response> Restart(bool trace);
  // Sends the message that was not answered again.  It has the same request
  // id, so it is one turn even if the server took it the first time.
  //
  // FailedPrecondition: every message was answered.
  absl::StatusOr<Response> Retry();
  // Deletes the session for good.
  absl::StatusOr<v1::DeletionReceipt> Forget();

  // Empty when there is none yet.
  const std::string& id() const { return id_; }
  // Empty before the first.
  const v1::Reply& last_reply() const { return last_reply_; }
  // Whether the last turn came into another session than it was meant for.
  bool replaced() const { return replaced_; }

 private:
  absl::StatusOr<Response> Send(v1::SendMessageRequest request, bool trace);

  Talker& talker_;
  const std::string assistant_;
  std::string id_;
  v1::Reply last_reply_;
  std::optional<v1::SendMessageRequest> unanswered_;
  bool replaced_ = false;
};

}  // namespace quiver

#endif  // QUIVER_CLI_CHAT_SESSION_H_
