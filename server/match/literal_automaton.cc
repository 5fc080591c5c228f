#include "match/literal_automaton.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace quiver {
namespace {

// Symbols 0 and 1 are the boundary and the beginning.
constexpr std::array<uint8_t, 256> AssignSymbols() {
  constexpr std::string_view kOwn = "abcdefghijklmnopqrstuvwxyz0123456789 '-";
  constexpr uint8_t kFirstShared = 2 + kOwn.size();
  constexpr uint8_t kShared = 64 - kFirstShared;
  std::array<uint8_t, 256> symbols = {};
  for (size_t byte = 0; byte < symbols.size(); ++byte) {
    const size_t own = kOwn.find(static_cast<char>(byte));
    symbols[byte] =
        own == std::string_view::npos ? kFirstShared + byte % kShared : 2 + own;
  }
  return symbols;
}

// A node of the trie to be built, and the literals, in sorted order, that begin
// with its `depth` symbols.
struct Branch {
  uint32_t node = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t depth = 0;
};

}  // namespace

constinit const std::array<LiteralAutomaton::Symbol, 256>
    LiteralAutomaton::kSymbols = AssignSymbols();

LiteralAutomaton::LiteralAutomaton(const std::vector<std::string>& encoded,
                                   const std::vector<uint32_t>& names) {
  BuildTrie(encoded, names);
  LinkFallbacks();
}

std::string LiteralAutomaton::Encode(std::string_view literal) {
  std::string encoded;
  for (char c : literal) {
    const Symbol symbol = c == kBoundarySymbol ? kBoundary
                          : c == kBeginSymbol
                              ? kBegin
                              : kSymbols[static_cast<unsigned char>(c)];
    encoded += static_cast<char>(symbol);
  }
  return encoded;
}

uint32_t LiteralAutomaton::Width(std::string_view encoded) {
  return static_cast<uint32_t>(std::count_if(
      encoded.begin(), encoded.end(),
      [](char symbol) { return symbol != kBoundary && symbol != kBegin; }));
}

void LiteralAutomaton::BuildTrie(const std::vector<std::string>& encoded,
                                 const std::vector<uint32_t>& names) {
  std::vector<uint32_t> order(encoded.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t left, uint32_t right) {
    return encoded[left] < encoded[right];
  });
  nodes_.emplace_back();
  std::vector<Branch> branches = {
      {0, 0, static_cast<uint32_t>(order.size()), 0}};
  while (!branches.empty()) {
    auto [node, begin, end, depth] = branches.back();
    branches.pop_back();
    if (begin < end && encoded[order[begin]].size() == depth) {
      nodes_[node].name = names[order[begin++]];
    }
    nodes_[node].first_child = static_cast<uint32_t>(nodes_.size());
    const size_t first_branch = branches.size();
    while (begin < end) {
      const char symbol = encoded[order[begin]][depth];
      const uint32_t first = begin;
      while (begin < end && encoded[order[begin]][depth] == symbol) ++begin;
      nodes_[node].children |= uint64_t{1} << symbol;
      branches.push_back(
          {static_cast<uint32_t>(nodes_.size()), first, begin, depth + 1});
      nodes_.emplace_back();
    }
    // The first child is taken next.
    std::reverse(branches.begin() + static_cast<std::ptrdiff_t>(first_branch),
                 branches.end());
  }
  nodes_.shrink_to_fit();
}

std::vector<uint32_t> LiteralAutomaton::BreadthFirst() const {
  std::vector<uint32_t> order = {0};
  order.reserve(nodes_.size());
  for (size_t i = 0; i < order.size(); ++i) {
    const Node& node = nodes_[order[i]];
    const auto count = static_cast<uint32_t>(std::popcount(node.children));
    for (uint32_t c = 0; c < count; ++c) order.push_back(node.first_child + c);
  }
  return order;
}

void LiteralAutomaton::LinkFallbacks() {
  for (const uint32_t i : BreadthFirst()) {
    Node& node = nodes_[i];
    if (i != 0) {
      node.report = node.name != kNone ? i : nodes_[node.fallback].report;
    }
    LinkChildren(i);
  }
}

void LiteralAutomaton::LinkChildren(uint32_t parent) {
  const Node& node = nodes_[parent];
  for (uint64_t left = node.children; left != 0; left &= left - 1) {
    const auto symbol = static_cast<Symbol>(std::countr_zero(left));
    // A child of the root falls back on the root: the empty string.
    const uint32_t fallback = parent == 0 ? 0 : Next(node.fallback, symbol);
    nodes_[Child(node, symbol)].fallback = fallback;
  }
}

}  // namespace quiver
