#include <array>
#include <string_view>
#include <utility>

#include "dialogue/decision.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/turn.h"

namespace quiver {
namespace {

struct Rule {
  std::string_view name;
  bool (*apply)(Turn&);
};

// The first rule that applies decides.  Danger comes before anything that
// was typed or tapped, so that nothing can shadow it.
constexpr std::array kRules = {
    Rule{"greet", Greet},
    Rule{"warn of danger", WarnOfDanger},
    Rule{"control", Control},
    Rule{"take option", TakeOption},
    Rule{"take correction", TakeCorrection},
    Rule{"take answer", TakeAnswer},
    Rule{"socialize", Socialize},
    Rule{"answer questions", AnswerQuestions},
    Rule{"clarify", Clarify},
    Rule{"take details", TakeDetails},
    Rule{"take up offer", TakeUpOffer},
    Rule{"reprompt", Reprompt},
    Rule{"take idle answer", TakeIdleAnswer},
    Rule{"look up in talk", LookUpInTalk},
    Rule{"take statement", TakeStatement},
    Rule{"fall back", FallBack},
};

// An answer may come by the way: "tell me more. It is the cactus".
void DropAnsweredQuestion(Turn& turn) {
  std::optional<PendingQuestion>& pending = turn.state.pending;
  if (pending && turn.reply.pending_slot.empty() &&
      turn.state.Settled(pending->slot)) {
    pending.reset();
  }
}

// "Go back" undoes the last turn that changed something.
void KeepStepBack(Turn& turn) {
  SessionState& state = turn.state;
  if (state.slots != state.previous_slots ||
      state.topic != state.previous_topic) {
    return;
  }
  state.previous_slots = std::move(turn.before_last.slots);
  state.previous_topic = std::move(turn.before_last.topic);
}

void KeepOffer(Turn& turn) {
  turn.state.option_ids.clear();
  turn.state.option_ids.reserve(turn.reply.options.size());
  for (const Option& option : turn.reply.options) {
    turn.state.option_ids.push_back(option.option_id);
  }
}

}  // namespace

Decision Decide(const DecisionInput& input, SessionState state) {
  Turn turn(input, std::move(state));
  LearnDetails(turn);
  for (const Rule& rule : kRules) {
    if (!rule.apply(turn)) continue;
    turn.Note("rule: {}", rule.name);
    break;
  }
  DropAnsweredQuestion(turn);
  FlagOutdated(turn);
  AdviseDoctor(turn);
  KeepStepBack(turn);
  KeepOffer(turn);
  turn.state.last_reply = turn.reply;
  return {std::move(turn.reply), std::move(turn.state), std::move(turn.trace),
          turn.forget};
}

}  // namespace quiver
