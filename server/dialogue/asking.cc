#include "dialogue/asking.h"

#include <fmt/compile.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {
namespace {

void OfferValues(Turn& turn, const Slot& slot) {
  const Entity* entity = turn.catalog().FindEntity(slot.name);
  std::vector<Option>& options = turn.reply.options;
  options.reserve(options.size() + slot.options.size() + 1);
  for (const std::string& value : slot.options) {
    Option& option = options.emplace_back();
    option.option_id = fmt::format(FMT_COMPILE("{}.{}"), slot.name, value);
    option.label = entity->Find(value)->label;
  }
  Option& unsure = options.emplace_back();
  unsure.option_id = kUnsureOption;
  unsure.label = turn.catalog().Message("unsure_label", 0);
}

// Puts a question for `slot` in the reply, in the words of `text`.
void PutQuestion(Turn& turn, const Slot& slot, std::string_view text) {
  SayText(turn, MessageKind::kQuestion, text);
  turn.reply.options.clear();
  OfferValues(turn, slot);
  turn.reply.picker = slot.picker;
  turn.reply.multiple = slot.multiple;
  turn.reply.pending_slot = slot.name;
}

// The wording of the question for `slot` that is next in turn.
const std::string& Wording(const Turn& turn, const Slot& slot) {
  const uint64_t variant = turn.state.turn + turn.state.TimesAsked(slot.name);
  return slot.questions[variant % slot.questions.size()];
}

bool IsAbout(const Document& document, const Conjunction& references) {
  return std::all_of(
      references.begin(), references.end(), [&](const Reference& reference) {
        return std::any_of(document.about.begin(), document.about.end(),
                           [&](const About& about) {
                             return about.entity == reference.entity &&
                                    about.value == reference.value;
                           });
      });
}

bool IsAbout(const Document& document, const Condition& condition) {
  return std::any_of(condition.begin(), condition.end(),
                     [&](const Conjunction& references) {
                       return IsAbout(document, references);
                     });
}

bool IsAbout(const Catalog& catalog, const Topic& topic,
             const Condition& condition) {
  return std::any_of(topic.documents.begin(), topic.documents.end(),
                     [&](const std::string& id) {
                       const Document* document = catalog.FindDocument(id);
                       return document != nullptr &&
                              IsAbout(*document, condition);
                     });
}

// Whether something that was said, or that `topic` is about, makes `slot`
// pointless.
bool IsPointless(const Turn& turn, const Topic& topic, const Slot& slot) {
  return turn.state.Holds(slot.unless) ||
         turn.understanding().Holds(slot.unless) ||
         IsAbout(turn.catalog(), topic, slot.unless);
}

bool WorthAsking(const Turn& turn, const Topic& topic, const Slot& slot) {
  return !turn.state.Settled(slot.name) &&
         turn.state.TimesAsked(slot.name) == 0 &&
         !IsPointless(turn, topic, slot);
}

const std::vector<std::string>& FollowUps(const Catalog& catalog,
                                          const Topic& topic) {
  static const std::vector<std::string> none;
  const Intent* intent = catalog.FindIntent(topic.intent);
  if (intent != nullptr && !intent->follow_ups.empty()) {
    return intent->follow_ups;
  }
  const Document* document =
      topic.documents.empty() ? nullptr
                              : catalog.FindDocument(topic.documents.front());
  return document == nullptr ? none : document->follow_ups;
}

// The first slot that is worth asking for; null when there is none.
const Slot* NextSlot(const Turn& turn, const Topic& topic) {
  for (const std::string& name : FollowUps(turn.catalog(), topic)) {
    const Slot* slot = turn.catalog().FindSlot(name);
    if (slot != nullptr && WorthAsking(turn, topic, *slot)) return slot;
  }
  return nullptr;
}

// Whether the question that waits may be asked once more.
bool MayResume(const Turn& turn, const Topic& topic) {
  if (!QuestionWaits(turn)) return false;
  const Slot& slot = *turn.catalog().FindSlot(turn.state.pending->slot);
  return turn.state.TimesAsked(slot.name) < kMostTimesAsked &&
         !IsPointless(turn, topic, slot);
}

}  // namespace

bool MakesNoDifference(const Turn& turn, std::string_view entity) {
  const Slot* slot = turn.catalog().FindSlot(entity);
  return slot != nullptr && !turn.understanding().Asks() &&
         turn.state.Holds(slot->unless) &&
         IsAbout(turn.catalog(), turn.state.topic, slot->unless);
}

bool HasOpenQuestion(const Turn& turn, const Topic& topic) {
  return MayResume(turn, topic) || NextSlot(turn, topic) != nullptr;
}

void AskSlot(Turn& turn, const Slot& slot, bool rephrased) {
  PutQuestion(turn, slot, rephrased ? slot.rephrased : Wording(turn, slot));
  turn.reply.outcome = Outcome::kAsked;
  CountAsked(turn.state, slot.name);
  turn.state.pending = PendingQuestion{slot.name, false};
  turn.Note("asked for {}", slot.name);
}

bool AskNext(Turn& turn) {
  const Slot* slot = NextSlot(turn, turn.state.topic);
  if (slot == nullptr) return false;
  AskSlot(turn, *slot, /*rephrased=*/false);
  return true;
}

void GoOnAsking(Turn& turn) {
  std::optional<PendingQuestion>& pending = turn.state.pending;
  if (!MayResume(turn, turn.state.topic)) {
    pending.reset();
    AskNext(turn);
    return;
  }
  SayMessage(turn, MessageKind::kRemark, "resume");
  AskSlot(turn, *turn.catalog().FindSlot(pending->slot), /*rephrased=*/false);
  pending->interrupted = true;
}

bool QuestionWaits(const Turn& turn) {
  const std::optional<PendingQuestion>& pending = turn.state.pending;
  return pending && !pending->interrupted && !turn.state.Settled(pending->slot);
}

void RestatePending(Turn& turn) {
  const Slot* slot = turn.catalog().FindSlot(turn.state.pending->slot);
  PutQuestion(turn, *slot, Wording(turn, *slot));
}

}  // namespace quiver
