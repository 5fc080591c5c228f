#ifndef QUIVER_TESTS_CONTENT_BAD_CASE_H_
#define QUIVER_TESTS_CONTENT_BAD_CASE_H_

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "content/small_assistant.h"

namespace quiver {

// A file with mistakes, and everything that is said about it.
struct BadCase {
  std::string_view name;
  std::string_view text;
  std::vector<std::string> problems;  // "3:5: what is wrong | what to do"
};

inline std::ostream& operator<<(std::ostream& out, const BadCase& bad) {
  return out << bad.name;
}

inline std::string NameOf(const ::testing::TestParamInfo<BadCase>& bad) {
  return std::string(bad.param.name);
}

// What is said about `text` as file `path` of the small assistant.  Places in
// that file are given without its name.
inline std::vector<std::string> ProblemsOfFile(const std::string& path,
                                               std::string_view text) {
  std::vector<std::string> problems =
      ProblemsOf(SmallAssistantWith(path, text));
  for (std::string& problem : problems) {
    const size_t at = problem.find(path + ":");
    if (at != std::string::npos) problem.erase(at, path.size() + 1);
  }
  return problems;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_CONTENT_BAD_CASE_H_
