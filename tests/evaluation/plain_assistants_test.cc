// Assistants that mark nothing as their subject: one made of examples, one of
// documents.  Messages go the whole way from bytes to reply.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/content_loader.h"
#include "content/message_keys.h"
#include "conversation/turn_taking.h"
#include "text/dictionary.h"

namespace quiver {
namespace {

struct Page {
  std::string id;
  std::vector<std::string> examples;
  std::string body;
};

const std::vector<Page>& Pages() {
  static const auto& pages = *new std::vector<Page>{
      {"renewing",
       {"how do I renew a book", "can I keep a book longer",
        "extend my loan please", "I need more time for this novel",
        "is it possible to prolong a loan", "renew what I have borrowed"},
       "Renew a loan online or at the desk, twice at most, unless somebody "
       "waits for the book."},
      {"opening-hours",
       {"when are you open", "what time does the library close",
        "are you open on sunday", "opening hours", "do you close for lunch",
        "how late can I come in the evening"},
       "The library is open from nine to six on weekdays, and until one on "
       "Saturdays."},
      {"late-fees",
       {"how much is the fine for a late book", "I returned a book late",
        "what do I owe", "late fee", "do I have to pay for overdue books",
        "why was I charged"},
       "A late book costs ten cents a day. Children pay nothing."},
      {"joining",
       {"how do I get a library card", "I want to become a member",
        "sign up for the library", "can my child join",
        "what do I need to register", "is membership free"},
       "Bring proof of your address to the desk to get a card. Membership is "
       "free."},
      {"printing",
       {"can I print here", "how much is a photocopy", "where is the printer",
        "print from my laptop", "I have to scan a page",
        "do you have a copying machine"},
       "The printer on the first floor also scans and makes photocopies. Send "
       "pages from your laptop or from a memory stick."}};
  return pages;
}

std::string Quoted(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) {
    list += fmt::format("\n  - '{}'", text);
  }
  return list;
}

std::string DocumentOf(const Page& page,
                       const std::vector<std::string>& asked) {
  return fmt::format(
      "---\nid: {0}\ntitle: {0}\nquestions:{1}\nsources:\n"
      "  desk: {{organisation: Library, title: Rules, year: 2020}}\n"
      "status: draft\nreviewed: 2026-01-01\nreview_by: 2027-01-01\n---\n\n"
      "{2}[^desk]\n",
      page.id, Quoted(asked), page.body);
}

std::string Messages() {
  std::string yaml = "messages:\n";
  for (const MessageKey& key : MessageKeys()) {
    yaml += fmt::format("  {}: [Text.]\n", key.name);
  }
  return yaml;
}

constexpr std::string_view kProfile = R"(assistant:
  name: Library
  language: en
  greeting: Hello.
  disclaimer: None.
  contact: Ask at the desk.
  starters: [When are you open?]
  aspects: [rules]
)";

// Examples in intents, none of which has a pattern.
ContentFiles OfExamples() {
  ContentFiles files{"library",
                     {{"intents/library/a.yaml", std::string(kProfile)},
                      {"intents/library/b.yaml", Messages()}}};
  std::string intents = "intents:\n";
  for (const Page& page : Pages()) {
    std::string name = page.id;
    for (char& c : name) c = c == '-' ? '_' : c;
    intents +=
        fmt::format("  {}:\n    title: {}\n    answer: {}\n    examples:", name,
                    page.id, page.id);
    for (const std::string& example : page.examples) {
      intents += fmt::format("\n      - '{}'", example);
    }
    intents += "\n";
    files.files.push_back({fmt::format("knowledge/library/{}.md", page.id),
                           DocumentOf(page, {page.examples.front()})});
  }
  files.files.push_back({"intents/library/c.yaml", std::move(intents)});
  return files;
}

// Documents alone, with two questions each.
ContentFiles OfDocuments() {
  ContentFiles files{"library",
                     {{"intents/library/a.yaml", std::string(kProfile)},
                      {"intents/library/b.yaml", Messages()}}};
  for (const Page& page : Pages()) {
    files.files.push_back(
        {fmt::format("knowledge/library/{}.md", page.id),
         DocumentOf(page, {page.examples[0], page.examples[1]})});
  }
  return files;
}

std::shared_ptr<const Assistant> AssistantOf(const ContentFiles& files) {
  static const Dictionary& dictionary = *MakeDictionary({"the", "a"}).release();
  Diagnostics diagnostics;
  auto catalog = LoadCatalog(files, diagnostics);
  EXPECT_EQ(diagnostics.FormatAll(), "");
  if (catalog == nullptr) return nullptr;
  auto understander =
      MakeUnderstander(catalog, dictionary, TrainModels(*catalog)).value();
  return std::make_shared<Assistant>(
      Assistant{std::move(catalog), std::move(understander)});
}

struct Case {
  std::string_view message;
  std::string_view document;  // Cited or offered; "" for neither.
};

// What comes back: the first document cited, or all that are offered.
std::vector<std::string> DocumentsFor(const Assistant& assistant,
                                      std::string_view message) {
  VisitorInput input;
  input.text = message;
  const Reply reply = DecideTurn(assistant, input, SessionState(),
                                 absl::CivilDay(2026, 6, 1), false)
                          .record.reply;
  std::vector<std::string> documents;
  for (const Citation& citation : reply.citations) {
    documents.push_back(citation.document_id);
  }
  if (!documents.empty()) return {documents.front()};
  for (const Option& option : reply.options) {
    if (!option.document_id.empty()) documents.push_back(option.document_id);
  }
  return documents;
}

void ExpectAnswers(const ContentFiles& files, const std::vector<Case>& cases) {
  const auto assistant = AssistantOf(files);
  ASSERT_NE(assistant, nullptr);
  for (const Case& c : cases) {
    std::vector<std::string> expected;
    if (!c.document.empty()) expected.emplace_back(c.document);
    EXPECT_EQ(DocumentsFor(*assistant, c.message), expected) << c.message;
  }
}

TEST(PlainAssistantsTest, AnswersFromExamplesAlone) {
  ExpectAnswers(OfExamples(),
                {{"could I renew my book?", "renewing"},
                 {"i want to keep this book a bit longer", "renewing"},
                 {"what time do you close today", "opening-hours"},
                 {"is the library open on sundays", "opening-hours"},
                 {"what's the fine for late books", "late-fees"},
                 {"how do i become a member", "joining"},
                 {"can i print from my phone or laptop", "printing"}});
}

TEST(PlainAssistantsTest, AnswersFromDocumentsAlone) {
  ExpectAnswers(OfDocuments(),
                {{"how can i renew my book", "renewing"},
                 {"when are you open", "opening-hours"},
                 {"how much is the fine", "late-fees"},
                 {"how do i get a card", "joining"},
                 {"where can i scan pages from a memory stick", "printing"}});
}

TEST(PlainAssistantsTest, RefusesWhatIsForeign) {
  const std::vector<Case> foreign = {
      {"recommend a restaurant with noodles", ""},
      {"who won the football match", ""},
      {"translate good morning to spanish", ""},
      {"xyzzy", ""}};
  ExpectAnswers(OfExamples(), foreign);
  ExpectAnswers(OfDocuments(), foreign);
}

}  // namespace
}  // namespace quiver
