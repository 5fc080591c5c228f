#include "match/pattern_lint.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "fmt/core.h"
#include "match/pattern_words.h"
#include "match/regex_syntax.h"
#include "match/required_literals.h"
#include "re2/re2.h"

namespace quiver {
namespace {

using Kind = RegexNode::Kind;
using re2::RE2;
using re2::StringPiece;

// RE2's program size; a plain pattern has about one instruction a character.
constexpr int kLargeProgram = 400;
constexpr int kHugeProgram = 2000;
constexpr int kWideWordGap = 8;
constexpr int kWideGap = 20;
constexpr size_t kShortLiteral = 3;
constexpr int kManyOrders = 3;  // Two words either way round are fine.

class CompiledPattern {
 public:
  // Compiles `regex` as the matcher does.
  CompiledPattern(std::string_view regex,
                  const std::optional<RegexSyntax>& syntax)
      : regex_(StringPiece(regex.data(), regex.size()),
               Options(syntax.has_value() && syntax->lower_case)) {}

  bool Matches(const char* text) const {
    return regex_.ok() && RE2::PartialMatch(text, regex_);
  }
  bool MatchesEverything() const {
    return Matches("") && Matches("q") && Matches("~ 7") && Matches("zx kvq!");
  }
  const RE2& regex() const { return regex_; }

 private:
  static RE2::Options Options(bool case_sensitive) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(case_sensitive);
    return options;
  }

  RE2 regex_;
};

RequiredLiterals Required(const std::optional<RegexSyntax>& syntax) {
  return syntax.has_value() ? FindRequiredLiterals(syntax->root)
                            : RequiredLiterals();
}

bool IsAny(const RegexNode& node) {
  return node.Is(Kind::kCharacter) && node.characters.IsAny();
}

bool IsRepeatedForever(const RegexNode& node) {
  return node.Is(Kind::kRepetition) && node.max == RegexNode::kUnbounded;
}

bool IsAnything(const RegexNode& node) {
  return IsRepeatedForever(node) && IsAny(node.children.front());
}

bool IsCounted(const RegexNode& node) {
  return node.Is(Kind::kRepetition) && node.max > 1;
}

// Whether `node` or a part of it satisfies `condition`.
bool Any(const RegexNode& node,
         const std::function<bool(const RegexNode&)>& condition) {
  return condition(node) ||
         std::any_of(
             node.children.begin(), node.children.end(),
             [&](const RegexNode& child) { return Any(child, condition); });
}

bool IsWideWordGap(const RegexNode& node) {
  return IsCounted(node) && node.max > kWideWordGap &&
         Any(node.children.front(), IsRepeatedForever);
}

bool IsWideGap(const RegexNode& node) {
  return IsCounted(node) && node.max > kWideGap && IsAny(node.children.front());
}

bool IsNestedCount(const RegexNode& node) {
  return IsCounted(node) && Any(node.children.front(), IsCounted);
}

bool CapturesAnything(const RegexNode& node) {
  return node.Is(Kind::kCapture) && Any(node.children.front(), IsAnything);
}

// An alternation that lists the orders in which the same words may come.
bool ListsOrders(const RegexNode& node) {
  if (!node.Is(Kind::kAlternation)) return false;
  std::map<std::vector<std::string>, int> branches;
  for (const RegexNode& branch : node.children) {
    std::vector<std::string> words = WordsOf(branch);
    if (words.size() < 2) continue;
    if (++branches[std::move(words)] >= kManyOrders) return true;
  }
  return false;
}

// Whether a match begins or ends with text of any kind.
bool HasLooseEnd(const RegexNode& root) {
  if (IsAnything(root)) return true;
  return root.Is(Kind::kConcatenation) && (IsAnything(root.children.front()) ||
                                           IsAnything(root.children.back()));
}

// \p or \P, not the backslash of another escape.
bool HasUnicodeClass(std::string_view regex) {
  for (size_t i = 0; i + 1 < regex.size(); ++i) {
    if (regex[i] != '\\') continue;
    ++i;
    if (regex[i] == 'p' || regex[i] == 'P') return true;
  }
  return false;
}

bool IsWeak(const LiteralGroup& group) {
  return std::any_of(group.literals.begin(), group.literals.end(),
                     [](const std::string& literal) {
                       const bool whole = literal.front() == kBoundarySymbol &&
                                          literal.back() == kBoundarySymbol;
                       return LiteralWidth(literal) < kShortLiteral && !whole;
                     });
}

std::string SizeWarning(int size) {
  if (size > kHugeProgram) {
    return fmt::format("is too large: {} instructions, at most {}", size,
                       kHugeProgram);
  }
  return size <= kLargeProgram
             ? ""
             : fmt::format("is large and slow: {} instructions, better {}",
                           size, kLargeProgram);
}

std::string LiteralWarning(const RequiredLiterals& required) {
  if (required.groups.empty()) {
    return "has no word that must be there: it is run on every message";
  }
  const bool weak =
      std::all_of(required.groups.begin(), required.groups.end(), IsWeak);
  return weak ? "requires only fragments of one or two letters: add a whole "
                "word"
              : "";
}

// What is wrong with the shape of a pattern.
std::vector<std::string> ShapeWarnings(const RegexNode& root) {
  struct Check {
    bool (*holds)(const RegexNode&);
    const char* warning;
  };
  static constexpr Check kChecks[] = {
      {IsWideWordGap, "skips more than 8 words by count: use .* or fewer"},
      {IsWideGap, "skips more than 20 characters by count: use .* or fewer"},
      {IsNestedCount, "repeats by count inside a repetition by count"},
      {ListsOrders, "lists orders of the same words: write several patterns"},
      {CapturesAnything, "captures text without bound: capture \\w+ or less"},
  };
  std::vector<std::string> warnings;
  if (HasLooseEnd(root)) {
    warnings.push_back("has .* at an end, where it finds nothing more");
  }
  for (const Check& check : kChecks) {
    if (Any(root, check.holds)) warnings.push_back(check.warning);
  }
  return warnings;
}

}  // namespace

std::vector<std::string> LintPattern(std::string_view regex) {
  const std::optional<RegexSyntax> syntax = ParseRegex(regex);
  const CompiledPattern compiled(regex, syntax);
  if (!compiled.regex().ok()) {
    return {fmt::format("does not compile: {}", compiled.regex().error())};
  }
  std::vector<std::string> warnings = {
      compiled.MatchesEverything() ? "matches every message" : "",
      SizeWarning(compiled.regex().ProgramSize()),
      LiteralWarning(Required(syntax)),
      HasUnicodeClass(regex) ? "has a class \\p, which is large: use \\w" : "",
  };
  if (syntax.has_value()) {
    const std::vector<std::string> shape = ShapeWarnings(syntax->root);
    warnings.insert(warnings.end(), shape.begin(), shape.end());
  }
  std::erase(warnings, "");
  return warnings;
}

bool MatchesEmpty(std::string_view regex) {
  return CompiledPattern(regex, ParseRegex(regex)).Matches("");
}

bool MatchesEverything(std::string_view regex) {
  return CompiledPattern(regex, ParseRegex(regex)).MatchesEverything();
}

size_t RequiredLiteralGroups(std::string_view regex) {
  return Required(ParseRegex(regex)).groups.size();
}

}  // namespace quiver
