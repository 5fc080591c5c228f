#include <algorithm>

#include "dialogue/rules.h"

namespace quiver {
namespace {

const Candidate* FindSocialAct(const Understanding& understanding) {
  const auto found =
      std::find_if(understanding.acts.begin(), understanding.acts.end(),
                   [](const Candidate& act) {
                     return act.intent->kind == IntentKind::kSocial;
                   });
  return found == understanding.acts.end() ? nullptr : &*found;
}

}  // namespace

bool Socialize(Turn& turn) {
  const Candidate* act = FindSocialAct(turn.understanding());
  if (act == nullptr || !turn.understanding().questions.empty()) return false;
  const std::vector<std::string>& replies = act->intent->replies;
  SayText(turn, MessageKind::kAnswer,
          replies[turn.state.turn % replies.size()]);
  turn.reply.outcome = Outcome::kSocial;
  turn.reply.options.clear();
  turn.state.misunderstood = 0;
  turn.Note("social act " + act->intent->name);
  return true;
}

}  // namespace quiver
