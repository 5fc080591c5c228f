#include <algorithm>

#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/slot_answers.h"

namespace quiver {
namespace {

// The social intent after which nothing is asked any more (docs/authoring.md).
constexpr char kGoodbye[] = "goodbye";

const Candidate* FindSocialAct(const Understanding& understanding) {
  const auto found =
      std::find_if(understanding.acts.begin(), understanding.acts.end(),
                   [](const Candidate& act) {
                     return act.intent->kind == IntentKind::kSocial &&
                            act.intent->name != kTold;
                   });
  return found == understanding.acts.end() ? nullptr : &*found;
}

bool AsksSomething(const Turn& turn) {
  const auto& questions = turn.understanding().questions;
  return std::any_of(
      questions.begin(), questions.end(), [&](const Question& question) {
        const bool fits = !question.needs_topic || !turn.state.topic.empty();
        return fits && question.candidates.front().confidence >=
                           turn.input.thresholds.clarify;
      });
}

// "And if I get a headache with it?", "cold water, I think", in the middle of a
// talk: brings in a detail, whatever else the words may be.
bool BringsDetail(const Turn& turn) {
  if (turn.state.topic.empty()) return false;
  const auto& mentions = turn.understanding().mentions;
  const bool supposed =
      std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
        return mention.entity->specificity > 0 &&
               mention.assertion.hypothetical;
      });
  return supposed ||
         std::any_of(
             turn.learnt.begin(), turn.learnt.end(),
             [&](const RememberedSlot& slot) {
               return !slot.negated &&
                      turn.catalog().FindEntity(slot.name)->specificity > 0;
             });
}

}  // namespace

bool Socialize(Turn& turn) {
  const Candidate* act = FindSocialAct(turn.understanding());
  if (act == nullptr || AsksSomething(turn) || BringsDetail(turn)) {
    return false;
  }
  // "No fever, thanks": the denial is what matters to the talk.
  if (!turn.state.topic.empty() && OnlyDenies(turn)) return false;
  const std::vector<std::string>& replies = act->intent->replies;
  if (turn.state.urgent) {
    // Nothing cheerful after an urgent sign.
    SayMessage(turn, MessageKind::kAnswer, "urgent_stands");
  } else {
    SayText(turn, MessageKind::kAnswer,
            replies[turn.state.turn % replies.size()]);
  }
  if (act->intent->name == kGoodbye) turn.state.pending.reset();
  // Back to the point.
  if (QuestionWaits(turn)) RestatePending(turn);
  turn.reply.outcome = Outcome::kSocial;
  turn.state.misunderstood = 0;
  turn.Note("social act {}", act->intent->name);
  return true;
}

}  // namespace quiver
