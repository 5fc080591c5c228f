#include "conversation/turn_taking.h"

#include <string>
#include <utility>

#include "conversation/summary.h"

namespace quiver {
namespace {

// What a visitor is taken to have said by tapping.
std::string LabelsOf(const VisitorInput& input, const SessionState& state) {
  std::string labels;
  for (const std::string& id : input.option_ids) {
    std::string label = id;
    for (const Option& option : state.last_reply.options) {
      if (option.option_id == id) label = option.label;
    }
    if (!labels.empty()) labels += ", ";
    labels += label;
  }
  return labels;
}

std::string InputOf(const VisitorInput& input, const SessionState& state) {
  return input.option_ids.empty() ? input.text : LabelsOf(input, state);
}

}  // namespace

DecidedTurn DecideTurn(const Assistant& assistant, const VisitorInput& input,
                       const SessionState& state, absl::CivilDay today,
                       bool include_trace) {
  const Understanding understanding =
      assistant.understander->Understand(input.text);
  Decision decision =
      Decide({*assistant.catalog, understanding,
              assistant.understander->thresholds(), input, state, today});
  DecidedTurn turn;
  turn.record.input = InputOf(input, state);
  turn.record.reply = std::move(decision.reply);
  turn.record.understanding = Summarize(understanding);
  turn.record.content_hash = assistant.catalog->content_hash;
  if (include_trace) {
    turn.record.trace = Trace(understanding);
    for (TraceStep& step : decision.trace) {
      turn.record.trace.push_back(std::move(step));
    }
  }
  turn.state = std::move(decision.state);
  turn.forget = decision.forget;
  return turn;
}

}  // namespace quiver
