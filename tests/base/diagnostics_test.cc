#include "base/diagnostics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

Diagnostics WithFile(std::string_view text) {
  Diagnostics diagnostics;
  diagnostics.AddFile("a.yaml", text);
  return diagnostics;
}

// How one error at line 1 of `text` is shown.
struct CaretCase {
  const char* name;
  const char* text;
  int column;
  const char* shown;
};

class CaretTest : public testing::TestWithParam<CaretCase> {};

TEST_P(CaretTest, StandsUnderTheCharacter) {
  Diagnostics diagnostics = WithFile(GetParam().text);
  diagnostics.Error({"a.yaml", 1, GetParam().column}, "wrong");

  EXPECT_EQ(diagnostics.Format(diagnostics.Sorted().front()), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Diagnostics, CaretTest,
    testing::Values(CaretCase{"First", "key: x", 1,
                              "a.yaml:1:1: error: wrong\n"
                              "     1 | key: x\n"
                              "       | ^\n"},
                    CaretCase{"Later", "key: x", 6,
                              "a.yaml:1:6: error: wrong\n"
                              "     1 | key: x\n"
                              "       |      ^\n"},
                    CaretCase{"AfterTab", "\tx", 2,
                              "a.yaml:1:2: error: wrong\n"
                              "     1 | \tx\n"
                              "       | \t^\n"},
                    CaretCase{"AfterLongCharacters", "\xC3\xA9\xE2\x82\xACx", 3,
                              "a.yaml:1:3: error: wrong\n"
                              "     1 | \xC3\xA9\xE2\x82\xACx\n"
                              "       |   ^\n"},
                    CaretCase{"BehindTheLine", "x", 4,
                              "a.yaml:1:4: error: wrong\n"
                              "     1 | x\n"
                              "       |    ^\n"},
                    CaretCase{"OfTheWholeLine", "key: x", 0,
                              "a.yaml:1: error: wrong\n"
                              "     1 | key: x\n"},
                    CaretCase{"WithoutCarriageReturn", "key: x\r\n", 1,
                              "a.yaml:1:1: error: wrong\n"
                              "     1 | key: x\n"
                              "       | ^\n"}),
    [](const auto& tested) { return tested.param.name; });

TEST(DiagnosticsTest, PlaceWithoutLineIsTheFile) {
  Diagnostics diagnostics = WithFile("");
  diagnostics.Error({"a.yaml", 0, 0}, "is empty", "write something");

  EXPECT_EQ(diagnostics.Format(diagnostics.Sorted().front()),
            "a.yaml: error: is empty\n       = write something\n");
}

TEST(DiagnosticsTest, LineOfAnUnknownFileIsNotShown) {
  Diagnostics diagnostics;
  diagnostics.Warning({"b.yaml", 7, 3}, "odd");

  EXPECT_EQ(diagnostics.Format(diagnostics.Sorted().front()),
            "b.yaml:7:3: warning: odd\n");
}

TEST(DiagnosticsTest, SortsByFileLineAndColumn) {
  Diagnostics diagnostics;
  diagnostics.Error({"b", 1, 1}, "fifth");
  diagnostics.Error({"a", 2, 1}, "third");
  diagnostics.Error({"a", 2, 9}, "fourth");
  diagnostics.Warning({"a", 1, 5}, "second");
  diagnostics.Error({"a", 0, 0}, "first");

  EXPECT_THAT(diagnostics.Sorted(),
              ElementsAre(Field(&Diagnostic::message, "first"),
                          Field(&Diagnostic::message, "second"),
                          Field(&Diagnostic::message, "third"),
                          Field(&Diagnostic::message, "fourth"),
                          Field(&Diagnostic::message, "fifth")));
}

TEST(DiagnosticsTest, WarningsAreNoErrors) {
  Diagnostics diagnostics;
  diagnostics.Warning({"a", 1, 1}, "odd");
  EXPECT_FALSE(diagnostics.HasErrors());

  diagnostics.Error({"a", 1, 1}, "wrong");
  EXPECT_TRUE(diagnostics.HasErrors());
  EXPECT_EQ(diagnostics.error_count(), 1);
}

TEST(DiagnosticsTest, AllEndWithTheirCount) {
  Diagnostics diagnostics;
  EXPECT_EQ(diagnostics.FormatAll(), "");

  diagnostics.Error({"a", 1, 0}, "wrong");
  diagnostics.Warning({"a", 2, 0}, "odd");
  diagnostics.Warning({"a", 3, 0}, "odd");
  EXPECT_EQ(diagnostics.FormatAll(),
            "a:1: error: wrong\na:2: warning: odd\na:3: warning: odd\n"
            "1 error, 2 warnings\n");
}

}  // namespace
}  // namespace quiver
