#include "content/document_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/front_matter.h"
#include "content/map_reader.h"
#include "content/markdown.h"
#include "content/names.h"
#include "content/yaml_parser.h"

namespace quiver {
namespace {

constexpr std::string_view kFence = "---";

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
    passage.words = WordCount(passage.blocks);
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
  ReadBody(raw, context, document);
  WarnOfUnusedSources(raw, document, context.diagnostics);
  return document;
}

}  // namespace quiver
