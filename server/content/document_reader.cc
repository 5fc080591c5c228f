#include "content/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/map_reader.h"
#include "content/markdown.h"
#include "content/markdown_line.h"
#include "content/name_lists.h"
#include "content/names.h"

namespace quiver {
namespace {

constexpr std::string_view kFence = "---";
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2200;

// The line of `text` that begins at `begin`, without its end.
std::string_view LineAt(std::string_view text, size_t begin) {
  std::string_view line =
      text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  return line;
}

size_t NextLine(std::string_view text, size_t begin) {
  const size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

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
  return document;
}

void CheckReview(const MapReader& reader, const Document& document) {
  if (!reader.Has("reviewed") || !reader.Has("review_by")) return;
  if (document.review_by >= document.reviewed) return;
  reader.diagnostics().Error(reader.Find("review_by")->Position(),
                             "`review_by` is before `reviewed`");
}

std::vector<std::string_view> SourceNames(const Document& document) {
  std::vector<std::string_view> names;
  for (const Source& source : document.sources) names.push_back(source.name);
  return names;
}

// The sources of `section` by first mention; unknown ones are recorded.
std::vector<std::string> ReadMarks(const MarkdownSection& section,
                                   const Document& document,
                                   Diagnostics& diagnostics) {
  std::vector<std::string> sources;
  for (const SourceMark& mark : section.marks) {
    if (document.FindSource(mark.name) == nullptr) {
      diagnostics.Error(mark.position,
                        fmt::format("there is no source \"{}\"", mark.name),
                        DidYouMean(mark.name, SourceNames(document)));
    } else if (std::find(sources.begin(), sources.end(), mark.name) ==
               sources.end()) {
      sources.push_back(mark.name);
    }
  }
  return sources;
}

void CheckPassage(const MarkdownSection& section, const Document& document,
                  const ReadContext& context) {
  const std::string name = section.heading.empty()
                               ? "the short answer"
                               : fmt::format("\"{}\"", section.heading);
  if (section.blocks.empty()) {
    context.diagnostics.Error(section.position, name + " is empty",
                              section.heading.empty()
                                  ? "begin the text with two to four sentences"
                                  : "write a paragraph, or leave it out");
  } else if (section.marks.empty()) {
    context.diagnostics.Error(section.position, name + " names no source",
                              "put [^name] after what a source says");
  }
  if (section.aspect.empty() ||
      !context.names.aspects.Resolve(section.aspect, section.aspect_position,
                                     context.diagnostics)) {
    return;
  }
  if (document.FindAspect(section.aspect) >= 0) {
    context.diagnostics.Error(
        section.aspect_position,
        fmt::format("aspect \"{}\" has a section already", section.aspect),
        "join the two, or give this one another aspect");
  }
}

void ReadBody(const RawDocument& raw, const ReadContext& context,
              Document& document) {
  for (MarkdownSection& section :
       ReadMarkdown(*raw.front_matter.source, raw.body, context.diagnostics)) {
    CheckPassage(section, document, context);
    Passage passage;
    passage.sources = ReadMarks(section, document, context.diagnostics);
    passage.heading = std::move(section.heading);
    passage.aspect = std::move(section.aspect);
    passage.blocks = std::move(section.blocks);
    document.passages.push_back(std::move(passage));
  }
}

void WarnOfUnusedSources(const RawDocument& raw, const Document& document,
                         Diagnostics& diagnostics) {
  const YamlNode* sources = raw.front_matter.Find("sources");
  if (sources == nullptr) return;
  for (const YamlEntry& entry : sources->entries) {
    const std::string& name = entry.key.text;
    const bool used = std::any_of(
        document.passages.begin(), document.passages.end(),
        [&](const Passage& passage) {
          return std::find(passage.sources.begin(), passage.sources.end(),
                           name) != passage.sources.end();
        });
    if (used) continue;
    diagnostics.Warning(entry.key.Position(),
                        fmt::format("nothing names source \"{}\"", name),
                        "mark what it says, or leave it out");
  }
}

}  // namespace

std::optional<RawDocument> SplitDocument(const SourceText& source,
                                         Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  if (LineAt(text, 0) != kFence) {
    diagnostics.Error(source.At(0), "a document begins with front matter",
                      "put its keys between two lines of ---");
    return std::nullopt;
  }
  const size_t begin = NextLine(text, 0);
  size_t end = begin;
  while (end < text.size() && LineAt(text, end) != kFence) {
    end = NextLine(text, end);
  }
  if (end >= text.size()) {
    diagnostics.Error(source.At(0), "the front matter has no end",
                      "put a line of --- after its keys");
    return std::nullopt;
  }
  std::optional<YamlNode> node = ParseYaml(source, begin, end, diagnostics);
  if (!node) return std::nullopt;
  return RawDocument{*std::move(node), NextLine(text, end)};
}

Document ReadDocument(const RawDocument& raw, const ReadContext& context) {
  const YamlNode& front_matter = raw.front_matter;
  const YamlNode* id = front_matter.Find("id");
  const MapReader reader(front_matter, DocumentKeys(),
                         id == nullptr ? "" : id->text,
                         front_matter.source->At(0), context.diagnostics);
  Document document = ReadFrontMatter(reader, context);
  CheckReview(reader, document);
  ReadBody(raw, context, document);
  WarnOfUnusedSources(raw, document, context.diagnostics);
  return document;
}

}  // namespace quiver
