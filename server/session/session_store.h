#ifndef QUIVER_SESSION_SESSION_STORE_H_
#define QUIVER_SESSION_SESSION_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "session/feedback_store.h"
#include "session/session_id.h"

namespace quiver {

// One turn as it is kept.  The store reads none of the byte strings.
struct StoredTurn {
  uint64_t number = 0;      // From 1, without gaps within a session.
  std::string request_id;   // Unique within the session; empty: none.
  std::string fingerprint;  // Of the request's input; tells a retry from a
                            // second request under the same id.
  absl::Time time;          // When the turn was taken; millisecond precision.
  std::string state;        // The session's state after the turn.
  std::string reply;        // What was answered, to be given again.
};

// What a turn needs to know of its session before it starts.
struct SessionSnapshot {
  uint64_t version = 0;  // Number of the last turn; 0: there was none.
  std::string state;     // After that turn; empty when there was none.
  absl::Time last_active = absl::InfinitePast();
  // The turn that was taken for the request id asked about, if any.
  std::optional<StoredTurn> recorded;
};

// How long sessions are kept.
struct SessionRetention {
  // A session is gone when it was idle for longer.  Consequence of a large
  // value: more of people's health questions on disk.
  absl::Duration idle_time_to_live = absl::Hours(24);
  // Turns kept a session; older ones are dropped from the history, and a
  // retry of one of them is taken as a new message.
  uint64_t max_turns = 200;
  // Feedback is gone when it is older, or with its session or turn if those
  // are gone before.
  absl::Duration feedback_time_to_live = absl::Hours(24 * 30);
};

// Remembers sessions as logs of turns, with the feedback on them.
//
// Implementations are safe for concurrent use.  Callbacks may run before the
// call returns or later on a thread of the store; they must not block.
// After the store is destroyed none runs: its destructor finishes what is
// queued.
//
// Errors of every call: Unavailable when the backend could not be reached or
// written; nothing is then changed and a later call may succeed.  DataLoss
// when what is stored was damaged; nothing is changed either.
class SessionStore : public FeedbackStore {
 public:
  // Gives the session `id` and the turn recorded under `request_id` (empty:
  // none is looked for).  A session that was never stored, was erased, or
  // idled past its time to live is given as version 0.
  virtual void Load(
      const SessionId& id, const std::string& request_id,
      absl::AnyInvocable<void(absl::StatusOr<SessionSnapshot>)> done) = 0;

  // Appends `turn` if the session's version is `turn.number - 1` (compare and
  // swap), and calls `done` once it would survive a crash of the process, and
  // for durable stores of the machine.  A first turn (number 1) also replaces
  // whatever is left of an expired session.
  //
  // Aborted: the session has another version now: someone was faster.
  // AlreadyExists: a turn is recorded under `turn.request_id`.
  virtual void Append(const SessionId& id, StoredTurn turn,
                      absl::AnyInvocable<void(absl::Status)> done) = 0;

  // Forgets the session and its feedback.  Gives the number of turns that were
  // erased, those of an expired session included; 0 is not an error.
  virtual void Erase(
      const SessionId& id,
      absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done) = 0;

  // Gives up to `limit` turns with numbers above `after`, oldest first.
  virtual void ListTurns(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredTurn>>)>
          done) = 0;

  // A secret of 32 bytes, made when the store was first opened and the same
  // ever after, on every server that shares the store.
  virtual absl::StatusOr<std::string> Secret() = 0;

  // Erases every session and all feedback that has expired by now.  Call it
  // from time to time; what has expired is invisible in any case.
  virtual void EraseExpired(absl::AnyInvocable<void(absl::Status)> done) = 0;
};

}  // namespace quiver

#endif  // QUIVER_SESSION_SESSION_STORE_H_
