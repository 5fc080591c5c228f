#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/slot_answers.h"

namespace quiver {
namespace {

// Whether `question` really asks, rather than resembles what someone asked.
bool Asks(const Turn& turn, const Question& question) {
  const Candidate& best = question.candidates.front();
  if (best.confidence < turn.input.thresholds.answer ||
      best.method == Method::kDetails) {
    return false;
  }
  if (best.intent != nullptr) return true;
  const auto& clauses = turn.understanding().utterance.corrected.clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.question && question.span.Overlaps(clause.span);
  });
}

bool AsksSomething(const Turn& turn) {
  const auto& questions = turn.understanding().questions;
  return std::any_of(
      questions.begin(), questions.end(),
      [&](const Question& question) { return Asks(turn, question); });
}

bool Mentions(const Turn& turn, std::string_view entity, bool negated) {
  const auto& mentions = turn.understanding().mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention& mention) {
                       return mention.entity->name == entity &&
                              mention.assertion.negated == negated;
                     });
}

bool HeldBefore(const Turn& turn, const RememberedSlot& slot) {
  const auto& before = turn.state.previous_slots;
  return std::any_of(before.begin(), before.end(),
                     [&](const RememberedSlot& held) {
                       return held.name == slot.name &&
                              held.value == slot.value && !held.negated;
                     });
}

// The values of `name` that were given last, before this turn.
std::vector<RememberedSlot> LatestBefore(const Turn& turn,
                                         std::string_view name) {
  std::vector<RememberedSlot> values;
  for (const RememberedSlot& held : turn.state.previous_slots) {
    if (held.name != name || held.negated || held.declined) continue;
    if (!values.empty() && values.front().turn > held.turn) continue;
    if (!values.empty() && values.front().turn < held.turn) values.clear();
    values.push_back(held);
  }
  return values;
}

// What of `learnt` stands for something that was held before this turn.
std::vector<RememberedSlot> Replacements(const Turn& turn) {
  std::vector<RememberedSlot> replacements;
  for (const RememberedSlot& slot : turn.learnt) {
    if (!slot.negated && WorthTelling(turn.catalog(), slot.name) &&
        !LatestBefore(turn, slot.name).empty()) {
      replacements.push_back(slot);
    }
  }
  return replacements;
}

bool TookBack(const Turn& turn, std::string_view name) {
  return std::any_of(
      turn.taken_back.begin(), turn.taken_back.end(),
      [&](const RememberedSlot& slot) { return slot.name == name; });
}

// What `replacements` stand for: nothing where the message says itself what is
// wrong ("not the arm, the leg"), or gives only the side of what was said.
std::vector<RememberedSlot> Replaced(
    const Turn& turn, const std::vector<RememberedSlot>& replacements) {
  std::vector<RememberedSlot> replaced;
  for (const RememberedSlot& slot : replacements) {
    if (TookBack(turn, slot.name) || HeldBefore(turn, slot)) continue;
    for (RememberedSlot& old : LatestBefore(turn, slot.name)) {
      replaced.push_back(std::move(old));
    }
  }
  return replaced;
}

// The talk is no longer about documents that are about `slots`.
void LeaveDocumentsAbout(Turn& turn, const std::vector<RememberedSlot>& slots) {
  std::erase_if(turn.state.topic.documents, [&](const std::string& id) {
    const Document* document = turn.catalog().FindDocument(id);
    return document == nullptr ||
           std::any_of(slots.begin(), slots.end(),
                       [&](const RememberedSlot& slot) {
                         const About about{slot.name, slot.value};
                         return std::find(document->about.begin(),
                                          document->about.end(),
                                          about) != document->about.end();
                       });
  });
}

// "Actually it's not coffee": taken back even where it was never held.
void TakeBackDenied(Turn& turn) {
  for (const RememberedSlot& slot : turn.learnt) {
    const bool known = turn.catalog().FindSlot(slot.name) != nullptr;
    if (slot.negated && known && !TookBack(turn, slot.name)) {
      turn.taken_back.push_back(slot);
    }
  }
}

void SayCorrected(Turn& turn, const std::vector<RememberedSlot>& replacements) {
  if (replacements.empty()) {
    return SayMessage(turn, MessageKind::kRemark, "removed",
                      {{"value", SlotLabels(turn.catalog(), turn.taken_back)}});
  }
  for (const RememberedSlot& old : Replaced(turn, replacements)) {
    ForgetSlot(turn.state, old.name, old.value);
    turn.taken_back.push_back(old);
  }
  SayMessage(turn, MessageKind::kRemark, "corrected",
             {{"value", SlotLabels(turn.catalog(), replacements)}});
}

// "Three weeks", once more: nothing new, but understood.
bool RepeatsDetail(const Turn& turn) {
  const auto& mentions = turn.understanding().mentions;
  return std::any_of(
      mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return !mention.assertion.negated &&
               WorthTelling(turn.catalog(), *mention.entity) &&
               turn.state.Holds({mention.entity->name, mention.value});
      });
}

// Whether something but the answer to the question that waits is denied.
bool DeniesMore(const Turn& turn) {
  return OnlyDenies(turn) &&
         std::any_of(turn.learnt.begin(), turn.learnt.end(),
                     [&](const RememberedSlot& slot) {
                       return !QuestionWaits(turn) ||
                              slot.name != turn.state.pending->slot;
                     });
}

}  // namespace

bool TakeCorrection(Turn& turn) {
  std::vector<RememberedSlot> replacements = Replacements(turn);
  const bool announced = Does(turn, Action::kCorrect);
  if (!announced) {
    std::erase_if(replacements, [&](const RememberedSlot& slot) {
      return !TookBack(turn, slot.name);
    });
  }
  if (announced && replacements.empty()) TakeBackDenied(turn);
  if (replacements.empty() && turn.taken_back.empty()) return false;
  SayCorrected(turn, replacements);
  LeaveDocumentsAbout(turn, turn.taken_back);
  turn.reply.outcome = Outcome::kAnswered;
  turn.state.misunderstood = 0;
  if (AsksSomething(turn) && AnswerQuestions(turn)) return true;
  Advise(turn);
  GoOnAsking(turn);
  return true;
}

bool TakeAnswer(Turn& turn) {
  if (!turn.state.pending || AsksSomething(turn)) return false;
  const std::string slot = turn.state.pending->slot;
  if (Mentions(turn, slot, /*negated=*/false)) {
    AcceptAnswer(turn);
    return true;
  }
  if (Does(turn, Action::kUnsure)) {
    Decline(turn, "unsure");
    return true;
  }
  // "No, not coffee" leaves the question open; Reprompt() asks on.
  if (Mentions(turn, slot, /*negated=*/true)) return false;
  if (Does(turn, Action::kSkip) || Does(turn, Action::kNo) ||
      Does(turn, Action::kNoneOfThese)) {
    Decline(turn, "skipped");
    return true;
  }
  return false;
}

bool TakeDetails(Turn& turn) {
  // Out of nowhere, a detail says nothing: "my knee is swollen".
  if (turn.state.topic.empty() && !turn.state.pending) return false;
  // "My heart tablets", after an urgent sign: it stands.
  if (turn.state.urgent) return false;
  const bool matters =
      std::any_of(turn.learnt.begin(), turn.learnt.end(),
                  [&](const RememberedSlot& slot) {
                    return !slot.negated &&
                           WorthTelling(turn.catalog(), slot.name);
                  }) ||
      GivesChoosingDetail(turn) || RepeatsDetail(turn) || DeniesMore(turn);
  if (!matters) return false;
  AcceptAnswer(turn);
  return true;
}

}  // namespace quiver
