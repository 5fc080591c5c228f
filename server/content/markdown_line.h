#ifndef QUIVER_CONTENT_MARKDOWN_LINE_H_
#define QUIVER_CONTENT_MARKDOWN_LINE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// Something that the small Markdown of documents does not have.
struct MarkupError {
  size_t offset = 0;  // In the line.
  std::string message;
  std::string advice;
};

enum class LineKind {
  kBlank,
  kText,
  kIndented,  // Text after blanks: goes on with an item of a list.
  kHeading,   // "## ..."
  kItem,      // "- ..."
  kNumbered,  // "1. ..."
  kRefused,   // Other markup: `error` says which.
};

// What a line begins with.
struct MarkdownLine {
  LineKind kind = LineKind::kBlank;
  size_t content = 0;  // Offset of what follows the marker.
  int number = 0;      // Of kNumbered.
  MarkupError error;   // Of kRefused.
};

// Classifies `line`, which has no end of line.
MarkdownLine ClassifyLine(std::string_view line);

// A source mark inside a text.
struct InlineMark {
  std::string_view name;
  size_t offset = 0;
};

// A piece of running text, without its source marks.
struct InlineText {
  std::string text;  // Single spaces; none around it.
  std::vector<InlineMark> marks;
  std::vector<MarkupError> errors;  // At most one, the first.
};

// Reads `text`: plain words and source marks.  Offsets are in `text`.
InlineText ReadInline(std::string_view text);

// A paragraph that is a link: [label](url).
struct LinkParts {
  std::string_view label;
  std::string_view url;
  size_t url_offset = 0;
};

// Whether all of `text` is a link; its parts then are in `parts`.
bool ParseLink(std::string_view text, LinkParts& parts);

// Whether `url` may stand in a link: https, mailto or tel, without blanks.
bool IsLinkUrl(std::string_view url);

// Whether `url` is an https address, without blanks.
bool IsHttpsUrl(std::string_view url);

}  // namespace quiver

#endif  // QUIVER_CONTENT_MARKDOWN_LINE_H_
