#include "dialogue/turn.h"

#include <fmt/compile.h>

#include <algorithm>
#include <utility>

namespace quiver {
namespace {

// `text` as paragraphs: apart by empty lines, each in one line.
std::vector<Block> ParagraphsOf(std::string_view text) {
  std::vector<Block> paragraphs;
  std::string joined;
  const auto finish = [&] {
    while (!joined.empty() && joined.back() == ' ') joined.pop_back();
    if (joined.empty()) return;
    Block& paragraph = paragraphs.emplace_back();
    paragraph.text = std::exchange(joined, "");
  };
  while (true) {
    const size_t end = text.find('\n');
    joined += text.substr(0, end);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.starts_with('\n')) {
      finish();
    } else if (!joined.empty()) {
      joined.push_back(' ');
    }
  }
  finish();
  return paragraphs;
}

void AddSources(const Document& document, const std::vector<std::string>& names,
                Citation& citation) {
  citation.sources.reserve(citation.sources.size() + names.size());
  for (const std::string& name : names) {
    const bool cited =
        std::any_of(citation.sources.begin(), citation.sources.end(),
                    [&](const Source& source) { return source.name == name; });
    const Source* source = cited ? nullptr : document.FindSource(name);
    if (source != nullptr) citation.sources.push_back(*source);
  }
}

Citation MakeCitation(const Document& document, absl::CivilDay today) {
  Citation citation;
  citation.document_id = document.id;
  citation.topic = document.topic;
  citation.title = document.title;
  citation.reviewed =
      fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), document.reviewed.year(),
                  document.reviewed.month(), document.reviewed.day());
  citation.outdated = document.review_by < today;
  citation.approved = document.status == DocumentStatus::kApproved;
  return citation;
}

}  // namespace

Turn::Turn(const DecisionInput& decision_input, SessionState before)
    : input(decision_input), state(std::move(before)) {
  for (const std::string& dropped : Reconcile(state, input.catalog)) {
    Note("no longer in the content: {}", dropped);
  }
  state.assistant = input.catalog.assistant;
  state.content_hash = input.catalog.content_hash;
  before_last = {std::move(state.previous_slots),
                 std::move(state.previous_topic)};
  state.previous_slots = state.slots;
  state.previous_topic = state.topic;
  ++state.turn;
}

std::string FillFields(std::string text, const Fields& fields) {
  for (const auto& [name, value] : fields) {
    const std::string placeholder = fmt::format(FMT_COMPILE("{{{}}}"), name);
    const size_t at = text.find(placeholder);
    if (at != std::string::npos) text.replace(at, placeholder.size(), value);
  }
  return text;
}

void SayBlocks(Turn& turn, MessageKind kind, std::vector<Block> blocks) {
  turn.reply.messages.push_back({kind, std::move(blocks)});
}

void SayText(Turn& turn, MessageKind kind, std::string_view text) {
  SayBlocks(turn, kind, ParagraphsOf(text));
}

void SayMessage(Turn& turn, MessageKind kind, std::string_view key,
                const Fields& fields) {
  SayText(turn, kind,
          FillFields(turn.catalog().Message(key, turn.state.turn), fields));
}

void SayList(Turn& turn, MessageKind kind, std::string_view key,
             std::vector<std::string> items) {
  std::vector<Block> blocks =
      ParagraphsOf(turn.catalog().Message(key, turn.state.turn));
  if (!items.empty()) {
    Block& list = blocks.emplace_back();
    list.kind = BlockKind::kList;
    list.items = std::move(items);
  }
  SayBlocks(turn, kind, std::move(blocks));
}

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
  }
  AddSources(document, sources, *found);
}

void FlagOutdated(Turn& turn) {
  if (turn.repeats) return;
  std::vector<Message>& messages = turn.reply.messages;
  const auto answer = std::find_if(
      messages.rbegin(), messages.rend(), [](const Message& message) {
        return message.kind == MessageKind::kAnswer;
      });
  const size_t before = messages.size();
  const size_t behind =
      answer == messages.rend()
          ? before
          : static_cast<size_t>(answer.base() - messages.begin());
  for (const Citation& citation : turn.reply.citations) {
    if (!citation.outdated) continue;
    SayMessage(turn, MessageKind::kRemark, "outdated",
               {{"title", citation.title}});
  }
  std::rotate(messages.begin() + static_cast<ptrdiff_t>(behind),
              messages.begin() + static_cast<ptrdiff_t>(before),
              messages.end());
}

void TellPassage(Turn& turn, const Document& document, size_t index) {
  const Passage& passage = document.passages[index];
  SayBlocks(turn, MessageKind::kAnswer, passage.blocks);
  Cite(turn, document, passage.sources);
  if (CountTold(turn.state, document.id, index)) {
    turn.told.push_back({&document, index});
  }
  turn.Note("told {}#{}", document.id, index);
}

void OfferDocument(Turn& turn, const Document& document) {
  std::vector<Option>& options = turn.reply.options;
  const bool offered = std::any_of(
      options.begin(), options.end(),
      [&](const Option& option) { return option.document_id == document.id; });
  if (offered) return;
  options.push_back({kDocumentOptionPrefix + document.id, document.title,
                     document.id, document.topic});
}

void OfferNone(Turn& turn) {
  turn.reply.options.push_back(
      {kNoneOption, turn.catalog().Message("clarify_none", 0), "", ""});
}

}  // namespace quiver
