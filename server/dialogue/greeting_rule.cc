#include "dialogue/rules.h"

namespace quiver {

bool Greet(Turn& turn) {
  if (turn.input.visitor.event != VisitorEvent::kStart) return false;
  const Profile& profile = turn.catalog().profile;
  SayText(turn, MessageKind::kAnswer, profile.greeting);
  SayText(turn, MessageKind::kRemark, profile.disclaimer);
  turn.reply.outcome = Outcome::kSocial;
  return true;
}

}  // namespace quiver
