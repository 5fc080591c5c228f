#include "content/content_loader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/limits.h"
#include "content/small_assistant.h"
#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::shared_ptr<const Catalog> Load(const ContentFiles& files) {
  Diagnostics diagnostics;
  return LoadCatalog(files, diagnostics);
}

TEST(ContentLoaderTest, LoadsTheSmallAssistant) {
  EXPECT_THAT(ProblemsOf(SmallAssistant()), IsEmpty());
  EXPECT_NE(Load(SmallAssistant()), nullptr);
}

TEST(ContentLoaderTest, LoadsTheAssistantsThatShip) {
  ASSERT_OK_AND_ASSIGN(const std::vector<std::string> names,
                       ListAssistants(QUIVER_SOURCE_DIR));
  for (const std::string& name : names) {
    ASSERT_OK_AND_ASSIGN(const ContentFiles files,
                         ReadContentFiles(QUIVER_SOURCE_DIR, name));
    Diagnostics diagnostics;
    EXPECT_NE(LoadCatalog(files, diagnostics), nullptr)
        << diagnostics.FormatAll();
  }
}

TEST(ContentLoaderTest, GivesNothingWhenThereIsAnError) {
  EXPECT_EQ(Load(SmallAssistantWith("intents/small/x.yaml", "slotz: {}")),
            nullptr);
}

TEST(ContentLoaderTest, LoadsInSpiteOfWarnings) {
  const ContentFiles files =
      SmallAssistantWith("intents/small/x.yaml", "macros: {lonely: 'a'}");

  EXPECT_THAT(ProblemsOf(files),
              ElementsAre("warning: intents/small/x.yaml:1:10: no pattern uses "
                          "macro \"lonely\""));
  EXPECT_NE(Load(files), nullptr);
}

TEST(ContentLoaderTest, ReportsAllFilesAtOnce) {
  ContentFiles files = SmallAssistantWith("intents/small/x.yaml", "a: {}\n");
  files.files.push_back({"intents/small/y.yaml", "b: {}\n"});
  files.files.push_back({"knowledge/small/z.md", "Text.\n"});

  EXPECT_THAT(ProblemsOf(files).size(), 3u);
}

TEST(ContentLoaderTest, ShowsTheLineAndACaret) {
  Diagnostics diagnostics;
  LoadCatalog(SmallAssistantWith("intents/small/x.yaml",
                                 "# Intents of the small assistant.\n"
                                 "intents:\n"
                                 "  x: {title: X, answer: twiching,\n"
                                 "      patterns: ['x']}\n"),
              diagnostics);

  EXPECT_EQ(diagnostics.FormatAll(),
            "intents/small/x.yaml:3:25: error: there is no document "
            "\"twiching\"\n"
            "     3 |   x: {title: X, answer: twiching,\n"
            "       |                         ^\n"
            "       = did you mean \"twitching\"?\n"
            "1 error, 0 warnings\n");
}

// One broken file would otherwise drown its own error in those of all that
// refer to it.
TEST(ContentLoaderTest, DoesNotBlameReferencesIntoFilesThatCannotBeRead) {
  EXPECT_THAT(ProblemsOf(SmallAssistantWith("knowledge/small/a.md", "Text.")),
              ElementsAre("knowledge/small/a.md:1:1: a document begins with "
                          "front matter | put its keys between two lines of "
                          "---"));
  EXPECT_EQ(
      ProblemsOf(SmallAssistantWith("intents/small/a.yaml", "a: [")).size(),
      1u);
}

TEST(ContentLoaderTest, NeedsAnAssistant) {
  EXPECT_THAT(
      ProblemsOf(SmallAssistantWith("intents/small/a.yaml", "# Nothing.\n")),
      ElementsAre("intents/small: no file has the key `assistant` | one must: "
                  "see docs/authoring.md"));
}

TEST(ContentLoaderTest, NeedsAllMessages) {
  std::string messages = SmallMessages();
  const std::string missing = "  unsure: [Text.]\n";
  messages.erase(messages.find(missing), missing.size());

  EXPECT_THAT(
      ProblemsOf(SmallAssistantWith("intents/small/b.yaml", messages)),
      ElementsAre("intents/small/b.yaml:2:3: there is no message `unsure` | "
                  "all messages of docs/authoring.md are needed"));
}

TEST(ContentLoaderTest, LetsAMessageStandInForOneThatIsNotGiven) {
  std::string messages = SmallMessages();
  const auto replace = [&](const std::string& from, const std::string& to) {
    messages.replace(messages.find(from), from.size(), to);
  };
  replace("  urgent_stands: [Text.]\n", "");
  replace("after_urgent: [Text.]", "after_urgent: [Get help first.]");
  Diagnostics diagnostics;

  const auto catalog = LoadCatalog(
      SmallAssistantWith("intents/small/b.yaml", messages), diagnostics);

  ASSERT_NE(catalog, nullptr);
  EXPECT_EQ(catalog->Message("urgent_stands", 0), "Get help first.");
}

TEST(ContentLoaderTest, KnowsTheFieldsOfEachMessage) {
  std::string messages = SmallMessages();
  const auto replace = [&](const std::string& from, const std::string& to) {
    messages.replace(messages.find(from), from.size(), to);
  };
  replace("handover: [Text.]", "handover: ['{contact} {title}']");
  replace("clarify: [Text.]", "clarify: ['{contact}', '']");
  replace("unsure: [Text.]", "unsure: []");
  replace("help: [Text.]", "help: Text.");

  EXPECT_THAT(
      ProblemsOf(SmallAssistantWith("intents/small/b.yaml", messages)),
      ElementsAre(
          "intents/small/b.yaml:2:14: unknown field {contact} | nothing is "
          "filled in here: write it out",
          "intents/small/b.yaml:2:26: message `clarify` is empty",
          "intents/small/b.yaml:7:25: unknown field {title} | it may hold "
          "{contact}",
          "intents/small/b.yaml:9:11: message `unsure` has no variants | give "
          "at least one",
          "intents/small/b.yaml:16:9: message `help` must be a list, this is "
          "a text | write [...], or one item a line after -"));
}

TEST(ContentLoaderTest, ChecksTheProfile) {
  std::string intents(kSmallIntents);
  const auto replace = [&](const std::string& from, const std::string& to) {
    intents.replace(intents.find(from), from.size(), to);
  };
  replace("name: Small Guide", "nmae: Small Guide");
  replace("language: en", "language: English");
  replace("[causes, help]", "[causes, help, help, Big]");
  replace("default_intent: why", "advice: [help, halp]\n  default_intent: wy");

  EXPECT_THAT(
      ProblemsOf(SmallAssistantWith("intents/small/a.yaml", intents)),
      ElementsAre(
          "intents/small/a.yaml:2:1: the assistant has no `name`",
          "intents/small/a.yaml:3:3: unknown key `nmae` in the assistant | did "
          "you mean \"name\"?",
          "intents/small/a.yaml:4:13: \"English\" is no code of a language | "
          "write it as BCP 47 has it: en, pt-BR",
          "intents/small/a.yaml:9:27: \"help\" stands twice in `aspects` | "
          "leave one out",
          "intents/small/a.yaml:9:33: \"Big\" is no name of an aspect | use "
          "lower-case letters, digits and _, at most 40",
          "intents/small/a.yaml:10:18: there is no aspect \"halp\" | did you "
          "mean \"help\"?",
          "intents/small/a.yaml:11:19: there is no intent \"wy\" | did you "
          "mean \"why\"?"));
}

TEST(ContentLoaderTest, WantsADefaultIntentThatAsks) {
  std::string intents(kSmallIntents);
  const std::string why = "default_intent: why";
  intents.replace(intents.find(why), why.size(), "default_intent: hi");
  intents +=
      "  hi: {title: Hi, kind: social, patterns: [hi], replies: [Hi.]}\n";

  EXPECT_THAT(
      ProblemsOf(SmallAssistantWith("intents/small/a.yaml", intents)),
      ElementsAre("intents/small/a.yaml:35:3: `default_intent` names \"hi\", "
                  "which asks nothing | name an intent of kind question"));
}

struct BadFile {
  std::string path;
  std::string text;
  std::string problem;
};

TEST(ContentLoaderTest, RefusesFilesThatAreNoText) {
  const std::string advice =
      "this is no text in UTF-8, or a character that cannot be seen | type it "
      "again, and save the file as UTF-8";
  const std::vector<BadFile> files = {
      {"intents/small/x.yaml", "a: b\nc: \xFF", ":2:4: " + advice},
      {"intents/small/x.yaml", "# \xC3\xA9\xC3\n", ":1:4: " + advice},
      {"intents/small/x.yaml", std::string("a\0b", 3), ":1:2: " + advice},
      {"knowledge/small/x.md", "\xE2\x80\xAEtxet", ":1:1: " + advice},
      {"knowledge/small/x.md", "a\x07", ":1:2: " + advice},
      {"intents/small/x.yaml", std::string(kMaxFileBytes + 1, '\n'),
       ": the file is larger than 1048576 bytes | split it: all files of a "
       "folder are read together"},
      {"intents/small/x.yaml", "\n#" + std::string(kMaxLineBytes, '#'),
       ":2:1: the line is longer than 16384 bytes | break it, or split what it "
       "says"},
      {"intents/small/x.md", "",
       ": intents are .yaml files | rename the file, or move it to the other "
       "folder"},
      {"intents/small/x.yml", "",
       ": intents are .yaml files | rename the file, or move it to the other "
       "folder"},
      {"knowledge/small/x.yaml", "",
       ": documents are .md files | rename the file, or move it to the other "
       "folder"}};
  for (const auto& [path, text, problem] : files) {
    EXPECT_THAT(ProblemsOf(SmallAssistantWith(path, text)),
                ElementsAre(path + problem));
  }
}

TEST(ContentLoaderTest, RefusesTooManyFiles) {
  ContentFiles files = SmallAssistant();
  for (size_t i = 0; i < kMaxContentFiles; ++i) {
    files.files.push_back({fmt::format("intents/small/n{}.yaml", i), ""});
  }

  EXPECT_THAT(ProblemsOf(files),
              ElementsAre("small: there are more than 10000 files"));
}

TEST(ContentLoaderTest, RefusesMacrosThatStandTooDeep) {
  std::string macros = "macros:\n  a0: 'x'\n";
  for (size_t i = 1; i <= kMaxMacroDepth + 1; ++i) {
    macros.insert(8, fmt::format("  b{}: 'x{{b{}}}'\n", i, i - 1));
  }
  macros += "  b0: '{a0}'\n";

  const std::vector<std::string> problems =
      ProblemsOf(SmallAssistantWith("intents/small/x.yaml", macros));

  EXPECT_THAT(problems, ::testing::Contains(
                            "intents/small/x.yaml:34:7: macros stand in macros "
                            "more than 32 deep | write some of them out"));
}

TEST(ContentLoaderTest, ReadsAMarkOfByteOrderAndWindowsLines) {
  std::string text = "\xEF\xBB\xBF" + std::string(kSmallDocument);
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos;
       at += 2) {
    text.insert(at, "\r");
  }
  const ContentFiles files = SmallAssistantWith("knowledge/small/a.md", text);

  EXPECT_THAT(ProblemsOf(files), IsEmpty());
  EXPECT_EQ(Load(files)->documents.front().passages.front().blocks.front().text,
            "Most twitches are harmless.");
}

TEST(ContentHashTest, IsTheSameWhateverTheOrderOfFiles) {
  ContentFiles files = SmallAssistant();
  const std::string hash = Load(files)->content_hash;
  std::reverse(files.files.begin(), files.files.end());

  EXPECT_EQ(Load(files)->content_hash, hash);
}

// Sessions and learned models are kept under it, so it must not change by
// accident.  It does change with the small assistant itself, to which every new
// message adds a line.
TEST(ContentHashTest, StaysFromReleaseToRelease) {
  EXPECT_EQ(Load(SmallAssistant())->content_hash,
            "6a22c71841413f11107774e7ab7a511515a3024aa456ec3c9af203a8d9e80006");
}

TEST(ContentHashTest, ChangesWithEveryByteAndPath) {
  const std::string hash = Load(SmallAssistant())->content_hash;
  ContentFiles other_text = SmallAssistant();
  other_text.files[0].text += "#";
  ContentFiles other_path = SmallAssistant();
  other_path.files[0].path = "intents/small/c.yaml";

  EXPECT_NE(Load(other_text)->content_hash, hash);
  EXPECT_NE(Load(other_path)->content_hash, hash);
}

}  // namespace
}  // namespace quiver
