#include "content/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "content/markdown_line.h"
#include "content/names.h"

namespace quiver {
namespace {

class MarkdownReader {
 public:
  // `locate` tells where in the file a byte of `text` stands.
  MarkdownReader(std::string_view text,
                 std::function<SourcePosition(size_t)> locate,
                 bool has_sections, Diagnostics& diagnostics)
      : text_(text),
        locate_(std::move(locate)),
        has_sections_(has_sections),
        diagnostics_(diagnostics) {
    sections_.emplace_back();
    const size_t first = text.find_first_not_of(" \t\r\n");
    sections_.back().position =
        locate_(first == std::string_view::npos ? 0 : first);
  }

  std::vector<MarkdownSection> Read() {
    while (begin_ < text_.size()) {
      const size_t end = std::min(text_.find('\n', begin_), text_.size());
      ReadLine(text_.substr(begin_, end - begin_));
      begin_ = end + 1;
    }
    return std::move(sections_);
  }

 private:
  // What the line before leaves open.
  enum class State { kNothing, kParagraph, kList, kListAfterBlank };

  void Error(size_t offset, std::string message, std::string advice = "") {
    diagnostics_.Error(locate_(begin_ + offset), std::move(message),
                       std::move(advice));
  }

  void ReadLine(std::string_view line) {
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) !=
                                std::string_view::npos) {
      line.remove_suffix(1);
    }
    const MarkdownLine read = ClassifyLine(line);
    switch (read.kind) {
      case LineKind::kBlank:
        state_ = state_ == State::kList             ? State::kListAfterBlank
                 : state_ == State::kListAfterBlank ? state_
                                                    : State::kNothing;
        return;
      case LineKind::kText:
        return AddText(line);
      case LineKind::kIndented:
        return ContinueItem(line, read);
      case LineKind::kHeading:
        return AddHeading(line, read);
      case LineKind::kItem:
      case LineKind::kNumbered:
        return AddItem(line, read);
      case LineKind::kRefused:
        Error(read.error.offset, read.error.message, read.error.advice);
    }
  }

  void AddText(std::string_view line) {
    if (state_ == State::kList) {
      Error(0, "a text right after a list",
            "put an empty line before it, or indent it to go on with the "
            "item");
      return;
    }
    if (state_ != State::kParagraph) {
      if (AddLink(line)) return;
      Blocks().emplace_back();
      state_ = State::kParagraph;
    }
    Append(Inline(line, 0), Blocks().back().text);
  }

  // Whether `line` begins a paragraph that is a link.
  bool AddLink(std::string_view line) {
    LinkParts link;
    if (!ParseLink(line, link)) return false;
    if (!IsLinkUrl(link.url)) {
      Error(link.url_offset, "a link leads to https://, mailto: or tel:");
    }
    Block block;
    block.kind = BlockKind::kLink;
    block.text = Inline(link.label, 1);
    block.url = link.url;
    if (block.text.empty()) Error(0, "the link has no label");
    Blocks().push_back(std::move(block));
    state_ = State::kNothing;
    return true;
  }

  void AddItem(std::string_view line, const MarkdownLine& read) {
    const bool ordered = read.kind == LineKind::kNumbered;
    const bool in_list =
        state_ == State::kList || state_ == State::kListAfterBlank;
    if (!in_list || Blocks().back().ordered != ordered) {
      Block list;
      list.kind = BlockKind::kList;
      list.ordered = ordered;
      Blocks().push_back(std::move(list));
    }
    state_ = State::kList;
    Block& list = Blocks().back();
    const int next = static_cast<int>(list.items.size()) + 1;
    if (ordered && read.number != next && read.number != 1) {
      Error(0, fmt::format("item {} is numbered {}", next, read.number),
            "number the items 1, 2, 3");
    }
    std::string item = Inline(line.substr(read.content), read.content);
    if (item.empty()) Error(0, "the item is empty");
    list.items.push_back(std::move(item));
  }

  void ContinueItem(std::string_view line, const MarkdownLine& read) {
    if (state_ != State::kList) {
      Error(read.content, "the line is indented", "begin it at the left edge");
      return;
    }
    Append(Inline(line.substr(read.content), read.content),
           Blocks().back().items.back());
  }

  void AddHeading(std::string_view line, const MarkdownLine& read) {
    if (!has_sections_) {
      Error(0, "headings are not supported here", "write a paragraph");
      return;
    }
    MarkdownSection section;
    section.position = locate_(begin_ + read.content);
    std::string_view heading = line.substr(read.content);
    const size_t brace = heading.find('{');
    if (brace != std::string_view::npos) {
      ReadAspect(heading.substr(brace), read.content + brace, section);
      heading = heading.substr(0, brace);
    }
    section.heading = InlineWithoutMarks(heading, read.content);
    if (section.heading.empty()) Error(0, "the heading is empty");
    sections_.push_back(std::move(section));
    state_ = State::kNothing;
  }

  void ReadAspect(std::string_view text, size_t offset,
                  MarkdownSection& section) {
    section.aspect_position = locate_(begin_ + offset);
    if (text.starts_with("{#") && text.ends_with('}') &&
        IsName(text.substr(2, text.size() - 3))) {
      section.aspect = text.substr(2, text.size() - 3);
      return;
    }
    Error(offset, "an aspect is written {#name} at the end of a heading");
  }

  // `text`, which begins at `offset` of the line, without its marks; these are
  // added to the section.
  std::string Inline(std::string_view text, size_t offset) {
    InlineText read = ReadInline(text);
    Report(read, offset);
    for (const InlineMark& mark : read.marks) {
      const size_t at = offset + mark.offset;
      if (!has_sections_) {
        Error(at, "source marks are not supported here", "leave it out");
        continue;
      }
      sections_.back().marks.push_back(
          {std::string(mark.name), locate_(begin_ + at)});
    }
    return std::move(read.text);
  }

  std::string InlineWithoutMarks(std::string_view text, size_t offset) {
    InlineText read = ReadInline(text);
    Report(read, offset);
    if (!read.marks.empty()) {
      Error(offset + read.marks.front().offset, "a heading has no source marks",
            "put it after a sentence");
    }
    return std::move(read.text);
  }

  void Report(const InlineText& read, size_t offset) {
    for (const MarkupError& error : read.errors) {
      Error(offset + error.offset, error.message, error.advice);
    }
  }

  static void Append(const std::string& more, std::string& text) {
    if (!text.empty() && !more.empty()) text.push_back(' ');
    text += more;
  }

  std::vector<Block>& Blocks() { return sections_.back().blocks; }

  const std::string_view text_;
  const std::function<SourcePosition(size_t)> locate_;
  const bool has_sections_;
  Diagnostics& diagnostics_;
  std::vector<MarkdownSection> sections_;
  State state_ = State::kNothing;
  size_t begin_ = 0;  // Of the line that is read.
};

}  // namespace

std::vector<MarkdownSection> ReadMarkdown(const SourceText& source,
                                          size_t begin,
                                          Diagnostics& diagnostics) {
  return MarkdownReader(
             source.text().substr(begin),
             [&source, begin](size_t offset) {
               return source.At(begin + offset);
             },
             /*has_sections=*/true, diagnostics)
      .Read();
}

std::vector<Block> ReadPlainBlocks(const YamlNode& node,
                                   Diagnostics& diagnostics) {
  MarkdownReader reader(
      node.text, [&node](size_t offset) { return node.PositionInside(offset); },
      /*has_sections=*/false, diagnostics);
  return std::move(reader.Read().front().blocks);
}

}  // namespace quiver
