#include "conversation/turn_taking.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversation/summary.h"

namespace quiver {
namespace {

// The label of the value that "<slot>.<value>" stands for, or null.
const std::string* LabelOf(const Catalog& catalog, std::string_view id) {
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const Entity* entity = catalog.FindEntity(id.substr(0, dot));
  const EntityValue* value =
      entity == nullptr ? nullptr : entity->Find(id.substr(dot + 1));
  return value == nullptr ? nullptr : &value->label;
}

// What a visitor is taken to have said by tapping.
std::string LabelsOf(const Catalog& catalog, const VisitorInput& input,
                     const SessionState& state) {
  std::vector<std::string_view> labels;
  for (const std::string& id : input.option_ids) {
    std::string_view label = id;
    // A picker offers more than the options of the reply.
    const std::string* value = LabelOf(catalog, id);
    if (value != nullptr) label = *value;
    for (const Option& option : state.last_reply.options) {
      if (option.option_id == id) label = option.label;
    }
    labels.push_back(label);
  }
  return fmt::format("{}", fmt::join(labels, ", "));
}

std::string InputOf(const Catalog& catalog, const VisitorInput& input,
                    const SessionState& state) {
  return input.option_ids.empty() ? input.text
                                  : LabelsOf(catalog, input, state);
}

// Every value of the slot that `reply` asks for with a picker.
std::vector<Option> PickerOptions(const Catalog& catalog, const Reply& reply) {
  std::vector<Option> options;
  if (reply.picker.empty()) return options;
  const Entity* entity = catalog.FindEntity(reply.pending_slot);
  if (entity == nullptr) return options;
  for (const EntityValue& value : entity->values) {
    options.push_back(
        {fmt::format(FMT_COMPILE("{}.{}"), entity->name, value.name),
         value.label, "", ""});
  }
  return options;
}

}  // namespace

DecidedTurn DecideTurn(const Assistant& assistant, const VisitorInput& input,
                       SessionState state, absl::CivilDay today,
                       bool include_trace) {
  const Understanding understanding =
      assistant.understander->Understand(input.text);
  TurnRecord record;
  record.input = InputOf(*assistant.catalog, input, state);
  Decision decision = Decide(
      {*assistant.catalog, understanding, assistant.understander->thresholds(),
       input, today, include_trace},
      std::move(state));
  record.reply = std::move(decision.reply);
  record.picker_options = PickerOptions(*assistant.catalog, record.reply);
  record.understanding = Summarize(understanding);
  record.content_hash = assistant.catalog->content_hash;
  if (include_trace) {
    record.trace = Trace(understanding);
    for (TraceStep& step : decision.trace) {
      record.trace.push_back(std::move(step));
    }
  }
  return {std::move(record), std::move(decision.state), decision.forget};
}

}  // namespace quiver
