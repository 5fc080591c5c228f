#include "dialogue/slot_answers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"

namespace quiver {
namespace {

// Says what was noted, in the words of each slot that has some.
void Acknowledge(Turn& turn) {
  for (const Slot& slot : turn.catalog().slots) {
    if (slot.acknowledge.empty()) continue;
    std::vector<RememberedSlot> given;
    for (const RememberedSlot& learnt : turn.learnt) {
      if (learnt.name == slot.name && !learnt.negated) given.push_back(learnt);
    }
    if (given.empty()) continue;
    SayText(turn, MessageKind::kRemark,
            FillFields(slot.acknowledge,
                       {{"value", SlotLabels(turn.catalog(), given)}}));
  }
}

// "No coffee": says what is left out from now on.
void AcknowledgeLeftOut(Turn& turn) {
  if (!OnlyDenies(turn)) return;
  std::vector<RememberedSlot> left_out;
  for (const RememberedSlot& learnt : turn.learnt) {
    if (turn.catalog().FindSlot(learnt.name) != nullptr) {
      left_out.push_back(learnt);
    }
  }
  if (left_out.empty()) return;
  SayMessage(turn, MessageKind::kRemark, "removed",
             {{"value", SlotLabels(turn.catalog(), left_out)}});
}

}  // namespace

bool Does(const Turn& turn, Action action) {
  const auto& acts = turn.understanding().acts;
  return std::any_of(acts.begin(), acts.end(), [&](const Candidate& act) {
    return act.intent->action == action;
  });
}

void AcceptAnswer(Turn& turn) {
  if (turn.state.pending && turn.state.Settled(turn.state.pending->slot)) {
    turn.state.pending.reset();
  }
  turn.state.misunderstood = 0;
  turn.reply.outcome = Outcome::kAnswered;
  const bool urgent = LeaveUrgencyBehind(turn);
  Acknowledge(turn);
  AcknowledgeDenials(turn);
  AcknowledgeLeftOut(turn);
  const bool told = TellSectionOfDetail(turn) || Advise(turn);
  if (!told && turn.reply.messages.empty() && OnlyDenies(turn)) {
    SayMessage(turn, MessageKind::kRemark, "unsure");
  }
  if (!urgent) GoOnAsking(turn);
  // "Noted" alone leads nowhere.
  const bool leads_on = urgent || OnlyDenies(turn) ||
                        !turn.reply.citations.empty() ||
                        !turn.reply.pending_slot.empty();
  if (!leads_on && !TellSomethingNew(turn)) {
    SayMessage(turn, MessageKind::kAnswer, "more_nothing");
  }
}

bool ThankForTelling(Turn& turn) {
  if (turn.understanding().Asks()) return false;
  const auto& acts = turn.understanding().acts;
  const auto told = std::find_if(
      acts.begin(), acts.end(),
      [](const Candidate& act) { return act.intent->name == kTold; });
  if (told == acts.end()) return false;
  const std::vector<std::string>& replies = told->intent->replies;
  SayText(turn, MessageKind::kRemark,
          replies[turn.state.turn % replies.size()]);
  return true;
}

void Decline(Turn& turn, std::string_view message) {
  const std::string slot = turn.state.pending->slot;
  Remember(turn.state, {.name = slot,
                        .value = "",
                        .side = "",
                        .negated = false,
                        .declined = true,
                        .turn = turn.state.turn});
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  if (!message.empty()) SayMessage(turn, MessageKind::kRemark, message);
  turn.reply.outcome = Outcome::kAnswered;
  turn.Note("declined {}", slot);
  // What can be said without it.
  if (!AskNext(turn)) Advise(turn);
}

}  // namespace quiver
