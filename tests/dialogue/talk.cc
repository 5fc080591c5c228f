#include "dialogue/talk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "support/bicycle_catalog.h"
#include "text/reader.h"

namespace quiver {
namespace {

const Catalog& TheCatalog() {
  static const Catalog& catalog = *BicycleCatalog();
  return catalog;
}

// A name in a test that the content does not have is a mistake of the test.
template <typename Thing>
const Thing& Existing(const Thing* thing, std::string_view name) {
  if (thing == nullptr) {
    ADD_FAILURE() << "the bicycle assistant has no " << name;
    std::abort();
  }
  return *thing;
}

void Append(std::string& list, std::string_view item) {
  if (!list.empty()) list += " ";
  list += item;
}

}  // namespace

Meaning& Meaning::Typed(std::string text) {
  said_.understanding.utterance.raw.text = Normalize(text);
  said_.input.text = std::move(text);
  return *this;
}

Meaning& Meaning::Tells(std::string text) {
  said_.understanding.utterance.corrected.tokens = Tokenize(text);
  return Typed(std::move(text));
}

Meaning& Meaning::Tapped(std::initializer_list<std::string> option_ids) {
  said_.input.option_ids = option_ids;
  return *this;
}

Meaning& Meaning::Event(VisitorEvent event) {
  said_.input.event = event;
  return *this;
}

Mention& Meaning::Add(std::string_view detail) {
  const size_t equals = detail.find('=');
  Mention& mention = said_.understanding.mentions.emplace_back();
  mention.entity =
      &Existing(TheCatalog().FindEntity(detail.substr(0, equals)), detail);
  mention.value = std::string(detail.substr(equals + 1));
  said_.understanding.names_subject |= mention.entity->subject;
  return mention;
}

Meaning& Meaning::Detail(std::string_view detail, std::string_view side) {
  Add(detail).side = side;
  return *this;
}

Meaning& Meaning::Denies(std::string_view detail) {
  Add(detail).assertion.negated = true;
  return *this;
}

Meaning& Meaning::Supposes(std::string_view detail) {
  Add(detail).assertion.hypothetical = true;
  return *this;
}

Meaning& Meaning::OfFamily(std::string_view detail) {
  Add(detail).assertion.experiencer = Experiencer::kFamilyHistory;
  return *this;
}

Candidate& Meaning::AddQuestion(std::string_view document, Method method,
                                double confidence) {
  Candidate candidate;
  candidate.document = &Existing(TheCatalog().FindDocument(document), document);
  candidate.method = method;
  candidate.confidence = confidence;
  Question& question = said_.understanding.questions.emplace_back();
  question.candidates.push_back(candidate);
  return question.candidates.back();
}

Meaning& Meaning::Asks(std::string_view name, std::string_view document) {
  const Intent& intent = Existing(TheCatalog().FindIntent(name), name);
  AddQuestion(document.empty() ? intent.answer : document, Method::kPattern,
              0.95)
      .intent = &intent;
  return *this;
}

Meaning& Meaning::Resembles(std::string_view document, double confidence) {
  AddQuestion(document, Method::kRetrieval, confidence);
  return *this;
}

Meaning& Meaning::Or(std::string_view document, double confidence) {
  Candidate candidate = said_.understanding.questions.back().candidates.back();
  candidate.document = &Existing(TheCatalog().FindDocument(document), document);
  candidate.confidence = confidence;
  said_.understanding.questions.back().candidates.push_back(candidate);
  return *this;
}

Meaning& Meaning::DetailsOnly() {
  const Intent& intent = *TheCatalog().FindIntent("causes");
  AddQuestion(intent.answer, Method::kDetails, 0.6).intent = &intent;
  return *this;
}

Meaning& Meaning::Does(std::string_view name) {
  Candidate act;
  act.intent = &Existing(TheCatalog().FindIntent(name), name);
  act.confidence = 0.95;
  said_.understanding.acts.push_back(act);
  return *this;
}

Meaning& Meaning::Danger(std::string_view rule) {
  said_.understanding.safety.push_back(
      {&Existing(TheCatalog().FindSafetyRule(rule), rule), "evidence", {}});
  return *this;
}

Meaning& Meaning::AsQuestion() {
  Clause clause;
  clause.question = true;
  said_.understanding.utterance.corrected.clauses.push_back(clause);
  return *this;
}

Meaning& Meaning::InOtherLanguage() {
  said_.understanding.other_language = true;
  return *this;
}

Talk::Talk() : catalog_(BicycleCatalog()) {}

const Reply& Talk::Say(const Meaning& meaning) {
  const Said& said = meaning.said();
  last_ =
      Decide({*catalog_, said.understanding, thresholds_, said.input, today_},
             last_.state);
  return last_.reply;
}

std::string TextOf(const Reply& reply) {
  std::string text;
  for (const Message& message : reply.messages) {
    if (!text.empty()) text += " | ";
    text += PlainText(message.blocks);
  }
  return text;
}

std::string OptionsOf(const Reply& reply) {
  std::string ids;
  for (const Option& option : reply.options) Append(ids, option.option_id);
  return ids;
}

std::string CitedBy(const Reply& reply) {
  std::string ids;
  for (const Citation& citation : reply.citations) {
    Append(ids, citation.document_id);
  }
  return ids;
}

std::string SlotsOf(const SessionState& state) {
  std::string slots;
  for (const RememberedSlot& slot : state.slots) {
    std::string text = slot.name + "=";
    if (slot.negated) text += "!";
    if (!slot.side.empty()) text += slot.side + " ";
    text += slot.declined ? "?" : slot.value;
    Append(slots, text);
  }
  return slots;
}

}  // namespace quiver
