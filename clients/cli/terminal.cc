#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace quiver {
namespace {

constexpr int kUsualWidth = 80;
constexpr int kLeastWidth = 20;
// Lines longer than this are tiring to read.
constexpr int kMostWidth = 100;

std::string_view Environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

int WidthOf(std::FILE* stream) {
  winsize size = {};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const std::string_view columns = Environment("COLUMNS");
  int width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width > 0 ? width : kUsualWidth;
}

std::string_view CodeOf(Paint paint) {
  switch (paint) {
    case Paint::kPlain:
      return "";
    case Paint::kBold:
      return "\x1b[1m";
    case Paint::kDim:
      return "\x1b[2m";
    case Paint::kDanger:
      return "\x1b[1;31m";
    case Paint::kAccent:
      return "\x1b[36m";
    case Paint::kGood:
      return "\x1b[32m";
  }
  return "";
}

// The first character of `text` and its length in bytes.  A byte that starts
// none is taken for a character of its own.
struct Character {
  utf8proc_int32_t code = 0;
  size_t length = 1;
  bool valid = false;
};

Character FirstCharacter(std::string_view text) {
  utf8proc_int32_t code = -1;
  const utf8proc_ssize_t length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0 || code < 0) return {};
  return {code, static_cast<size_t>(length), true};
}

bool IsPrintable(const Character& character) {
  if (!character.valid) return false;
  const utf8proc_int32_t code = character.code;
  const bool turns_direction =
      (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return !turns_direction &&
         (code == '\n' || utf8proc_category(code) != UTF8PROC_CATEGORY_CC);
}

// Writes words in lines of a width.
class Filler {
 public:
  Filler(int width, std::string_view first, std::string_view indent)
      : width_(static_cast<size_t>(width)),
        indent_(indent.empty() ? std::string(Columns(first), ' ')
                               : std::string(indent)),
        filled_(first),
        column_(Columns(first)) {}

  void Add(std::string_view word) {
    const size_t columns = Columns(word);
    if (!at_start_ && column_ + 1 + columns > width_) BreakLine();
    if (!at_start_) {
      filled_ += ' ';
      ++column_;
    }
    filled_ += word;
    column_ += columns;
    at_start_ = false;
  }

  void BreakLine() {
    filled_ += '\n';
    filled_ += indent_;
    column_ = Columns(indent_);
    at_start_ = true;
  }

  std::string Take() { return std::move(filled_); }

 private:
  const size_t width_;
  const std::string indent_;
  std::string filled_;
  size_t column_;
  bool at_start_ = true;  // Nothing but the indent is in this line.
};

}  // namespace

TextStyle StyleFor(std::FILE* stream, bool no_colour, int width) {
  TextStyle style;
  style.colour = !no_colour && isatty(fileno(stream)) == 1 &&
                 Environment("NO_COLOR").empty() &&
                 Environment("TERM") != "dumb";
  style.width = width > 0
                    ? std::max(width, kLeastWidth)
                    : std::clamp(WidthOf(stream), kLeastWidth, kMostWidth);
  return style;
}

std::string Painted(std::string_view text, Paint paint,
                    const TextStyle& style) {
  if (!style.colour || paint == Paint::kPlain || text.empty()) {
    return std::string(text);
  }
  return std::string(CodeOf(paint)).append(text).append("\x1b[0m");
}

std::string Printable(std::string_view text) {
  std::string printable;
  while (!text.empty()) {
    const Character character = FirstCharacter(text);
    if (IsPrintable(character)) {
      printable += text.substr(0, character.length);
    } else if (character.code == '\t') {
      printable += ' ';
    }
    text.remove_prefix(character.length);
  }
  return printable;
}

size_t Columns(std::string_view text) {
  size_t columns = 0;
  while (!text.empty()) {
    const Character character = FirstCharacter(text);
    if (character.valid) {
      columns +=
          static_cast<size_t>(std::max(0, utf8proc_charwidth(character.code)));
    }
    text.remove_prefix(character.length);
  }
  return columns;
}

std::string Wrapped(std::string_view text, int width, std::string_view first,
                    std::string_view indent) {
  Filler filler(width, first, indent);
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) filler.Add(text.substr(0, end));
    if (end < text.size() && text[end] == '\n') filler.BreakLine();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return filler.Take();
}

}  // namespace quiver
