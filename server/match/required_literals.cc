#include "match/required_literals.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "match/string_list.h"

namespace quiver {
namespace {

using Kind = RegexNode::Kind;

constexpr size_t kMaxLiterals = 256;

bool IsMark(char c) { return c >= kAssertBoundary && c <= kAssertEnd; }

bool IsWord(char c) { return IsWordCharacter(static_cast<unsigned char>(c)); }

// Whether `marks`, met beside the character `c`, mean that a word starts or
// ends between them.
bool ImpliesBoundary(std::string_view marks, char c) {
  const auto holds = [marks](char mark) {
    return marks.find(mark) != std::string_view::npos;
  };
  if (holds(kAssertBoundary)) return true;
  return IsWord(c) ? holds(kBesideNonWord) || holds(kAssertEnd)
                   : holds(kBesideWord);
}

// Writes what goes between `marks` and the first character after them.
std::string Opening(std::string_view marks, char first) {
  if (marks.find(kAssertBegin) != std::string_view::npos) {
    return IsWord(first) ? std::string{kBeginSymbol, kBoundarySymbol}
                         : std::string{kBeginSymbol};
  }
  return ImpliesBoundary(marks, first) ? std::string{kBoundarySymbol} : "";
}

// Turns a string with marks into the form of a literal.  Marks between two
// characters say nothing that the characters do not.
std::string ToLiteral(std::string_view marked) {
  std::string literal;
  std::string marks;
  char previous = 0;
  for (char c : marked) {
    if (IsMark(c)) {
      marks += c;
      continue;
    }
    if (previous == 0) {
      literal = Opening(marks, c);
    } else if (IsWord(previous) != IsWord(c)) {
      literal += kBoundarySymbol;
    }
    literal += c;
    previous = c;
    marks.clear();
  }
  if (previous != 0 && ImpliesBoundary(marks, previous)) {
    literal += kBoundarySymbol;
  }
  return literal;
}

// A literal that nearly every text holds is not worth looking for: a lone
// letter that need not be a word, a space.
bool IsSelective(const std::string& literal) {
  const uint32_t width = LiteralWidth(literal);
  const bool content = std::any_of(literal.begin(), literal.end(), [](char c) {
    return IsWord(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  return content && (width > 1 || literal.size() >= width + 2);
}

// A set of the bytes of `literal`: only what has all of them may hold it.
uint64_t BytesOf(std::string_view literal) {
  uint64_t bytes = 0;
  for (const char c : literal) bytes |= uint64_t{1} << (c & 63);
  return bytes;
}

// Sorts `literals` and drops each that holds another one.
void Reduce(std::vector<std::string>& literals) {
  if (literals.size() < 2) return;
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  std::vector<uint64_t> bytes;
  bytes.reserve(literals.size());
  for (const std::string& literal : literals) bytes.push_back(BytesOf(literal));
  std::vector<std::string> kept;
  for (size_t i = 0; i < literals.size(); ++i) {
    bool holds_another = false;
    for (size_t part = 0; part < literals.size() && !holds_another; ++part) {
      holds_another = (bytes[part] & ~bytes[i]) == 0 &&
                      literals[part].size() < literals[i].size() &&
                      literals[i].find(literals[part]) != std::string::npos;
    }
    if (!holds_another) kept.push_back(literals[i]);
  }
  literals = std::move(kept);
}

size_t Shortest(const LiteralGroup& group) {
  size_t shortest = std::string::npos;
  for (const std::string& literal : group.literals) {
    shortest = std::min(shortest, literal.size());
  }
  return shortest;
}

// Whether `left` makes a better single requirement than `right`.
bool IsRarer(const LiteralGroup& left, const LiteralGroup& right) {
  if (Shortest(left) != Shortest(right)) {
    return Shortest(left) > Shortest(right);
  }
  return left.literals.size() < right.literals.size();
}

// The mark of a neighbour that takes one of `characters`.
StringList Beside(const CharacterSet& characters) {
  if (characters.MayBeWord() == characters.MayBeNonWord()) return {""};
  return {
      std::string(1, characters.MayBeWord() ? kBesideWord : kBesideNonWord)};
}

// Walks a pattern from left to right.  As long as all that the pattern can
// have taken since the last break is a short list of strings, the list grows;
// a break makes it a group and starts anew.
class LiteralCollector {
 public:
  RequiredLiterals Collect(const RegexNode& regex) {
    Add(regex);
    required_.tail = Break();
    return std::move(required_);
  }

 private:
  void Add(const RegexNode& node) {
    if (const std::optional<StringList> strings = StringsOf(node)) {
      AddStrings(*strings);
      return;
    }
    switch (node.kind) {
      case Kind::kCharacter:
        AddWideCharacter(node.characters);
        break;
      case Kind::kConcatenation:
        for (const RegexNode& child : node.children) Add(child);
        break;
      case Kind::kAlternation:
        AddAlternation(node);
        break;
      case Kind::kRepetition:
        AddRepetition(node);
        break;
      default:
        for (const RegexNode& child : node.children) Add(child);
    }
  }

  void AddStrings(const StringList& strings) {
    if (!MayJoin(current_, strings)) Break();
    current_ = Join(std::move(current_), strings);
  }

  // A character of too many to list still tells its neighbours whether they
  // stand at the end of a word.
  void AddWideCharacter(const CharacterSet& characters) {
    AddStrings(Beside(characters));
    Break();
    AddStrings(Beside(characters));
  }

  void AddRepetition(const RegexNode& node) {
    if (node.min == 0) {
      Break();
      return;
    }
    const RegexNode& child = node.children.front();
    // "ha" twice is "haha", not "ha" and later "ha".
    const bool joins = StringsOf(child).has_value();
    for (int i = 0; i < (joins ? node.min : 1); ++i) Add(child);
    Break();
    if (child.Is(Kind::kCharacter)) AddStrings(Beside(child.characters));
  }

  // One group of the best requirement of each branch.
  void AddAlternation(const RegexNode& node) {
    Break();
    LiteralGroup group;
    for (const RegexNode& branch : node.children) {
      const RequiredLiterals required = LiteralCollector().Collect(branch);
      if (required.groups.empty()) return;
      const auto best = std::min_element(required.groups.begin(),
                                         required.groups.end(), IsRarer);
      group.literals.insert(group.literals.end(), best->literals.begin(),
                            best->literals.end());
      if (group.literals.size() > kMaxLiterals) return;
    }
    Reduce(group.literals);
    required_.groups.push_back(std::move(group));
  }

  // Returns how many bytes of text the new group may stand for, if there is
  // one.
  std::optional<uint32_t> Break() {
    LiteralGroup group;
    uint32_t width = 0;
    for (const std::string& marked : current_) {
      group.literals.push_back(ToLiteral(marked));
      width = std::max(width, LiteralWidth(group.literals.back()));
    }
    current_ = {""};
    const bool selective =
        std::all_of(group.literals.begin(), group.literals.end(), IsSelective);
    const bool at_start = std::exchange(at_start_, false);
    if (!selective) return std::nullopt;
    if (at_start) required_.head = width;
    Reduce(group.literals);
    required_.groups.push_back(std::move(group));
    return width;
  }

  StringList current_ = {""};  // With marks; see string_list.h.
  bool at_start_ = true;       // No break so far.
  RequiredLiterals required_;
};

}  // namespace

uint32_t LiteralWidth(std::string_view literal) {
  return static_cast<uint32_t>(std::count_if(
      literal.begin(), literal.end(),
      [](char c) { return c != kBoundarySymbol && c != kBeginSymbol; }));
}

RequiredLiterals FindRequiredLiterals(const RegexNode& regex) {
  return LiteralCollector().Collect(regex);
}

}  // namespace quiver
