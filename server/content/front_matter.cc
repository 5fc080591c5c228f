#include "content/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "content/markdown_line.h"
#include "content/name_lists.h"
#include "content/names.h"

namespace quiver {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;

std::optional<absl::CivilDay> ParseDay(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
      !ParseInteger(text.substr(0, 4), year) ||
      !ParseInteger(text.substr(5, 2), month) ||
      !ParseInteger(text.substr(8, 2), day) || year < kFirstYear || month < 1 ||
      day < 1) {
    return std::nullopt;
  }
  const absl::CivilDay date(year, month, day);
  // CivilDay makes March 1st of February 29th.
  if (date.month() != month || date.day() != day) return std::nullopt;
  return date;
}

absl::CivilDay ReadDay(const MapReader& reader, std::string_view key) {
  const std::string text = reader.Text(key);
  if (text.empty()) return {};
  const std::optional<absl::CivilDay> day = ParseDay(text);
  if (!day) {
    reader.diagnostics().Error(
        reader.Find(key)->Position(),
        fmt::format("`{}` is no date: \"{}\"", key, text), "write YYYY-MM-DD");
  }
  return day.value_or(absl::CivilDay());
}

std::string ReadId(const MapReader& reader) {
  std::string id = reader.Text("id");
  if (!id.empty() && !IsDocumentId(id)) {
    reader.diagnostics().Error(
        reader.Find("id")->Position(),
        fmt::format("\"{}\" is no id of a document", id),
        "use lower-case letters, digits and single hyphens, at most 40");
  }
  return id;
}

std::string ReadTopic(const MapReader& reader) {
  std::string topic = reader.Text("topic");
  if (!topic.empty()) {
    ExpectName(*reader.Find("topic"), "a topic", reader.diagnostics());
  }
  return topic;
}

std::vector<About> ReadAbout(const MapReader& reader,
                             const ReadContext& context) {
  std::vector<About> about;
  const YamlNode* node = reader.Find("about");
  if (node == nullptr ||
      !Expect(*node, YamlKind::kMap, "`about`", context.diagnostics)) {
    return about;
  }
  for (const YamlEntry& entry : node->entries) {
    const std::string& entity = entry.key.text;
    if (!context.names.entities.Resolve(entity, entry.key.Position(),
                                        context.diagnostics) ||
        !Expect(entry.value, YamlKind::kList, fmt::format("`{}`", entity),
                context.diagnostics)) {
      continue;
    }
    if (entry.value.items.empty()) {
      context.diagnostics.Error(entry.value.Position(),
                                fmt::format("`{}` is empty", entity),
                                "fill it in, or leave the key out");
    }
    for (const YamlNode& value : entry.value.items) {
      if (!ExpectText(value, "a value", context.diagnostics)) continue;
      const bool known = context.names.ResolveValue(
          entity, value.text, value.Position(), context.diagnostics);
      About item{entity, value.text};
      if (std::find(about.begin(), about.end(), item) != about.end()) {
        context.diagnostics.Error(
            value.Position(), fmt::format("\"{}\" stands twice", value.text),
            "leave one out");
      }
      if (known) about.push_back(std::move(item));
    }
  }
  return about;
}

bool IsSourceName(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) {
           return std::isalnum(c) || c == '-' || c == '_';
         });
}

int ReadYear(const MapReader& reader) {
  const YamlNode* year = reader.Find("year");
  if (year == nullptr || year->kind == YamlKind::kNull) return 0;
  return reader.Integer("year", kFirstYear, kLastYear, 0);
}

Source ReadSource(const YamlEntry& entry, Diagnostics& diagnostics) {
  Source source;
  source.name = entry.key.text;
  if (!IsSourceName(source.name)) {
    diagnostics.Error(entry.key.Position(),
                      fmt::format("\"{}\" is no name of a source", source.name),
                      "use letters, digits, - and _");
  }
  const MapReader reader(entry.value, SourceKeys(), source.name,
                         entry.key.Position(), diagnostics);
  source.organisation = reader.Text("organisation");
  source.title = reader.Text("title");
  source.year = ReadYear(reader);
  source.note = reader.Text("note");
  source.url = reader.Text("url");
  if (!source.url.empty() && !IsHttpsUrl(source.url)) {
    diagnostics.Error(reader.Find("url")->Position(),
                      "`url` must be an https address", "write https://...");
  }
  return source;
}

std::vector<Source> ReadSources(const MapReader& reader) {
  std::vector<Source> sources;
  const YamlNode* node = reader.Find("sources");
  if (node == nullptr ||
      !Expect(*node, YamlKind::kMap, "`sources`", reader.diagnostics())) {
    return sources;
  }
  for (const YamlEntry& entry : node->entries) {
    sources.push_back(ReadSource(entry, reader.diagnostics()));
  }
  return sources;
}

void CheckReview(const MapReader& reader, const Document& document) {
  const absl::CivilDay unknown;
  if (document.reviewed == unknown || document.review_by == unknown ||
      document.review_by >= document.reviewed) {
    return;
  }
  reader.diagnostics().Error(reader.Find("review_by")->Position(),
                             "`review_by` is before `reviewed`");
}

}  // namespace

Document ReadFrontMatter(const MapReader& reader, const ReadContext& context) {
  Document document;
  document.position = reader.where();
  document.id = ReadId(reader);
  document.title = reader.Text("title");
  document.topic = ReadTopic(reader);
  document.about = ReadAbout(reader, context);
  document.questions = reader.Texts("questions");
  document.aliases = reader.Texts("aliases");
  document.follow_ups = ReadNames(reader, "follow_ups", context.names.slots);
  document.plain = reader.Text("plain");
  document.sources = ReadSources(reader);
  document.status =
      reader.Choose<DocumentStatus>("status",
                                    {{"draft", DocumentStatus::kDraft},
                                     {"approved", DocumentStatus::kApproved}},
                                    DocumentStatus::kDraft);
  document.reviewed = ReadDay(reader, "reviewed");
  document.review_by = ReadDay(reader, "review_by");
  CheckReview(reader, document);
  return document;
}

}  // namespace quiver
