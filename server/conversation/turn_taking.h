#ifndef QUIVER_CONVERSATION_TURN_TAKING_H_
#define QUIVER_CONVERSATION_TURN_TAKING_H_

#include "absl/time/civil_time.h"
#include "conversation/assistant.h"
#include "conversation/turn_record.h"
#include "dialogue/decision.h"

namespace quiver {

// A turn as it was decided, before it is stored.
struct DecidedTurn {
  TurnRecord record;
  SessionState state;
  bool forget = false;
};

// Understands and decides one turn of a session that was left in `state`: the
// whole way from bytes to reply, with no I/O.  A pure function; may be called
// from any thread.
DecidedTurn DecideTurn(const Assistant& assistant, const VisitorInput& input,
                       SessionState state, absl::CivilDay today,
                       bool include_trace);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_TURN_TAKING_H_
