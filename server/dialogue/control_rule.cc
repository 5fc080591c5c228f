#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/suggestions.h"

namespace quiver {
namespace {

void SayNothingYet(Turn& turn) {
  SayMessage(turn, MessageKind::kAnswer, "nothing_yet");
}

void Help(Turn& turn) {
  SayList(turn, MessageKind::kAnswer, "help", turn.catalog().profile.starters);
}

void StartOver(Turn& turn) {
  SessionState fresh;
  fresh.assistant = turn.state.assistant;
  fresh.content_hash = turn.state.content_hash;
  fresh.turn = turn.state.turn;
  turn.state = std::move(fresh);
  turn.before_last = Memory();
  SayMessage(turn, MessageKind::kAnswer, "restarted");
}

// A slot whose answer was undone is asked for again.
void AskAgain(Turn& turn, const std::vector<RememberedSlot>& undone) {
  for (const RememberedSlot& slot : undone) {
    const Slot* asked = turn.catalog().FindSlot(slot.name);
    const uint32_t times = turn.state.TimesAsked(slot.name);
    if (asked == nullptr || turn.state.Settled(slot.name) || times == 0 ||
        times >= kMostTimesAsked) {
      continue;
    }
    return AskSlot(turn, *asked, /*rephrased=*/false);
  }
  AskNext(turn);
}

// What was said last is taken back; there is one step to go.
void GoBack(Turn& turn) {
  SessionState& state = turn.state;
  if (state.slots == turn.before_last.slots &&
      state.topic == turn.before_last.topic) {
    return SayNothingYet(turn);
  }
  const std::vector<RememberedSlot> undone = std::move(state.slots);
  state.slots = state.previous_slots = turn.before_last.slots;
  state.topic = state.previous_topic = turn.before_last.topic;
  state.pending.reset();
  SayMessage(turn, MessageKind::kRemark, "went_back");
  AskAgain(turn, undone);
}

void Repeat(Turn& turn) {
  const Reply& last = turn.state.last_reply;
  if (last.messages.empty()) return SayNothingYet(turn);
  turn.reply = last;
  turn.repeats = true;
}

// What is remembered, a line for each detail; denied ones after the "no" of
// the content.
std::vector<std::string> RememberedLines(const Turn& turn) {
  const std::string& no = turn.catalog().Message("no_label", 0);
  std::vector<std::string> lines;
  for (const RememberedSlot& slot : turn.state.slots) {
    if (slot.declined) continue;
    if (!slot.negated && !WorthTelling(turn.catalog(), slot.name)) continue;
    std::string line = SlotLabel(turn.catalog(), slot);
    if (slot.negated) line = fmt::format("{}: {}", no, line);
    // Two entities may share a label.
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

void SayRemembered(Turn& turn, std::string_view key) {
  std::vector<std::string> lines = RememberedLines(turn);
  if (lines.empty()) {
    return SayMessage(turn, MessageKind::kAnswer, "recall_empty");
  }
  SayList(turn, MessageKind::kAnswer, key, std::move(lines));
}

void Recall(Turn& turn) { SayRemembered(turn, "recall"); }

// What to read about instead, where there is nothing to sum up.
void Summarize(Turn& turn) {
  SayRemembered(turn, "summary");
  if (RememberedLines(turn).empty()) SuggestDocuments(turn);
}

void Forget(Turn& turn) {
  StartOver(turn);
  turn.reply.messages.clear();
  // The same words whatever the turn: a retry finds no session any more.
  SayText(turn, MessageKind::kAnswer, turn.catalog().Message("forgotten", 0));
  turn.forget = true;
}

// The reason for the question that waits, or for the last one.
void ExplainQuestion(Turn& turn) {
  const SessionState& state = turn.state;
  if (!state.pending && state.asked.empty()) return SayNothingYet(turn);
  const Slot* slot = turn.catalog().FindSlot(
      state.pending ? state.pending->slot : state.asked.back().slot);
  if (slot == nullptr) return SayNothingYet(turn);
  SayText(turn, MessageKind::kAnswer, slot->reason);
}

const Document* TopicDocument(const Turn& turn) {
  const auto& documents = turn.state.topic.documents;
  return documents.empty() ? nullptr
                           : turn.catalog().FindDocument(documents.front());
}

void Simplify(Turn& turn) {
  const Document* document = TopicDocument(turn);
  if (document == nullptr) return SayNothingYet(turn);
  if (document->plain.empty()) return TellPassage(turn, *document, 0);
  SayText(turn, MessageKind::kAnswer, document->plain);
  Cite(turn, *document, document->passages.front().sources);
}

void TellMore(Turn& turn) {
  if (TopicDocument(turn) == nullptr) return SayNothingYet(turn);
  for (const std::string& id : turn.state.topic.documents) {
    const Document* document = turn.catalog().FindDocument(id);
    if (document == nullptr) continue;
    for (size_t i = 0; i < document->passages.size(); ++i) {
      if (!turn.state.WasTold(id, i)) return TellPassage(turn, *document, i);
    }
  }
  SayMessage(turn, MessageKind::kAnswer, "more_nothing");
}

void TellWhy(Turn& turn) {
  if (turn.state.pending) return ExplainQuestion(turn);
  const Document* document = TopicDocument(turn);
  if (document == nullptr) return SayNothingYet(turn);
  const auto& aspects = turn.catalog().profile.aspects;
  const int section =
      aspects.empty() ? -1 : document->FindAspect(aspects.front());
  if (section < 0) return TellMore(turn);
  const auto index = static_cast<size_t>(section);
  if (turn.state.WasTold(document->id, index)) return TellMore(turn);
  TellPassage(turn, *document, index);
}

void TakeRejection(Turn& turn) {
  SayMessage(turn, MessageKind::kAnswer, "rejected");
  SuggestDocuments(turn);
  OfferNone(turn);
}

// Whether the question that waits is put again after an action.
enum class Pending { kLeave, kRestate };

struct ControlAction {
  Action action;
  void (*perform)(Turn&);
  Pending pending;
};

constexpr std::array kActions = {
    ControlAction{Action::kHelp, Help, Pending::kRestate},
    ControlAction{Action::kStartOver, StartOver, Pending::kLeave},
    ControlAction{Action::kGoBack, GoBack, Pending::kLeave},
    ControlAction{Action::kRepeat, Repeat, Pending::kLeave},
    ControlAction{Action::kRecall, Recall, Pending::kRestate},
    ControlAction{Action::kForget, Forget, Pending::kLeave},
    ControlAction{Action::kExplainQuestion, ExplainQuestion, Pending::kRestate},
    ControlAction{Action::kReject, TakeRejection, Pending::kLeave},
    ControlAction{Action::kSimpler, Simplify, Pending::kRestate},
    ControlAction{Action::kMore, TellMore, Pending::kRestate},
    ControlAction{Action::kSummarize, Summarize, Pending::kRestate},
    ControlAction{Action::kWhy, TellWhy, Pending::kRestate},
};

Action RequestedAction(const Turn& turn) {
  if (turn.input.visitor.event == VisitorEvent::kRestart) {
    return Action::kStartOver;
  }
  for (const Candidate& act : turn.understanding().acts) {
    if (act.intent->kind == IntentKind::kControl) return act.intent->action;
  }
  return Action::kNone;
}

}  // namespace

bool Control(Turn& turn) {
  const Action action = RequestedAction(turn);
  const auto found = std::find_if(
      kActions.begin(), kActions.end(),
      [&](const ControlAction& entry) { return entry.action == action; });
  if (found == kActions.end()) return false;
  found->perform(turn);
  if (found->pending == Pending::kRestate && QuestionWaits(turn)) {
    RestatePending(turn);
  }
  turn.reply.outcome = Outcome::kControl;
  turn.state.misunderstood = 0;
  turn.Note("control {}", ActionName(action));
  return true;
}

}  // namespace quiver
