#ifndef QUIVER_CONVERSATION_CONVERSATION_H_
#define QUIVER_CONVERSATION_CONVERSATION_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "base/clock.h"
#include "base/entropy.h"
#include "conversation/assistant.h"
#include "conversation/feedback.h"
#include "conversation/turn_record.h"
#include "session/session_id.h"
#include "session/session_store.h"

namespace quiver {

// A message of a visitor, checked for form.
struct TurnRequest {
  std::string assistant;             // Empty: that of the session, or default.
  std::optional<SessionId> session;  // None: a new session.
  std::string request_id;            // Empty: one is made.
  VisitorInput input;
  bool include_trace = false;
};

// The answer to it.
struct TurnResult {
  std::string session_id;  // Empty when nothing is stored.
  std::string request_id;
  uint64_t turn = 0;  // 0 when nothing is stored.
  TurnRecord record;
};

// What is remembered of a session.
struct SessionView {
  SessionState state;
  absl::Time last_active;
};

// What was deleted.
struct DeletionResult {
  uint64_t turns = 0;
  absl::Time time;
};

// What a visitor says of a turn that was taken.
struct FeedbackRequest {
  SessionId session;
  uint64_t turn = 0;
  Feedback feedback;
};

// Holds conversations: takes turns one after the other and remembers them.
//
// Safe for concurrent use; two turns of a session never interleave, on one
// server or on many that share the store.  Callbacks may run before the call
// returns or on a thread of the store.
class Conversation {
 public:
  virtual ~Conversation() = default;

  template <typename Result>
  using Callback = absl::AnyInvocable<void(absl::StatusOr<Result>)>;

  // Takes a turn: gives the recorded reply of a repeated request, else
  // understands, decides, and stores the turn before it gives the reply.  A
  // turn that was begun is stored even if nobody waits for it.
  //
  // NotFound: there is no such assistant.
  // InvalidArgument: the request id was used with another input.
  // Aborted: the session changed too often meanwhile.
  // Unavailable: the session store cannot be reached.
  virtual void TakeTurn(TurnRequest request, Callback<TurnResult> done) = 0;

  // What TakeTurn() would give, with its trace; changes nothing.
  virtual void Explain(TurnRequest request, Callback<TurnResult> done) = 0;

  // NotFound: nothing is remembered of `id`.
  virtual void GetSession(const SessionId& id, Callback<SessionView> done) = 0;

  // Up to `limit` turns after number `after`, with the records and what the
  // visitor said of them.
  //
  // NotFound: as GetSession().
  struct Listed {
    uint64_t number = 0;
    absl::Time time;
    TurnRecord record;
    std::optional<Feedback> feedback;
  };
  virtual void ListTurns(const SessionId& id, uint64_t after, uint64_t limit,
                         Callback<std::vector<Listed>> done) = 0;

  // Forgets the session; of one that is not there 0 turns.
  virtual void DeleteSession(const SessionId& id,
                             Callback<DeletionResult> done) = 0;

  // Stores `request` in place of earlier feedback on the same turn.
  //
  // NotFound: as GetSession().
  // OutOfRange: the session has no such turn, or does not keep it any more.
  // Unavailable: the session store cannot be reached.
  virtual void GiveFeedback(FeedbackRequest request,
                            absl::AnyInvocable<void(absl::Status)> done) = 0;
};

// Makes it.  Everything given must outlive it, and it must outlive every call
// that has not called back.  Fails as SessionStore::Secret().
absl::StatusOr<std::unique_ptr<Conversation>> MakeConversation(
    const AssistantDirectory& assistants, SessionStore& store,
    const Clock& clock, Entropy& entropy);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_CONVERSATION_H_
