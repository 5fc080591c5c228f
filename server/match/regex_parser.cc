#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "match/character_set.h"
#include "match/regex_syntax.h"

namespace quiver {
namespace {

using Kind = RegexNode::Kind;

constexpr int kMaxDepth = 200;

RegexNode Node(Kind kind) { return {.kind = kind}; }

RegexNode Node(Kind kind, std::vector<RegexNode> children) {
  if (children.empty()) return Node(Kind::kEmpty);
  if (children.size() == 1 && kind != Kind::kCapture) {
    return std::move(children.front());
  }
  return {.kind = kind, .children = std::move(children)};
}

// Whether `c` stands for itself, whatever is around it: most characters do.
bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ';
}

// How often the operator at the front of a pattern repeats.
struct Quantifier {
  int min = 0;
  int max = 0;
  size_t size = 0;  // 0 when there is no operator.
};

// Reads the number at the front of `text` and takes it off.
std::optional<int> TakeNumber(std::string_view& text) {
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  int number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(end - text.data());
  return number;
}

// {3}, {3,} or {3,5}; any other brace stands for itself.
Quantifier ReadCounts(std::string_view regex) {
  std::string_view rest = regex.substr(1);
  Quantifier counts;
  const std::optional<int> min = TakeNumber(rest);
  if (!min.has_value()) return {};
  counts.min = counts.max = *min;
  if (rest.starts_with(',')) {
    rest.remove_prefix(1);
    counts.max = rest.starts_with('}') ? RegexNode::kUnbounded
                                       : TakeNumber(rest).value_or(-2);
  }
  if (!rest.starts_with('}') || counts.max < RegexNode::kUnbounded) return {};
  counts.size = regex.size() - rest.size() + 1;
  return counts;
}

Quantifier ReadQuantifier(std::string_view regex) {
  if (regex.empty()) return {};
  Quantifier result;
  switch (regex[0]) {
    case '?':
      result = {0, 1, 1};
      break;
    case '*':
      result = {0, RegexNode::kUnbounded, 1};
      break;
    case '+':
      result = {1, RegexNode::kUnbounded, 1};
      break;
    case '{':
      result = ReadCounts(regex);
      break;
    default:
      return {};
  }
  const bool lazy = result.size > 0 && regex.substr(result.size, 1) == "?";
  if (lazy) ++result.size;
  return result;
}

// A recursive-descent parser.  A method returns absent at syntax that it does
// not understand, and everything above gives up.
class Parser {
 public:
  explicit Parser(std::string_view regex) : rest_(regex) {}

  std::optional<RegexSyntax> Parse() {
    std::optional<RegexNode> root = ParseAlternation(0);
    if (!root.has_value() || !rest_.empty()) return std::nullopt;
    return RegexSyntax{*std::move(root), lower_case_};
  }

 private:
  std::optional<RegexNode> ParseAlternation(int depth) {
    if (depth > kMaxDepth) return std::nullopt;
    std::vector<RegexNode> branches;
    do {
      std::optional<RegexNode> branch = ParseConcatenation(depth);
      if (!branch.has_value()) return std::nullopt;
      branches.push_back(*std::move(branch));
    } while (Take("|"));
    return Node(Kind::kAlternation, std::move(branches));
  }

  std::optional<RegexNode> ParseConcatenation(int depth) {
    constexpr size_t kUsualParts = 8;
    std::vector<RegexNode> parts;
    parts.reserve(kUsualParts);
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      if (IsPlain(rest_[0])) {
        AddPlain(parts);
        continue;
      }
      if (Take("\\Q")) {
        if (!ParseQuotation(parts)) return std::nullopt;
        continue;
      }
      std::optional<RegexNode> part = ParseAtom(depth);
      if (!part.has_value()) return std::nullopt;
      parts.push_back(*std::move(part));
      Repeat(parts.back());
    }
    return Node(Kind::kConcatenation, std::move(parts));
  }

  void AddPlain(std::vector<RegexNode>& parts) {
    RegexNode& part = parts.emplace_back();
    part.kind = Kind::kCharacter;
    part.characters.ascii.set(static_cast<unsigned char>(rest_[0]));
    rest_.remove_prefix(1);
    Repeat(part);
  }

  // What follows \Q, up to \E.  An operator after it repeats its last
  // character.
  bool ParseQuotation(std::vector<RegexNode>& parts) {
    while (!rest_.empty() && !Take("\\E")) {
      std::optional<RegexNode> part = Character(ReadLiteral(rest_));
      if (!part.has_value()) return false;
      parts.push_back(*std::move(part));
    }
    if (ReadQuantifier(rest_).size == 0) return true;
    if (parts.empty()) return false;
    Repeat(parts.back());
    return true;
  }

  std::optional<RegexNode> ParseAtom(int depth) {
    if (Take("(")) return ParseGroup(depth);
    if (Take("^") || Take("\\A")) return Node(Kind::kTextBegin);
    if (Take("$") || Take("\\z")) return Node(Kind::kTextEnd);
    if (Take("\\b")) return Node(Kind::kWordBoundary);
    if (Take("\\B")) return Node(Kind::kNotWordBoundary);
    if (Take(".")) return Character(CharacterReading{.set = AnyCharacter()});
    if (rest_[0] == '[') return Character(NonEmpty(ReadClass(rest_)));
    if (rest_[0] == '\\') return Character(NonEmpty(ReadEscape(rest_)));
    if (ReadQuantifier(rest_).size > 0) return std::nullopt;
    return Character(NonEmpty(ReadLiteral(rest_)));
  }

  // What follows the "(" of a group, through its ")".
  std::optional<RegexNode> ParseGroup(int depth) {
    bool captures = true;
    if (Take("?")) {
      const std::optional<GroupOpening> opening = ParseGroupOpening();
      if (!opening.has_value()) return std::nullopt;
      if (*opening == GroupOpening::kFlagsOnly) return Node(Kind::kEmpty);
      captures = *opening == GroupOpening::kNamed;
    }
    std::optional<RegexNode> body = ParseAlternation(depth + 1);
    if (!body.has_value() || !Take(")")) return std::nullopt;
    if (!captures) return body;
    std::vector<RegexNode> children;
    children.push_back(*std::move(body));
    return Node(Kind::kCapture, std::move(children));
  }

  enum class GroupOpening { kNamed, kPlain, kFlagsOnly };

  // What follows "(?": a name, or flags of which each is harmless to what
  // this parser says.  (?m) is not: it moves ^ and $.
  std::optional<GroupOpening> ParseGroupOpening() {
    if (Take("P<")) {
      const size_t close = rest_.find('>');
      if (close == std::string_view::npos) return std::nullopt;
      rest_.remove_prefix(close + 1);
      return GroupOpening::kNamed;
    }
    const size_t flags = rest_.find_first_not_of("isU-");
    if (flags == std::string_view::npos) return std::nullopt;
    lower_case_ = lower_case_ && flags == 0;
    rest_.remove_prefix(flags);
    if (Take(":")) return GroupOpening::kPlain;
    if (Take(")")) return GroupOpening::kFlagsOnly;
    return std::nullopt;
  }

  // Wraps `node` in the operator that follows it, if one does.
  void Repeat(RegexNode& node) {
    const Quantifier quantifier = ReadQuantifier(rest_);
    if (quantifier.size == 0) return;
    rest_.remove_prefix(quantifier.size);
    RegexNode repetition = {.kind = Kind::kRepetition,
                            .min = quantifier.min,
                            .max = quantifier.max};
    repetition.children.push_back(std::move(node));
    node = std::move(repetition);
  }

  static std::optional<CharacterReading> NonEmpty(CharacterReading reading) {
    if (reading.size == 0) return std::nullopt;
    return reading;
  }

  std::optional<RegexNode> Character(
      const std::optional<CharacterReading>& reading) {
    if (!reading.has_value()) return std::nullopt;
    rest_.remove_prefix(reading->size);
    lower_case_ = lower_case_ && reading->lower_case;
    return RegexNode{.kind = Kind::kCharacter, .characters = reading->set};
  }

  bool Take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::string_view rest_;
  bool lower_case_ = true;
};

}  // namespace

std::optional<RegexSyntax> ParseRegex(std::string_view regex) {
  return Parser(regex).Parse();
}

}  // namespace quiver
