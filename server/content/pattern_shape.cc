#include "content/pattern_shape.h"

#include <algorithm>
#include <charconv>

namespace quiver {
namespace {

constexpr int kMaxDepth = 200;
// Of one character or class, such as \W with its ranges of UTF-8.
constexpr size_t kMostPerCharacter = 40;
// More are too many for any program; no sum or product of two overflows.
constexpr size_t kTooMany = size_t{1} << 30;

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Reads a pattern from left to right.  What it does not know makes `known_`
// false for good.
class ShapeReader {
 public:
  explicit ShapeReader(std::string_view regex) : rest_(regex) {}

  std::optional<PatternShape> Read() {
    const PatternShape shape = ReadAlternation(0);
    if (!known_ || !rest_.empty()) return std::nullopt;
    return shape;
  }

 private:
  PatternShape ReadAlternation(int depth) {
    known_ = known_ && depth <= kMaxDepth;
    PatternShape shape{false, 1};
    do {
      const PatternShape branch = ReadSequence(depth);
      shape.may_be_empty = shape.may_be_empty || branch.may_be_empty;
      Add(branch.most_instructions + 1, shape);
    } while (known_ && Take("|"));
    return shape;
  }

  PatternShape ReadSequence(int depth) {
    PatternShape shape{true, 1};
    while (known_ && !rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      PatternShape part = ReadPart(depth);
      while (known_ && Repeat(part)) {
      }
      shape.may_be_empty = shape.may_be_empty && part.may_be_empty;
      Add(part.most_instructions, shape);
    }
    return shape;
  }

  PatternShape ReadPart(int depth) {
    if (Take("(")) return ReadGroup(depth);
    if (Take("^") || Take("$")) return {true, 1};
    if (rest_[0] == '[') return ReadClass();
    if (rest_[0] == '\\') return ReadEscape();
    rest_.remove_prefix(1);
    while (!rest_.empty() && IsContinuation(rest_[0])) rest_.remove_prefix(1);
    return {false, kMostPerCharacter};
  }

  // What follows a "(", through its ")": (x), (?:x), (?i), (?i:x), (?P<name>x).
  PatternShape ReadGroup(int depth) {
    if (Take("?")) {
      const size_t end = std::min(rest_.find_first_of(":>)"), rest_.size());
      rest_.remove_prefix(end);
      if (Take(")")) return {true, 1};
      rest_.remove_prefix(std::min<size_t>(rest_.size(), 1));
    }
    PatternShape shape = ReadAlternation(depth + 1);
    known_ = known_ && Take(")");
    return shape;
  }

  PatternShape ReadClass() {
    size_t at = 1;
    if (rest_.substr(at, 1) == "^") ++at;
    if (rest_.substr(at, 1) == "]") ++at;
    while (at < rest_.size() && rest_[at] != ']') {
      known_ = known_ && rest_[at] != '[';
      const bool escapes = rest_[at] == '\\';
      if (escapes) known_ = known_ && IsPlainEscape(rest_.substr(at + 1));
      at += escapes ? 2 : 1;
    }
    at = std::min(at + 1, rest_.size());
    rest_.remove_prefix(at);
    return {false, kMostPerCharacter * at};
  }

  PatternShape ReadEscape() {
    rest_.remove_prefix(1);
    known_ = known_ && IsPlainEscape(rest_);
    if (!known_) return {};
    const bool asserts =
        std::string_view("bBAz").find(rest_[0]) != std::string_view::npos;
    rest_.remove_prefix(1);
    return {asserts, kMostPerCharacter};
  }

  // Whether one ASCII character follows a backslash, and neither it nor what
  // comes behind it has a syntax of its own.
  static bool IsPlainEscape(std::string_view after) {
    constexpr std::string_view kLetters = "bBAzdDsSwWntrfva";
    if (after.empty() || static_cast<unsigned char>(after[0]) >= 0x80) {
      return false;
    }
    const char c = after[0];
    const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9');
    return !is_name || kLetters.find(c) != std::string_view::npos;
  }

  // Applies the operator that follows to `part`; false when none does.
  bool Repeat(PatternShape& part) {
    size_t times = 1;
    if (Take("*") || Take("?")) {
      part.may_be_empty = true;
    } else if (!Take("+") && !TakeCounts(times, part)) {
      return false;
    }
    Take("?");  // Lazy: the same language.
    part.most_instructions =
        std::min(times * (part.most_instructions + 2), kTooMany);
    return true;
  }

  // {3}, {3,} or {3,5}; any other brace stands for itself.
  bool TakeCounts(size_t& times, PatternShape& part) {
    if (!rest_.starts_with('{')) return false;
    std::string_view rest = rest_.substr(1);
    size_t least = 0;
    if (!TakeNumber(rest, least)) return false;
    times = least + 1;
    if (rest.starts_with(',')) {
      rest.remove_prefix(1);
      if (!rest.starts_with('}') && !TakeNumber(rest, times)) return false;
    }
    if (!rest.starts_with('}')) return false;
    rest_ = rest.substr(1);
    times = std::clamp<size_t>(times, 1, kTooMany);
    part.may_be_empty = part.may_be_empty || least == 0;
    return true;
  }

  static bool TakeNumber(std::string_view& text, size_t& number) {
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    return true;
  }

  static void Add(size_t instructions, PatternShape& shape) {
    shape.most_instructions =
        std::min(shape.most_instructions + instructions, kTooMany);
  }

  bool Take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::string_view rest_;
  bool known_ = true;
};

}  // namespace

std::optional<PatternShape> ShapeOf(std::string_view regex) {
  return ShapeReader(regex).Read();
}

}  // namespace quiver
