#include "match/literal_tables.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "match/literal_automaton.h"

namespace quiver {

LiteralTables::LiteralTables(const std::vector<RequiredLiterals>& patterns) {
  for (const RequiredLiterals& pattern : patterns) Add(pattern);
  patterns_of_group_.resize(usage_.size());
  for (uint32_t i = 0; i < groups_of_pattern_.size(); ++i) Post(i);
  Renumber();
}

void LiteralTables::Add(const RequiredLiterals& pattern) {
  std::vector<uint32_t> groups;
  for (const LiteralGroup& group : pattern.groups) {
    groups.push_back(GroupId(group));
    ++usage_[groups.back()];
  }
  groups_of_pattern_.push_back(std::move(groups));
}

uint32_t LiteralTables::GroupId(const LiteralGroup& group) {
  std::vector<uint32_t> members;
  uint32_t shortest = UINT32_MAX;
  for (const std::string& literal : group.literals) {
    members.push_back(LiteralId(literal));
    shortest = std::min(shortest, static_cast<uint32_t>(literal.size()));
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  const auto id = static_cast<uint32_t>(usage_.size());
  const auto [entry, added] = group_ids_.try_emplace(members, id);
  if (!added) return entry->second;
  for (uint32_t literal : members) groups_of_literal_[literal].push_back(id);
  usage_.push_back(0);
  length_.push_back(shortest);
  return id;
}

uint32_t LiteralTables::LiteralId(const std::string& literal) {
  std::string encoded = LiteralAutomaton::Encode(literal);
  const auto id = static_cast<uint32_t>(literals_.size());
  const auto [entry, added] = literal_ids_.try_emplace(encoded, id);
  if (added) {
    literals_.push_back(std::move(encoded));
    groups_of_literal_.emplace_back();
  }
  return entry->second;
}

void LiteralTables::Post(uint32_t pattern) {
  const std::vector<uint32_t>& groups = groups_of_pattern_[pattern];
  if (groups.empty()) return;
  const auto rarer = [this](uint32_t left, uint32_t right) {
    if (usage_[left] != usage_[right]) return usage_[left] < usage_[right];
    return length_[left] > length_[right];
  };
  const auto rarest = std::min_element(groups.begin(), groups.end(), rarer);
  patterns_of_group_[*rarest].push_back(pattern);
}

// Numbers the groups anew: those with patterns first, the only ones to keep
// lists of, and those of a literal side by side, so that it marks few lines of
// the cache.
void LiteralTables::Renumber() {
  std::vector<uint32_t> order = ByCommonestLiteral();
  const auto others = std::stable_partition(
      order.begin(), order.end(),
      [&](uint32_t group) { return !patterns_of_group_[group].empty(); });
  Lists posted;
  for (auto group = order.begin(); group != others; ++group) {
    posted.push_back(std::move(patterns_of_group_[*group]));
  }
  patterns_of_group_ = std::move(posted);
  std::vector<uint32_t> numbers(order.size());
  for (uint32_t i = 0; i < order.size(); ++i) numbers[order[i]] = i;
  for (Lists* lists : {&groups_of_literal_, &groups_of_pattern_}) {
    for (std::vector<uint32_t>& list : *lists) {
      for (uint32_t& group : list) group = numbers[group];
    }
  }
}

// All groups, by the literal of each that most groups have.
std::vector<uint32_t> LiteralTables::ByCommonestLiteral() const {
  std::vector<uint32_t> by_use(literals_.size());
  std::iota(by_use.begin(), by_use.end(), 0);
  std::stable_sort(by_use.begin(), by_use.end(),
                   [&](uint32_t left, uint32_t right) {
                     return groups_of_literal_[left].size() >
                            groups_of_literal_[right].size();
                   });
  std::vector<uint32_t> order;
  std::vector<bool> done(usage_.size());
  for (const uint32_t literal : by_use) {
    for (const uint32_t group : groups_of_literal_[literal]) {
      if (!done[group]) order.push_back(group);
      done[group] = true;
    }
  }
  return order;
}

}  // namespace quiver
