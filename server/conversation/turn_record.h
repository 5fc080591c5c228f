#ifndef QUIVER_CONVERSATION_TURN_RECORD_H_
#define QUIVER_CONVERSATION_TURN_RECORD_H_

#include <string>
#include <vector>

#include "dialogue/decision.h"
#include "dialogue/reply.h"
#include "text/utterance.h"

namespace quiver {

// A meaning that was considered.
struct MeaningSummary {
  std::string name;    // Of the intent or document.
  std::string method;  // MethodName().
  double confidence = 0;

  friend bool operator==(const MeaningSummary&,
                         const MeaningSummary&) = default;
};

// A detail that was found in a message.
struct DetailSummary {
  std::string entity;
  std::string value;
  std::string side;
  bool negated = false;
  Span origin;  // Into the message as sent.

  friend bool operator==(const DetailSummary&, const DetailSummary&) = default;
};

// What of an Understanding is told and kept.
struct UnderstandingSummary {
  std::vector<MeaningSummary> meanings;   // Most likely first.
  std::vector<DetailSummary> details;     // By place.
  std::string corrected_text;             // Empty when nothing was corrected.
  std::vector<std::string> safety_rules;  // Most urgent first.

  friend bool operator==(const UnderstandingSummary&,
                         const UnderstandingSummary&) = default;
};

// A turn as it is kept and given again.
struct TurnRecord {
  std::string input;  // What was typed, or the labels of what was tapped.
  Reply reply;
  // Everything that the reply's picker may offer; empty without a picker.  Kept
  // beside the reply, so that a retry finds it unchanged after a reload.
  std::vector<Option> picker_options;
  UnderstandingSummary understanding;
  std::string content_hash;
  std::vector<TraceStep> trace;  // Empty unless it was asked for.

  friend bool operator==(const TurnRecord&, const TurnRecord&) = default;
};

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_TURN_RECORD_H_
