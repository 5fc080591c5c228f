#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/answering.h"
#include "dialogue/asking.h"
#include "dialogue/details.h"
#include "dialogue/rules.h"
#include "dialogue/slot_answers.h"
#include "text/reader.h"

namespace quiver {
namespace {

// Takes the first word off `text`, without punctuation around it; empty when
// there is none.
std::string_view TakeWord(std::string_view& text) {
  constexpr std::string_view kBetween = " ,;.)(#&+";
  text.remove_prefix(std::min(text.find_first_not_of(kBetween), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBetween));
  text.remove_prefix(word.size());
  return word;
}

// The numbers that `text` is made of, as in "2" or "1 and 3"; none when it
// holds anything else.
std::vector<size_t> NumbersIn(std::string_view text) {
  std::vector<size_t> numbers;
  for (std::string_view word = TakeWord(text); !word.empty();
       word = TakeWord(text)) {
    if (word == "and") continue;
    size_t number = 0;
    const char* const last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, number);
    if (error != std::errc() || end != last) return {};
    numbers.push_back(number);
  }
  return numbers;
}

// The options of `offer` with the numbers in `text`, counted from 1.
std::vector<std::string> OptionsByNumber(const Reply& offer,
                                         std::string_view text) {
  const std::vector<size_t> numbers = NumbersIn(text);
  if (numbers.size() > 1 && !offer.multiple) return {};
  std::vector<std::string> ids;
  for (const size_t number : numbers) {
    if (number < 1 || number > offer.options.size()) return {};
    ids.push_back(offer.options[number - 1].option_id);
  }
  return ids;
}

// "yes", when one document was offered; "no" and "none of these".
std::vector<std::string> OptionsByConsent(const Turn& turn,
                                          const Reply& offer) {
  if (offer.outcome != Outcome::kClarify) return {};
  if (Does(turn, Action::kNoneOfThese) || Does(turn, Action::kNo)) {
    return {kNoneOption};
  }
  const bool one = offer.options.size() == 2;  // And "none of these".
  if (one && Does(turn, Action::kYes)) return {offer.options[0].option_id};
  return {};
}

// Whether `label`, normalized, is `text`.
bool Reads(std::string_view label, std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<signed char>(c) >= 0; };
  // Nothing that is ASCII becomes longer.
  if (label.size() < text.size() &&
      std::all_of(label.begin(), label.end(), is_ascii)) {
    return false;
  }
  return Normalize(label) == text;
}

// The offered options that the visitor typed.
std::vector<std::string> TypedOptions(const Turn& turn) {
  const Reply& offer = turn.state.last_reply;
  if (offer.options.empty()) return {};
  const std::string& text = turn.understanding().utterance.raw.text;
  if (text.empty()) return {};
  std::vector<std::string> ids = OptionsByNumber(offer, text);
  if (!ids.empty()) return ids;
  for (const Option& option : offer.options) {
    if (Reads(option.label, text)) return {option.option_id};
  }
  return OptionsByConsent(turn, offer);
}

// Takes "<slot>.<value>".
bool TakeSlotOption(Turn& turn, std::string_view id) {
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return false;
  const Slot* slot = turn.catalog().FindSlot(id.substr(0, dot));
  if (slot == nullptr) return false;
  const EntityValue* value =
      turn.catalog().FindEntity(slot->name)->Find(id.substr(dot + 1));
  if (value == nullptr) return false;
  LearnTapped(turn, *slot, *value);
  return true;
}

bool TakeDocumentOption(Turn& turn, std::string_view id) {
  const std::string_view prefix = kDocumentOptionPrefix;
  if (!id.starts_with(prefix)) return false;
  const Document* document =
      turn.catalog().FindDocument(id.substr(prefix.size()));
  if (document == nullptr) return false;
  const bool urgent = LeaveUrgencyBehind(turn);
  GiveAnswer(turn, InquiryOf(*document));
  if (!urgent) GoOnAsking(turn);
  return true;
}

// The choice is gone from the content: what is left is offered again.
void ReportStaleOption(Turn& turn) {
  SayMessage(turn, MessageKind::kRemark, "stale_option");
  turn.reply.outcome = Outcome::kFallback;
  if (turn.state.pending) {
    RestatePending(turn);
    turn.reply.outcome = Outcome::kAsked;
    return;
  }
  for (const Option& option : turn.state.last_reply.options) {
    if (turn.catalog().FindDocument(option.document_id) != nullptr ||
        option.option_id == kNoneOption) {
      turn.reply.options.push_back(option);
    }
  }
}

void TakeOptions(Turn& turn, const std::vector<std::string>& ids) {
  bool slot_taken = false;
  for (const std::string& id : ids) {
    if (id == kUnsureOption && turn.state.pending) {
      return Decline(turn, "unsure");
    }
    if (id == kNoneOption) {
      FallBack(turn);
      return;
    }
    if (TakeDocumentOption(turn, id)) return;
    slot_taken |= TakeSlotOption(turn, id);
  }
  if (slot_taken) return AcceptAnswer(turn);
  ReportStaleOption(turn);
}

}  // namespace

bool TakeOption(Turn& turn) {
  std::vector<std::string> ids = turn.input.visitor.option_ids;
  if (ids.empty()) ids = TypedOptions(turn);
  if (ids.empty()) return false;
  turn.Note("options: {}", fmt::join(ids, ", "));
  TakeOptions(turn, ids);
  return true;
}

}  // namespace quiver
