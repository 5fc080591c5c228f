#ifndef QUIVER_CLI_TERMINAL_H_
#define QUIVER_CLI_TERMINAL_H_

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace quiver {

// How text looks where it goes.
struct TextStyle {
  bool colour = false;
  int width = 80;  // Columns, at least 20.
};

// The style for `stream`: its width when it is a terminal, else $COLUMNS or
// 80; colour on a terminal only, and not when `no_colour`, $NO_COLOR (not
// empty) or TERM=dumb say so.  `width` above 0 is taken as it is.
TextStyle StyleFor(std::FILE* stream, bool no_colour, int width);

enum class Paint { kPlain, kBold, kDim, kDanger, kAccent, kGood };

// `text` in a colour, when `style` has colours.
std::string Painted(std::string_view text, Paint paint, const TextStyle& style);

// UTF-8 `text` without what a terminal would take for commands: control
// characters (line breaks stay) and marks that turn the direction of writing.
std::string Printable(std::string_view text);

// Columns that UTF-8 `text` takes: wide characters two, combining ones none.
size_t Columns(std::string_view text);

// Breaks `text` between words so that no line is wider than `width`, where
// words allow.  The first line starts with `first`, later ones with `indent`,
// or with blanks as wide as `first` if that is empty.  Line breaks in `text`
// are kept.  Ends without a line break.
std::string Wrapped(std::string_view text, int width,
                    std::string_view first = "", std::string_view indent = "");

}  // namespace quiver

#endif  // QUIVER_CLI_TERMINAL_H_
