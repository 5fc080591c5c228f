#ifndef QUIVER_DIALOGUE_DECISION_H_
#define QUIVER_DIALOGUE_DECISION_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "content/catalog.h"
#include "dialogue/reply.h"
#include "dialogue/session_state.h"
#include "understand/understander.h"
#include "understand/understanding.h"

namespace quiver {

enum class VisitorEvent { kNone, kStart, kRestart };

// What a visitor did: typed, tapped, or neither.
struct VisitorInput {
  std::string text;
  std::vector<std::string> option_ids;
  VisitorEvent event = VisitorEvent::kNone;
};

// A step of the way to a reply, for authors to read.
struct TraceStep {
  std::string stage;  // "text", "understand", "dialogue".
  std::string detail;

  friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

// What the assistant does about one turn.
struct Decision {
  Reply reply;
  SessionState state;            // To be remembered.
  std::vector<TraceStep> trace;  // Why; empty unless it was asked for.
  bool forget = false;           // The session is to be deleted instead.
};

// What a decision is made from.
struct DecisionInput {
  const Catalog& catalog;
  const Understanding& understanding;  // Of `visitor.text`.
  const UnderstandingThresholds& thresholds;
  const VisitorInput& visitor;
  absl::CivilDay today;
  bool include_trace = true;  // Whether to say why.
};

// Decides what to reply, and what to remember where `state` was remembered.
//
// A pure function: equal arguments give equal results, byte for byte.  It
// tries the rules of dialogue/rules.h in order; the first that applies
// decides.  May be called from any thread.
Decision Decide(const DecisionInput& input, SessionState state);

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_DECISION_H_
