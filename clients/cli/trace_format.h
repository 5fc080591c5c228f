#ifndef QUIVER_CLI_TRACE_FORMAT_H_
#define QUIVER_CLI_TRACE_FORMAT_H_

#include <string>
#include <string_view>

#include "cli/terminal.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// The steps of `trace`, under a heading for each stage.  Every line starts
// with `margin`.
std::string FormatTrace(const v1::Trace& trace, std::string_view margin,
                        const TextStyle& style);

// Everything about how `response` came about: what it is, how the message was
// understood, the steps, and the reply.
std::string FormatExplanation(const v1::SendMessageResponse& response,
                              const TextStyle& style);

// "answered" of OUTCOME_ANSWERED, and so on.
std::string OutcomeName(v1::Outcome outcome);
std::string UrgencyName(v1::Urgency urgency);

}  // namespace quiver

#endif  // QUIVER_CLI_TRACE_FORMAT_H_
