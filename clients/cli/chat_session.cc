#include "cli/chat_session.h"

#include <utility>

#include "base/digest.h"
#include "base/entropy.h"
#include "base/status_macros.h"
#include "cli/choice.h"

namespace quiver {
namespace {

constexpr char kChannel[] = "cli";
constexpr size_t kRequestIdBytes = 16;

}  // namespace

ChatSession::ChatSession(Talker& talker, std::string assistant, std::string id)
    : talker_(talker), assistant_(std::move(assistant)), id_(std::move(id)) {}

absl::StatusOr<v1::SendMessageResponse> ChatSession::Say(
    const std::string& text, bool trace) {
  v1::SendMessageRequest request;
  const auto chosen = ChosenOptions(text, last_reply_);
  request.mutable_option_ids()->Assign(chosen.begin(), chosen.end());
  if (chosen.empty()) request.set_text(text);
  return Send(std::move(request), trace);
}

absl::StatusOr<v1::SendMessageResponse> ChatSession::Restart(bool trace) {
  v1::SendMessageRequest request;
  request.set_event(v1::EVENT_RESTART);
  return Send(std::move(request), trace);
}

absl::StatusOr<v1::SendMessageResponse> ChatSession::Send(
    v1::SendMessageRequest request, bool trace) {
  request.set_assistant(assistant_);
  request.set_session_id(id_);
  request.set_channel(kChannel);
  request.set_include_trace(trace);
  request.set_request_id(Hex(SystemEntropy().Bytes(kRequestIdBytes)));
  unanswered_ = std::move(request);
  return Retry();
}

absl::StatusOr<v1::SendMessageResponse> ChatSession::Retry() {
  if (!unanswered_) {
    return absl::FailedPreconditionError("every message was answered");
  }
  QUIVER_ASSIGN_OR_RETURN(Response response, talker_.Say(*unanswered_));
  unanswered_.reset();
  replaced_ = !id_.empty() && !response.session_id().empty() &&
              id_ != response.session_id();
  id_ = response.session_id();
  last_reply_ = response.reply();
  return response;
}

absl::StatusOr<v1::DeletionReceipt> ChatSession::Forget() {
  if (id_.empty()) return v1::DeletionReceipt();
  QUIVER_ASSIGN_OR_RETURN(auto receipt, talker_.DeleteSession(id_));
  id_.clear();
  last_reply_.Clear();
  return receipt;
}

}  // namespace quiver
