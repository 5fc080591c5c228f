#include "cli/script_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "base/status_macros.h"
#include "cli/expectations.h"

namespace quiver {
namespace {

bool IsCalled(const v1::Option& option, const std::string& name) {
  return option.option_id() == name ||
         absl::EqualsIgnoreCase(option.label(), name);
}

// The id of the option that an author calls `name`: by id, label or number.
absl::StatusOr<std::string> FindOption(const v1::Reply& reply,
                                       const std::string& name) {
  for (const v1::Option& option : reply.options()) {
    if (IsCalled(option, name)) return option.option_id();
  }
  for (const v1::Option& option : reply.picker_options()) {
    if (IsCalled(option, name)) return option.option_id();
  }
  int number = 0;
  if (absl::SimpleAtoi(name, &number) && number >= 1 &&
      number <= reply.options_size()) {
    return reply.options(number - 1).option_id();
  }
  std::vector<std::string> offered;
  for (const v1::Option& option : reply.options()) {
    offered.push_back(option.option_id());
  }
  return absl::NotFoundError(fmt::format(
      "no option \"{}\" is on offer; there are: {}", name,
      offered.empty() ? "none" : fmt::format("{}", fmt::join(offered, ", "))));
}

std::string TextOf(const v1::Reply& reply) {
  std::string text;
  for (const v1::Message& message : reply.messages()) {
    text += message.text() + "\n";
  }
  return text;
}

// One conversation under way.
class ScriptRun {
 public:
  ScriptRun(const ConversationScript& script, Talker& talker)
      : script_(script), talker_(talker) {}

  ScriptResult Run() {
    result_.file = script_.file;
    for (const ScriptedTurn& turn : script_.turns) {
      auto observation = Take(turn);
      if (!observation.ok()) {
        NoteEnd(turn, observation.status());
        break;
      }
      ++result_.turns;
      Compare(turn, *observation);
      last_ = std::move(observation->response);
    }
    return std::move(result_);
  }

 private:
  void NoteEnd(const ScriptedTurn& turn, const absl::Status& status) {
    std::string reason(status.message());
    if (absl::IsUnimplemented(status)) {
      result_.skipped = std::move(reason);
    } else {
      result_.failed.push_back(
          {turn.line, turn.written, std::move(reason), {}, {}});
    }
  }

  absl::StatusOr<v1::SendMessageRequest> RequestOf(const ScriptedTurn& turn) {
    v1::SendMessageRequest request;
    request.set_assistant(script_.assistant);
    request.set_session_id(last_.session_id());
    request.set_include_trace(true);
    if (!turn.text.empty()) request.set_text(turn.text);
    if (turn.event != v1::EVENT_UNSPECIFIED) request.set_event(turn.event);
    for (const std::string& tap : turn.taps) {
      std::string id = tap;
      if (!turn.stale) {
        QUIVER_ASSIGN_OR_RETURN(id, FindOption(last_.reply(), tap));
      }
      request.add_option_ids(std::move(id));
    }
    return request;
  }

  absl::StatusOr<Observation> Take(const ScriptedTurn& turn) {
    if (turn.wait > absl::ZeroDuration()) {
      QUIVER_RETURN_IF_ERROR(talker_.PassTime(turn.wait));
    }
    QUIVER_ASSIGN_OR_RETURN(const auto request, RequestOf(turn));
    Observation observation;
    QUIVER_ASSIGN_OR_RETURN(observation.response, talker_.Say(request));
    observation.previous_session_id = last_.session_id();
    observation.said_before =
        !said_.insert(TextOf(observation.response.reply())).second;
    QUIVER_RETURN_IF_ERROR(AddSession(turn, observation));
    return observation;
  }

  absl::Status AddSession(const ScriptedTurn& turn, Observation& observation) {
    const std::string& id = observation.response.session_id();
    if (id.empty() || std::none_of(turn.expectations.begin(),
                                   turn.expectations.end(), NeedsSession)) {
      return absl::OkStatus();
    }
    QUIVER_ASSIGN_OR_RETURN(observation.session, talker_.GetSession(id));
    return absl::OkStatus();
  }

  void Compare(const ScriptedTurn& turn, const Observation& observation) {
    FailedTurn failed{turn.line, turn.written, "", {}, {}};
    for (const Expectation& expectation : turn.expectations) {
      auto actual = Unmet(expectation, observation);
      if (!actual) continue;
      failed.disappointments.push_back(
          {expectation.line,
           fmt::format("{}: {}", expectation.key, expectation.value),
           *std::move(actual)});
    }
    if (failed.disappointments.empty()) return;
    failed.trace = observation.response.trace();
    result_.failed.push_back(std::move(failed));
  }

  const ConversationScript& script_;
  Talker& talker_;
  ScriptResult result_;
  v1::SendMessageResponse last_;
  std::set<std::string> said_;  // Texts of replies.
};

}  // namespace

ScriptResult RunScript(const ConversationScript& script, Talker& talker) {
  return ScriptRun(script, talker).Run();
}

}  // namespace quiver
