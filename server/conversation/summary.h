#ifndef QUIVER_CONVERSATION_SUMMARY_H_
#define QUIVER_CONVERSATION_SUMMARY_H_

#include <vector>

#include "conversation/turn_record.h"
#include "understand/understanding.h"

namespace quiver {

// What of `understanding` is told and kept.
UnderstandingSummary Summarize(const Understanding& understanding);

// How `understanding` came about, step by step, for an author to read.
std::vector<TraceStep> Trace(const Understanding& understanding);

}  // namespace quiver

#endif  // QUIVER_CONVERSATION_SUMMARY_H_
