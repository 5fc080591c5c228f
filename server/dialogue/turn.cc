#include "dialogue/turn.h"

#include <fmt/format.h>

#include <algorithm>

namespace quiver {

Turn::Turn(const DecisionInput& decision_input)
    : input(decision_input), state(decision_input.state) {
  for (std::string& dropped : Reconcile(state, input.catalog)) {
    Note("no longer in the content: " + dropped);
  }
  state.assistant = input.catalog.assistant;
  state.content_hash = input.catalog.content_hash;
  ++state.turn;
}

void Turn::Note(std::string reason) {
  trace.push_back({"dialogue", std::move(reason)});
}

std::string FillFields(std::string text, const Fields& fields) {
  for (const auto& [name, value] : fields) {
    const std::string placeholder = fmt::format("{{{}}}", name);
    const size_t at = text.find(placeholder);
    if (at != std::string::npos) text.replace(at, placeholder.size(), value);
  }
  return text;
}

void SayBlocks(Turn& turn, MessageKind kind, std::vector<Block> blocks) {
  turn.reply.messages.push_back({kind, std::move(blocks)});
}

void SayText(Turn& turn, MessageKind kind, std::string text) {
  Block paragraph;
  paragraph.text = std::move(text);
  SayBlocks(turn, kind, {std::move(paragraph)});
}

void SayMessage(Turn& turn, MessageKind kind, std::string_view key,
                const Fields& fields) {
  SayText(turn, kind,
          FillFields(turn.catalog().Message(key, turn.state.turn), fields));
}

void SayList(Turn& turn, MessageKind kind, std::string_view key,
             std::vector<std::string> items) {
  Block opening;
  opening.text = turn.catalog().Message(key, turn.state.turn);
  Block list;
  list.kind = BlockKind::kList;
  list.items = std::move(items);
  SayBlocks(turn, kind, {std::move(opening), std::move(list)});
}

namespace {

void AddSources(const Document& document, const std::vector<std::string>& names,
                Citation& citation) {
  for (const std::string& name : names) {
    const Source* source = document.FindSource(name);
    if (source == nullptr) continue;
    const bool cited =
        std::find(citation.sources.begin(), citation.sources.end(), *source) !=
        citation.sources.end();
    if (!cited) citation.sources.push_back(*source);
  }
}

Citation MakeCitation(const Document& document, absl::CivilDay today) {
  Citation citation;
  citation.document_id = document.id;
  citation.topic = document.topic;
  citation.title = document.title;
  citation.reviewed =
      fmt::format("{:04}-{:02}-{:02}", document.reviewed.year(),
                  document.reviewed.month(), document.reviewed.day());
  citation.outdated = document.review_by < today;
  citation.approved = document.status == DocumentStatus::kApproved;
  return citation;
}

}  // namespace

void Cite(Turn& turn, const Document& document,
          const std::vector<std::string>& sources) {
  std::vector<Citation>& citations = turn.reply.citations;
  auto found = std::find_if(citations.begin(), citations.end(),
                            [&](const Citation& citation) {
                              return citation.document_id == document.id;
                            });
  if (found == citations.end()) {
    citations.push_back(MakeCitation(document, turn.input.today));
    found = std::prev(citations.end());
    if (found->outdated) {
      SayMessage(turn, MessageKind::kRemark, "outdated",
                 {{"title", document.title}});
    }
  }
  AddSources(document, sources, *found);
}

void TellPassage(Turn& turn, const Document& document, size_t index) {
  const Passage& passage = document.passages[index];
  SayBlocks(turn, MessageKind::kAnswer, passage.blocks);
  Cite(turn, document, passage.sources);
  CountTold(turn.state, document.id, index);
  turn.Note(fmt::format("told {}#{}", document.id, index));
}

void OfferDocument(Turn& turn, const Document& document) {
  turn.reply.options.push_back({kDocumentOptionPrefix + document.id,
                                document.title, document.id, document.topic});
}

void OfferNone(Turn& turn) {
  turn.reply.options.push_back(
      {kNoneOption, turn.catalog().Message("clarify_none", 0), "", ""});
}

namespace {

void OfferValues(Turn& turn, const Slot& slot) {
  const Entity* entity = turn.catalog().FindEntity(slot.name);
  for (const std::string& value : slot.options) {
    turn.reply.options.push_back({fmt::format("{}.{}", slot.name, value),
                                  entity->Find(value)->label, "", ""});
  }
  turn.reply.options.push_back(
      {kUnsureOption, turn.catalog().Message("unsure_label", 0), "", ""});
}

bool WorthAsking(const Turn& turn, const Slot& slot) {
  return !turn.state.Settled(slot.name) &&
         turn.state.TimesAsked(slot.name) == 0 &&
         !turn.state.Holds(slot.unless) &&
         !turn.understanding().Holds(slot.unless);
}

}  // namespace

void AskSlot(Turn& turn, const Slot& slot, bool rephrased) {
  const uint32_t times = turn.state.TimesAsked(slot.name);
  SayText(
      turn, MessageKind::kQuestion,
      rephrased
          ? slot.rephrased
          : slot.questions[(turn.state.turn + times) % slot.questions.size()]);
  turn.reply.options.clear();
  OfferValues(turn, slot);
  turn.reply.picker = slot.picker;
  turn.reply.multiple = slot.multiple;
  turn.reply.pending_slot = slot.name;
  turn.reply.outcome = Outcome::kAsked;
  CountAsked(turn.state, slot.name);
  turn.state.pending = PendingQuestion{slot.name, false};
  turn.Note("asked for " + slot.name);
}

bool AskFirstOpenSlot(Turn& turn, const std::vector<std::string>& slots) {
  for (const std::string& name : slots) {
    const Slot* slot = turn.catalog().FindSlot(name);
    if (slot == nullptr || !WorthAsking(turn, *slot)) continue;
    AskSlot(turn, *slot, /*rephrased=*/false);
    return true;
  }
  return false;
}

std::string SlotLabel(const Catalog& catalog, const RememberedSlot& slot) {
  const Entity* entity = catalog.FindEntity(slot.name);
  const EntityValue* value =
      entity == nullptr ? nullptr : entity->Find(slot.value);
  const std::string& label = value == nullptr ? slot.value : value->label;
  return slot.side.empty() ? label : slot.side + " " + label;
}

}  // namespace quiver
