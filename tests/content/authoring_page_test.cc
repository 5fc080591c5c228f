// What docs/authoring.md tells authors is what the loader does.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/document_reader.h"
#include "content/message_keys.h"
#include "content/sections.h"
#include "content/yaml_parser.h"

namespace quiver {
namespace {

using ::testing::Contains;
using ::testing::Key;

std::string ReadPage() {
  std::ifstream file(QUIVER_SOURCE_DIR "/docs/authoring.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// What stands between `begin` and `end` in `text`, each time.
std::vector<std::string> Between(std::string_view text, std::string_view begin,
                                 std::string_view end) {
  std::vector<std::string> parts;
  size_t at = text.find(begin);
  while (at != std::string_view::npos) {
    at += begin.size();
    const size_t stop = text.find(end, at);
    parts.emplace_back(text.substr(at, stop - at));
    at = text.find(begin, stop);
  }
  return parts;
}

using Fields = std::set<std::string>;

// The table of messages: key to its fields.
std::map<std::string, Fields> ReadTable() {
  const std::vector<std::string> tables =
      Between(ReadPage(), "<!-- messages:begin -->", "<!-- messages:end -->");
  std::map<std::string, Fields> messages;
  for (const std::string& row : Between(tables.front(), "\n| `", " |\n")) {
    const size_t cell = row.find(" |");
    const std::vector<std::string> fields = Between(row, "`{", "}`");
    for (const std::string& key :
         Between(fmt::format("`{}", row.substr(0, cell)), "`", "`")) {
      if (key.empty() || key.front() == ',') continue;  // Between two.
      messages[key] = Fields(fields.begin(), fields.end());
    }
  }
  return messages;
}

TEST(AuthoringPageTest, ListsEveryMessageWithItsFields) {
  const std::map<std::string, Fields> table = ReadTable();

  for (const MessageKey& key : MessageKeys()) {
    const std::string name(key.name);
    ASSERT_THAT(table, Contains(Key(name)));
    EXPECT_EQ(table.at(name), Fields(key.fields.begin(), key.fields.end()))
        << name;
  }
  EXPECT_EQ(table.size(), MessageKeys().size());
}

TEST(AuthoringPageTest, ShowsYamlThatCanBeRead) {
  const std::vector<std::string> examples =
      Between(ReadPage(), "```yaml\n", "```");
  ASSERT_GE(examples.size(), 5u);
  for (const std::string& example : examples) {
    Diagnostics diagnostics;
    const SourceText source("example.yaml", example);
    const std::optional<YamlNode> root =
        ParseYaml(source, 0, example.size(), diagnostics);
    if (root) CollectSections({&*root}, diagnostics);
    EXPECT_EQ(diagnostics.FormatAll(), "");
  }
}

TEST(AuthoringPageTest, ShowsADocumentThatCanBeRead) {
  const SourceText source("example.md",
                          Between(ReadPage(), "```markdown\n", "```").front());
  Diagnostics diagnostics;
  DeclaredNames names;
  names.entities.names = {"body_part"};
  names.entity_values["body_part"].values.names = {"eyelid"};
  names.slots.names = {"trigger"};
  names.aspects.names = {"causes", "doctor"};
  MacroTable macros({}, /*complete=*/true, diagnostics);

  const std::optional<RawDocument> raw = SplitDocument(source, diagnostics);
  ASSERT_TRUE(raw) << diagnostics.FormatAll();
  const Document document = ReadDocument(*raw, {names, macros, diagnostics});

  // Of its two sources the page cites only one.
  EXPECT_EQ(diagnostics.error_count(), 0) << diagnostics.FormatAll();
  EXPECT_EQ(document.passages.size(), 3u);
}

}  // namespace
}  // namespace quiver
