#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dialogue/answering.h"
#include "dialogue/rules.h"

namespace quiver {
namespace {

void SayNothingYet(Turn& turn) {
  SayMessage(turn, MessageKind::kAnswer, "nothing_yet");
}

void Help(Turn& turn) {
  SayMessage(turn, MessageKind::kAnswer, "help");
  for (const std::string& starter : turn.catalog().profile.starters) {
    if (turn.reply.messages.back().blocks.size() == 1) {
      turn.reply.messages.back().blocks.push_back({.kind = BlockKind::kList,
                                                   .text = "",
                                                   .items = {},
                                                   .ordered = false,
                                                   .url = ""});
    }
    turn.reply.messages.back().blocks.back().items.push_back(starter);
  }
}

void StartOver(Turn& turn) {
  SessionState fresh;
  fresh.assistant = turn.state.assistant;
  fresh.content_hash = turn.state.content_hash;
  fresh.turn = turn.state.turn;
  turn.state = std::move(fresh);
  SayMessage(turn, MessageKind::kAnswer, "restarted");
}

void GoBack(Turn& turn) {
  if (turn.input.state.turn == 0) return SayNothingYet(turn);
  turn.state.slots = turn.input.state.previous_slots;
  turn.state.topic = turn.input.state.previous_topic;
  turn.state.pending.reset();
  SayMessage(turn, MessageKind::kRemark, "went_back");
  AskFirstOpenSlot(turn, FollowUpsOf(turn, turn.state.topic));
}

void Repeat(Turn& turn) {
  const Reply& last = turn.input.state.last_reply;
  if (last.messages.empty()) return SayNothingYet(turn);
  const Outcome outcome = turn.reply.outcome;
  turn.reply = last;
  turn.reply.outcome = outcome;
}

std::vector<std::string> RememberedLines(const Turn& turn) {
  std::vector<std::string> lines;
  for (const RememberedSlot& slot : turn.state.slots) {
    if (slot.declined) continue;
    std::string label = SlotLabel(turn.catalog(), slot);
    lines.push_back(slot.negated ? "not: " + label : std::move(label));
  }
  return lines;
}

void Recall(Turn& turn) {
  std::vector<std::string> lines = RememberedLines(turn);
  if (lines.empty()) {
    return SayMessage(turn, MessageKind::kAnswer, "recall_empty");
  }
  SayList(turn, MessageKind::kAnswer, "recall", std::move(lines));
}

void Summarize(Turn& turn) {
  std::vector<std::string> lines = RememberedLines(turn);
  if (lines.empty()) {
    return SayMessage(turn, MessageKind::kAnswer, "recall_empty");
  }
  SayList(turn, MessageKind::kAnswer, "summary", std::move(lines));
}

void Forget(Turn& turn) {
  StartOver(turn);
  turn.reply.messages.clear();
  SayMessage(turn, MessageKind::kAnswer, "forgotten");
  turn.forget = true;
}

void ExplainQuestion(Turn& turn) {
  if (!turn.state.pending) return SayNothingYet(turn);
  const Slot& slot = *turn.catalog().FindSlot(turn.state.pending->slot);
  SayText(turn, MessageKind::kAnswer, slot.reason);
  const Outcome outcome = turn.reply.outcome;
  AskSlot(turn, slot, /*rephrased=*/false);
  turn.reply.outcome = outcome;
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
  const Document* document = TopicDocument(turn);
  if (document == nullptr) return SayNothingYet(turn);
  for (size_t i = 0; i < document->passages.size(); ++i) {
    if (!turn.state.WasTold(document->id, i)) {
      return TellPassage(turn, *document, i);
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
  TellPassage(turn, *document, static_cast<size_t>(section));
}

void TakeRejection(Turn& turn) {
  SayMessage(turn, MessageKind::kAnswer, "rejected");
  const Document* document = TopicDocument(turn);
  for (const Intent& intent : turn.catalog().intents) {
    if (turn.reply.options.size() == 3) break;
    const Document* other = turn.catalog().FindDocument(intent.answer);
    if (other != nullptr && other != document) OfferDocument(turn, *other);
  }
}

struct ControlAction {
  Action action;
  void (*perform)(Turn&);
};

constexpr std::array kActions = {
    ControlAction{Action::kHelp, Help},
    ControlAction{Action::kStartOver, StartOver},
    ControlAction{Action::kGoBack, GoBack},
    ControlAction{Action::kRepeat, Repeat},
    ControlAction{Action::kRecall, Recall},
    ControlAction{Action::kForget, Forget},
    ControlAction{Action::kExplainQuestion, ExplainQuestion},
    ControlAction{Action::kReject, TakeRejection},
    ControlAction{Action::kSimpler, Simplify},
    ControlAction{Action::kMore, TellMore},
    ControlAction{Action::kSummarize, Summarize},
    ControlAction{Action::kWhy, TellWhy},
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
  turn.reply.outcome = Outcome::kControl;
  found->perform(turn);
  turn.reply.outcome = Outcome::kControl;
  turn.state.misunderstood = 0;
  turn.Note(fmt::format("control {}", ActionName(action)));
  return true;
}

}  // namespace quiver
