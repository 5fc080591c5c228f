#ifndef QUIVER_MATCH_LITERAL_AUTOMATON_H_
#define QUIVER_MATCH_LITERAL_AUTOMATON_H_

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/regex_syntax.h"
#include "match/required_literals.h"

namespace quiver {

// Finds all occurrences of many literals (required_literals.h) in a text, in
// one pass over it.
//
// After Aho and Corasick, "Efficient String Matching" (1975), over 64 symbols:
// lower-case letters, digits and the usual signs have one each, other bytes
// share.  What is reported may therefore be another text that encodes alike;
// no occurrence is left out.  A node is 24 bytes: its children stand side by
// side, found by counting bits, and behind it, mostly, when there is only one:
// a word is followed through few cache lines.
//
// Immutable: any number of threads may scan.
class LiteralAutomaton {
 public:
  // `literal` in symbols: what the automaton can tell apart.
  static std::string Encode(std::string_view literal);

  // How many bytes of text an encoded literal takes.
  static uint32_t Width(std::string_view encoded);

  // Makes an automaton of encoded literals, no two equal and none empty, that
  // reports each by its name in `names`: any numbers but UINT32_MAX.
  LiteralAutomaton(const std::vector<std::string>& encoded,
                   const std::vector<uint32_t>& names);

  // Calls `report(name, end)` for each occurrence, in order of `end`, the
  // offset in `text` behind it.
  template <typename Report>
  void Scan(std::string_view text, Report report) const;

 private:
  using Symbol = uint8_t;

  static constexpr uint32_t kNone = UINT32_MAX;

  struct Node {
    uint64_t children = 0;     // A bit for each symbol that has a child.
    uint32_t first_child = 0;  // The others follow it in order of symbol.
    uint32_t fallback = 0;     // The longest proper suffix that is a node.
    uint32_t report = kNone;   // Itself or the next fallback with a literal.
    uint32_t name = kNone;     // Of the literal that ends here.
  };

  static const std::array<Symbol, 256> kSymbols;
  static constexpr Symbol kBoundary = 0;
  static constexpr Symbol kBegin = 1;

  // The child of `node`, which it has.
  static uint32_t Child(const Node& node, Symbol symbol) {
    const uint64_t before = node.children & ((uint64_t{1} << symbol) - 1);
    return node.first_child + static_cast<uint32_t>(std::popcount(before));
  }
  static bool HasChild(const Node& node, Symbol symbol) {
    return (node.children >> symbol & 1) != 0;
  }

  uint32_t Next(uint32_t state, Symbol symbol) const {
    while (!HasChild(nodes_[state], symbol)) {
      if (state == 0) return 0;
      state = nodes_[state].fallback;
    }
    return Child(nodes_[state], symbol);
  }

  void BuildTrie(const std::vector<std::string>& encoded,
                 const std::vector<uint32_t>& names);
  // The nodes, breadth first.
  std::vector<uint32_t> BreadthFirst() const;
  void LinkFallbacks();
  void LinkChildren(uint32_t parent);

  std::vector<Node> nodes_;  // Depth first; the root is the first.
};

template <typename Report>
void LiteralAutomaton::Scan(std::string_view text, Report report) const {
  uint32_t state = Next(0, kBegin);
  const auto report_all = [&](uint32_t end) {
    for (uint32_t node = nodes_[state].report; node != kNone;
         node = nodes_[nodes_[node].fallback].report) {
      report(nodes_[node].name, end);
    }
  };
  bool in_word = false;
  const auto cross = [&](bool word, uint32_t offset) {
    if (word == in_word) return;
    in_word = word;
    state = Next(state, kBoundary);
    report_all(offset);
  };
  for (uint32_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    cross(IsWordCharacter(byte), i);
    state = Next(state, kSymbols[byte]);
    report_all(i + 1);
  }
  cross(false, static_cast<uint32_t>(text.size()));
}

}  // namespace quiver

#endif  // QUIVER_MATCH_LITERAL_AUTOMATON_H_
