#include "content/markdown_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/map_reader.h"
#include "content/source_text.h"

namespace quiver {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

MarkdownLine Refused(size_t offset, std::string message, std::string advice) {
  MarkdownLine line;
  line.kind = LineKind::kRefused;
  line.error = {offset, std::move(message), std::move(advice)};
  return line;
}

MarkdownLine ClassifyHeading(std::string_view line) {
  if (line.starts_with("## ")) return {LineKind::kHeading, 3, 0, {}};
  return Refused(0, "headings begin with \"## \"",
                 "there is one level of headings; the title stands in the "
                 "front matter");
}

// "1. " or "1) ", or not a number at all.
MarkdownLine ClassifyNumber(std::string_view line, size_t at) {
  size_t end = at;
  while (end < line.size() && IsDigit(line[end])) ++end;
  const std::string_view after = line.substr(end, 2);
  int number = 0;
  if (end - at <= 3 && ParseInteger(line.substr(at, end - at), number)) {
    if (after == ". " || line.substr(end) == ".") {
      return {LineKind::kNumbered, std::min(end + 2, line.size()), number, {}};
    }
    if (after == ") ") {
      return Refused(at, "numbered items begin with \"1. \"",
                     "write a full stop for the bracket");
    }
  }
  return {LineKind::kText, at, 0, {}};
}

// "---", "***", "===": a rule, or the underline of a heading.
bool IsRule(std::string_view line) {
  return line.size() >= 2 &&
         std::string_view("-=*_").find(line.front()) !=
             std::string_view::npos &&
         line.find_first_not_of(std::string{line.front(), ' '}) ==
             std::string_view::npos;
}

// What stands at `at`, the first byte of `line` that is not blank.
MarkdownLine ClassifyContent(std::string_view line, size_t at) {
  const std::string_view text = line.substr(at);
  if (text.starts_with("- ") || text == "-") {
    return {LineKind::kItem, std::min(at + 2, line.size()), 0, {}};
  }
  if (IsRule(text)) {
    return Refused(at, "rules and underlines are not supported",
                   "leave it out, or begin a section with \"## \"");
  }
  if (text.starts_with("* ") || text.starts_with("+ ")) {
    return Refused(at, "items of a list begin with \"- \"", "");
  }
  if (text.front() == '>') {
    return Refused(at, "quotations are not supported", "write plain text");
  }
  if (text.starts_with("```") || text.starts_with("~~~")) {
    return Refused(at, "code is not supported", "write plain text");
  }
  if (text.front() == '|') {
    return Refused(at, "tables are not supported", "write a list");
  }
  return IsDigit(text.front()) ? ClassifyNumber(line, at)
                               : MarkdownLine{LineKind::kText, at, 0, {}};
}

// Reads running text.  See ReadInline().
class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  InlineText Read() {
    while (at_ < text_.size()) {
      if (!ReadMark()) ReadCharacter();
    }
    while (result_.text.ends_with(' ')) result_.text.pop_back();
    return std::move(result_);
  }

 private:
  char Byte(size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  char Before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }

  // Of several mistakes in a line the first is enough.
  void Refuse(std::string message, std::string advice) {
    if (!result_.errors.empty()) return;
    result_.errors.push_back({at_, std::move(message), std::move(advice)});
  }

  bool ReadMark() {
    if (!text_.substr(at_).starts_with("[^")) return false;
    const size_t end = text_.find(']', at_);
    if (end == std::string_view::npos) return false;
    const char next = Byte(end + 1);
    if (next == ':' && at_ == 0) {
      Refuse("notes are not supported",
             "sources are described under `sources` in the front matter");
    } else if (result_.text.empty()) {
      Refuse("a source mark stands before what it is the source of",
             "put it after the sentence");
    } else if (IsLetter(next) || IsDigit(next)) {
      Refuse("a source mark inside a word", "put a space after it");
    }
    result_.marks.push_back({text_.substr(at_ + 2, end - at_ - 2), at_});
    at_ = end + 1;
    return true;
  }

  void ReadCharacter() {
    const char c = text_[at_];
    if (c == ' ' || c == '\t') {
      if (!result_.text.empty() && !result_.text.ends_with(' ')) {
        result_.text.push_back(' ');
      }
      ++at_;
      return;
    }
    CheckMarkup(c);
    result_.text.push_back(c);
    ++at_;
  }

  void CheckMarkup(char c) {
    const char next = Byte(at_ + 1);
    if (c == '[') return RefuseBracket();
    if (c == '*' || IsEmphasis(c, next)) {
      return Refuse("emphasis is not supported", "write plain text");
    }
    if (c == '`') return Refuse("code is not supported", "write plain text");
    if (c == '\\') {
      return Refuse("backslashes are not supported", "write plain text");
    }
    if (c == '|') return Refuse("tables are not supported", "write a list");
    if (c == '~' && next == '~') {
      return Refuse("crossing out is not supported", "leave it out");
    }
    if (c == '<' && (IsLetter(next) || next == '/' || next == '!')) {
      return Refuse("HTML is not supported", "write plain text");
    }
    if (c == '{' && next == '#') {
      return Refuse("an aspect stands after a heading", "");
    }
    if (c == '&' && IsCharacterReference()) {
      return Refuse("HTML is not supported", "write the character itself");
    }
    if (text_.substr(at_).starts_with("http://") ||
        text_.substr(at_).starts_with("https://")) {
      Refuse("an address inside a text",
             "write [label](https://...) in a paragraph of its own");
    }
  }

  void RefuseBracket() {
    const size_t close = text_.find(']', at_);
    const bool link = close != std::string_view::npos && Byte(close + 1) == '(';
    if (link && Before() == '!') {
      return Refuse("images are not supported", "leave it out");
    }
    if (link) {
      return Refuse("a link stands in a paragraph of its own",
                    "put an empty line before and after it");
    }
    Refuse("square brackets are for links and source marks",
           "use round brackets; a mark is [^name]");
  }

  // "_" inside a word is none.
  bool IsEmphasis(char c, char next) const {
    const auto in_word = [](char byte) {
      return IsLetter(byte) || IsDigit(byte) || byte == '_';
    };
    return c == '_' && in_word(Before()) != in_word(next);
  }

  bool IsCharacterReference() const {
    const size_t end = text_.find(';', at_);
    if (end == std::string_view::npos || end == at_ + 1) return false;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    return name.front() == '#' ||
           std::all_of(name.begin(), name.end(),
                       [](char c) { return IsLetter(c) || IsDigit(c); });
  }

  const std::string_view text_;
  size_t at_ = 0;
  InlineText result_;
};

bool HasOnlyUrlCharacters(std::string_view url) {
  return std::all_of(url.begin(), url.end(), [](unsigned char c) {
    return c > ' ' && c < 0x7F &&
           std::string_view("<>\"\\^`{|}").find(static_cast<char>(c)) ==
               std::string_view::npos;
  });
}

bool HasScheme(std::string_view url, std::string_view scheme) {
  return url.starts_with(scheme) && url.size() > scheme.size() &&
         HasOnlyUrlCharacters(url);
}

}  // namespace

MarkdownLine ClassifyLine(std::string_view line) {
  const size_t at = line.find_first_not_of(" \t\r");
  if (at == std::string_view::npos) return {};
  if (at == 0) {
    return line.front() == '#' ? ClassifyHeading(line)
                               : ClassifyContent(line, 0);
  }
  MarkdownLine content = ClassifyContent(line, at);
  switch (content.kind) {
    case LineKind::kText:
      content.kind = LineKind::kIndented;
      return content;
    case LineKind::kItem:
    case LineKind::kNumbered:
      return Refused(at, "lists have one level",
                     "do not indent items of a list");
    default:
      return content;
  }
}

InlineText ReadInline(std::string_view text) {
  return InlineReader(text).Read();
}

bool ParseLink(std::string_view text, LinkParts& parts) {
  if (!text.starts_with('[') || text.starts_with("[^") ||
      !text.ends_with(')')) {
    return false;
  }
  const size_t close = text.find("](");
  if (close == std::string_view::npos) return false;
  parts.label = text.substr(1, close - 1);
  parts.url_offset = close + 2;
  parts.url = text.substr(close + 2, text.size() - close - 3);
  return parts.url.find("](") == std::string_view::npos;
}

bool IsLinkUrl(std::string_view url) {
  return IsHttpsUrl(url) || HasScheme(url, "mailto:") || HasScheme(url, "tel:");
}

bool IsHttpsUrl(std::string_view url) { return HasScheme(url, "https://"); }

}  // namespace quiver
