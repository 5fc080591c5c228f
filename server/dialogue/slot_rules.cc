#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "dialogue/answering.h"
#include "dialogue/rules.h"
#include "text/reader.h"

namespace quiver {
namespace {

bool HasClearQuestion(const Turn& turn) {
  const auto& questions = turn.understanding().questions;
  return std::any_of(questions.begin(), questions.end(),
                     [&](const Question& question) {
                       const Candidate& best = question.candidates.front();
                       return best.method != Method::kDetails &&
                              best.confidence >= turn.input.thresholds.answer;
                     });
}

bool Mentions(const Turn& turn, std::string_view entity) {
  const auto& mentions = turn.understanding().mentions;
  return std::any_of(
      mentions.begin(), mentions.end(),
      [&](const Mention& mention) { return mention.entity->name == entity; });
}

bool Does(const Turn& turn, Action action) {
  const auto& acts = turn.understanding().acts;
  return std::any_of(acts.begin(), acts.end(), [&](const Candidate& act) {
    return act.intent->action == action;
  });
}

void Decline(Turn& turn, const std::string& slot, std::string_view message) {
  Remember(turn.state, {.name = slot,
                        .value = "",
                        .side = "",
                        .negated = false,
                        .declined = true,
                        .turn = turn.state.turn});
  turn.state.pending.reset();
  turn.state.misunderstood = 0;
  SayMessage(turn, MessageKind::kRemark, message);
  turn.reply.outcome = Outcome::kAnswered;
  turn.Note("declined " + slot);
  AskFirstOpenSlot(turn, FollowUpsOf(turn, turn.state.topic));
}

// Advice again, now that more is known; then the next question.
void Advise(Turn& turn) {
  turn.state.pending.reset();
  const Inquiry inquiry = InquiryOf(turn.catalog(), turn.state.topic);
  if (inquiry.document != nullptr) GiveAnswer(turn, inquiry);
  turn.state.misunderstood = 0;
  AskFirstOpenSlot(turn, FollowUpsOf(turn, turn.state.topic));
}

// The offered option that `text` means: its number, or its label.
std::optional<std::string> TypedOption(const Turn& turn) {
  const std::string text = Normalize(turn.input.visitor.text);
  size_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  const auto& options = turn.state.last_reply.options;
  if (error == std::errc() && end == text.data() + text.size() && number >= 1 &&
      number <= options.size()) {
    return options[number - 1].option_id;
  }
  for (const Option& option : options) {
    if (!text.empty() && Normalize(option.label) == text) {
      return option.option_id;
    }
  }
  return std::nullopt;
}

bool TakeSlotOption(Turn& turn, std::string_view id) {
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return false;
  const Slot* slot = turn.catalog().FindSlot(id.substr(0, dot));
  if (slot == nullptr) return false;
  const std::string value(id.substr(dot + 1));
  if (turn.catalog().FindEntity(slot->name)->Find(value) == nullptr) {
    return false;
  }
  Remember(turn.state, {.name = slot->name,
                        .value = value,
                        .side = "",
                        .negated = false,
                        .declined = false,
                        .turn = turn.state.turn});
  return true;
}

bool TakeDocumentOption(Turn& turn, std::string_view id) {
  const std::string_view prefix = kDocumentOptionPrefix;
  if (!id.starts_with(prefix)) return false;
  const Document* document =
      turn.catalog().FindDocument(id.substr(prefix.size()));
  if (document == nullptr) return false;
  GiveAnswer(turn, {nullptr, document, 0, ""});
  GoOnAsking(turn);
  return true;
}

void ReportStaleOption(Turn& turn) {
  SayMessage(turn, MessageKind::kRemark, "stale_option");
  turn.reply.outcome = Outcome::kFallback;
  if (turn.state.pending) {
    AskSlot(turn, *turn.catalog().FindSlot(turn.state.pending->slot), true);
  }
}

void TakeOptions(Turn& turn, const std::vector<std::string>& ids) {
  bool slot_taken = false;
  for (const std::string& id : ids) {
    if (id == kUnsureOption && turn.state.pending) {
      return Decline(turn, turn.state.pending->slot, "unsure");
    }
    if (id == kNoneOption) {
      FallBack(turn);
      return;
    }
    if (TakeDocumentOption(turn, id)) return;
    slot_taken |= TakeSlotOption(turn, id);
  }
  if (slot_taken) return Advise(turn);
  ReportStaleOption(turn);
}

}  // namespace

bool TakeOption(Turn& turn) {
  std::vector<std::string> ids = turn.input.visitor.option_ids;
  if (ids.empty()) {
    const std::optional<std::string> typed = TypedOption(turn);
    if (!typed) return false;
    ids = {*typed};
  }
  turn.Note(fmt::format("options: {}", fmt::join(ids, ", ")));
  TakeOptions(turn, ids);
  return true;
}

bool TakeAnswer(Turn& turn) {
  if (!turn.state.pending || HasClearQuestion(turn)) return false;
  const std::string slot = turn.state.pending->slot;
  if (Mentions(turn, slot)) {
    RememberDetails(turn);
    Advise(turn);
    return true;
  }
  if (Does(turn, Action::kUnsure)) {
    Decline(turn, slot, "unsure");
    return true;
  }
  if (Does(turn, Action::kSkip) || Does(turn, Action::kNo) ||
      Does(turn, Action::kNoneOfThese)) {
    Decline(turn, slot, "skipped");
    return true;
  }
  return false;
}

}  // namespace quiver
