#include "match/pattern_words.h"

#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "match/string_list.h"

namespace quiver {
namespace {

using Kind = RegexNode::Kind;

constexpr size_t kShortestWord = 3;

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

// Walks a pattern from left to right, as required_literals.cc does, but goes
// into its optional parts, too.
class WordCollector {
 public:
  explicit WordCollector(std::set<std::string>& words) : words_(words) {}

  void Collect(const RegexNode& regex) {
    Add(regex);
    Break();
  }

 private:
  void Add(const RegexNode& node) {
    if (const std::optional<StringList> strings = StringsOf(node)) {
      AddStrings(*strings);
      return;
    }
    switch (node.kind) {
      case Kind::kCharacter:
        BreakBeside(node.characters);
        break;
      case Kind::kAlternation:
        AddApart(node);
        break;
      case Kind::kRepetition:
        AddRepetition(node);
        break;
      default:
        for (const RegexNode& child : node.children) Add(child);
    }
  }

  void AddStrings(const StringList& strings) {
    if (!MayJoin(current_, strings)) BreakInsideWord();
    current_ = Join(std::move(current_), strings);
  }

  void AddRepetition(const RegexNode& node) {
    const RegexNode& child = node.children.front();
    if (node.min == 0) return AddApart(node);
    Add(child);
    if (child.Is(Kind::kCharacter)) return BreakBeside(child.characters);
    Break();
  }

  // What the children spell, each without its surroundings.
  void AddApart(const RegexNode& node) {
    Break();
    for (const RegexNode& child : node.children) {
      WordCollector(words_).Collect(child);
    }
  }

  void BreakBeside(const CharacterSet& characters) {
    if (characters.MayBeNonWord()) return Break();
    BreakInsideWord();
  }

  void BreakInsideWord() {
    const StringList mark = {std::string(1, kBesideWord)};
    current_ = Join(std::move(current_), mark);
    Break();
    current_ = mark;
  }

  void Break() {
    for (const std::string& string : current_) AddWords(string);
    current_ = {""};
  }

  void AddWords(std::string_view string) {
    for (size_t begin = 0; begin < string.size();) {
      size_t end = begin;
      while (end < string.size() && IsLetter(string[end])) ++end;
      const bool cut = (begin > 0 && string[begin - 1] == kBesideWord) ||
                       (end < string.size() && string[end] == kBesideWord);
      if (end - begin >= kShortestWord && !cut) {
        words_.emplace(string.substr(begin, end - begin));
      }
      begin = end + 1;
    }
  }

  std::set<std::string>& words_;
  StringList current_ = {""};  // With marks; see string_list.h.
};

}  // namespace

std::vector<std::string> PatternWords(std::string_view regex) {
  const std::optional<RegexSyntax> syntax = ParseRegex(regex);
  return syntax.has_value() ? WordsOf(syntax->root)
                            : std::vector<std::string>();
}

std::vector<std::string> WordsOf(const RegexNode& regex) {
  std::set<std::string> words;
  WordCollector(words).Collect(regex);
  return {words.begin(), words.end()};
}

}  // namespace quiver
