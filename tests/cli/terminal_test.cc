#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace quiver {
namespace {

TEST(ColumnsTest, CountsWhatTheTerminalShows) {
  EXPECT_EQ(Columns(""), 0u);
  EXPECT_EQ(Columns("calf"), 4u);
  EXPECT_EQ(Columns("párpado"), 7u);
  EXPECT_EQ(Columns("e\u0301"), 1u);  // Letter and combining accent.
  EXPECT_EQ(Columns("筋肉"), 4u);     // Wide characters.
}

TEST(PrintableTest, LeavesOutWhatWouldCommandTheTerminal) {
  EXPECT_EQ(Printable("plain\ntext"), "plain\ntext");
  EXPECT_EQ(Printable("a\x1b[31mred\x07"), "a[31mred");
  EXPECT_EQ(Printable("a\u009b31mb"), "a31mb");
  EXPECT_EQ(Printable("abc\u202edef"), "abcdef");  // Turns the direction.
  EXPECT_EQ(Printable("tab\there"), "tab here");
  EXPECT_EQ(Printable("bad \xff byte"), "bad  byte");
  EXPECT_EQ(Printable("¿qué? 筋"), "¿qué? 筋");
}

struct WrapCase {
  const char* text;
  int width;
  const char* first;
  const char* indent;
  const char* wrapped;
};

TEST(WrappedTest, BreaksBetweenWords) {
  const WrapCase cases[] = {
      {"", 20, "", "", ""},
      {"short", 20, "", "", "short"},
      {"exactly twenty chars", 20, "", "", "exactly twenty chars"},
      {"exactly twenty chars!", 20, "", "", "exactly twenty\nchars!"},
      {"one two three", 8, "- ", "", "- one\n  two\n  three"},
      {"one two three", 10, "!! ", "!! ", "!! one two\n!! three"},
      {"averyveryverylongword here", 10, "", "", "averyveryverylongword\nhere"},
      {"kept\nbreaks and  blanks", 40, "> ", "", "> kept\n  breaks and blanks"},
      {"筋肉筋肉 筋肉", 10, "", "", "筋肉筋肉\n筋肉"},
  };
  for (const WrapCase& test : cases) {
    EXPECT_EQ(Wrapped(test.text, test.width, test.first, test.indent),
              test.wrapped)
        << test.text;
  }
}

TEST(PaintedTest, AddsColourOnlyWhereThereIsColour) {
  TextStyle style;
  EXPECT_EQ(Painted("stop", Paint::kDanger, style), "stop");
  style.colour = true;
  EXPECT_EQ(Painted("stop", Paint::kDanger, style), "\x1b[1;31mstop\x1b[0m");
  EXPECT_EQ(Painted("go", Paint::kPlain, style), "go");
  EXPECT_EQ(Painted("", Paint::kDanger, style), "");
}

TEST(StyleForTest, HasNoColourInAFile) {
  std::FILE* const file = std::tmpfile();
  EXPECT_FALSE(StyleFor(file, /*no_colour=*/false, 0).colour);
  EXPECT_EQ(StyleFor(file, false, 120).width, 120);
  EXPECT_EQ(StyleFor(file, false, 5).width, 20);
  std::fclose(file);
}

}  // namespace
}  // namespace quiver
