#include "match/literal_index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "base/string_map.h"

namespace quiver {
namespace {

constexpr uint32_t kUnlimited = UINT32_MAX;

using Lists = std::vector<std::vector<uint32_t>>;

// Shared by all lookups of a thread: no lookup runs inside another.
Occurrences& ThreadOccurrences() {
  thread_local Occurrences occurrences;
  return occurrences;
}

}  // namespace

// The index while it grows: equal literals and equal groups are held once.
struct LiteralIndex::Tables {
  StringMap<uint32_t> literal_ids;
  std::vector<std::string> literals;  // Encoded.
  std::map<std::vector<uint32_t>, uint32_t> group_ids;
  Lists groups_of_literal;
  Lists groups_of_pattern;
  Lists patterns_of_group;
  std::vector<uint32_t> usage;   // Patterns that require a group.
  std::vector<uint32_t> length;  // Symbols of a group's shortest literal.
  std::vector<uint32_t> heads;
  std::vector<uint32_t> tails;

  std::vector<uint32_t> literal_names;  // Offsets into `entries`.
  std::vector<uint32_t> entries;        // LiteralIndex::literals_.

  explicit Tables(const std::vector<RequiredLiterals>& patterns) {
    for (const RequiredLiterals& pattern : patterns) Add(pattern);
    patterns_of_group.resize(usage.size());
    for (uint32_t i = 0; i < groups_of_pattern.size(); ++i) Post(i);
    Renumber();
    for (uint32_t i = 0; i < literals.size(); ++i) Enter(i);
  }

  void Enter(uint32_t literal) {
    const std::vector<uint32_t>& groups = groups_of_literal[literal];
    literal_names.push_back(static_cast<uint32_t>(entries.size()));
    entries.push_back(LiteralAutomaton::Width(literals[literal]));
    entries.push_back(static_cast<uint32_t>(groups.size()));
    entries.insert(entries.end(), groups.begin(), groups.end());
  }

  void Add(const RequiredLiterals& pattern) {
    std::vector<uint32_t> groups;
    for (const LiteralGroup& group : pattern.groups) {
      groups.push_back(GroupId(group));
      ++usage[groups.back()];
    }
    groups_of_pattern.push_back(std::move(groups));
    heads.push_back(pattern.head.value_or(kUnlimited));
    tails.push_back(pattern.tail.value_or(kUnlimited));
  }

  uint32_t GroupId(const LiteralGroup& group) {
    std::vector<uint32_t> members;
    uint32_t shortest = kUnlimited;
    for (const std::string& literal : group.literals) {
      members.push_back(LiteralId(literal));
      shortest = std::min(shortest, static_cast<uint32_t>(literal.size()));
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    const auto id = static_cast<uint32_t>(usage.size());
    const auto [entry, added] = group_ids.try_emplace(members, id);
    if (!added) return entry->second;
    for (uint32_t literal : members) groups_of_literal[literal].push_back(id);
    usage.push_back(0);
    length.push_back(shortest);
    return id;
  }

  uint32_t LiteralId(const std::string& literal) {
    std::string encoded = LiteralAutomaton::Encode(literal);
    const auto id = static_cast<uint32_t>(literals.size());
    const auto [entry, added] = literal_ids.try_emplace(encoded, id);
    if (added) {
      literals.push_back(std::move(encoded));
      groups_of_literal.emplace_back();
    }
    return entry->second;
  }

  void Post(uint32_t pattern) {
    const std::vector<uint32_t>& groups = groups_of_pattern[pattern];
    if (groups.empty()) return;
    const auto rarer = [this](uint32_t left, uint32_t right) {
      if (usage[left] != usage[right]) return usage[left] < usage[right];
      return length[left] > length[right];
    };
    const auto rarest = std::min_element(groups.begin(), groups.end(), rarer);
    patterns_of_group[*rarest].push_back(pattern);
  }

  // Numbers the groups anew: those with patterns first, the only ones to keep
  // lists of, and those of a literal side by side, so that it marks few lines
  // of the cache.
  void Renumber() {
    std::vector<uint32_t> order = ByCommonestLiteral();
    const auto others = std::stable_partition(
        order.begin(), order.end(),
        [&](uint32_t group) { return !patterns_of_group[group].empty(); });
    Lists posted;
    for (auto group = order.begin(); group != others; ++group) {
      posted.push_back(std::move(patterns_of_group[*group]));
    }
    patterns_of_group = std::move(posted);
    std::vector<uint32_t> numbers(order.size());
    for (uint32_t i = 0; i < order.size(); ++i) numbers[order[i]] = i;
    for (Lists* lists : {&groups_of_literal, &groups_of_pattern}) {
      for (std::vector<uint32_t>& list : *lists) {
        for (uint32_t& group : list) group = numbers[group];
      }
    }
  }

  // All groups, by the literal of each that most groups have.
  std::vector<uint32_t> ByCommonestLiteral() const {
    std::vector<uint32_t> by_use(literals.size());
    std::iota(by_use.begin(), by_use.end(), 0);
    std::stable_sort(by_use.begin(), by_use.end(),
                     [&](uint32_t left, uint32_t right) {
                       return groups_of_literal[left].size() >
                              groups_of_literal[right].size();
                     });
    std::vector<uint32_t> order;
    std::vector<bool> done(usage.size());
    for (const uint32_t literal : by_use) {
      for (const uint32_t group : groups_of_literal[literal]) {
        if (!done[group]) order.push_back(group);
        done[group] = true;
      }
    }
    return order;
  }
};

LiteralIndex::LiteralIndex(const std::vector<RequiredLiterals>& patterns)
    : LiteralIndex(Tables(patterns)) {}

LiteralIndex::LiteralIndex(Tables tables)
    : automaton_(tables.literals, tables.literal_names),
      literals_(std::move(tables.entries)),
      groups_of_pattern_(tables.groups_of_pattern),
      patterns_of_group_(tables.patterns_of_group),
      groups_(tables.usage.size()),
      heads_(std::move(tables.heads)),
      tails_(std::move(tables.tails)) {
  for (uint32_t i = 0; i < groups_of_pattern_.size(); ++i) {
    if (groups_of_pattern_[i].empty()) always_.push_back(i);
  }
}

std::vector<PatternCandidate> LiteralIndex::Find(std::string_view text) const {
  Occurrences& occurrences = ThreadOccurrences();
  occurrences.Clear(groups_, static_cast<uint32_t>(patterns_of_group_.size()));
  automaton_.Scan(text, [&](uint32_t name, uint32_t end) {
    const uint32_t* const entry = &literals_[name];
    const Span span = {end - entry[0], end};
    for (const uint32_t group : std::span(entry + 2, entry[1])) {
      occurrences.Add(group, span);
    }
  });
  const auto size = static_cast<uint32_t>(text.size());
  std::vector<PatternCandidate> candidates;
  for (uint32_t pattern : always_) candidates.push_back({pattern, {0, size}});
  for (uint32_t group : occurrences.groups()) {
    for (uint32_t pattern : patterns_of_group_[group]) {
      if (!Qualifies(pattern, occurrences)) continue;
      candidates.push_back({pattern, RangeOf(pattern, occurrences, size)});
    }
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const PatternCandidate& left, const PatternCandidate& right) {
              return left.pattern < right.pattern;
            });
  return candidates;
}

// Taking the occurrence that ends first never spoils what comes after.
bool LiteralIndex::Qualifies(uint32_t pattern,
                             const Occurrences& occurrences) const {
  uint32_t end = 0;
  for (uint32_t group : groups_of_pattern_[pattern]) {
    end = occurrences.EndAfter(group, end);
    if (end == Occurrences::kNone) return false;
  }
  return true;
}

Span LiteralIndex::RangeOf(uint32_t pattern, const Occurrences& occurrences,
                           uint32_t text_size) const {
  const std::span<const uint32_t> groups = groups_of_pattern_[pattern];
  const uint32_t first_end = occurrences.FirstEnd(groups.front());
  const uint32_t last_begin = occurrences.LastBegin(groups.back());
  const uint32_t head = heads_[pattern];
  const uint32_t tail = tails_[pattern];
  return {first_end > head ? first_end - head : 0,
          tail < text_size - last_begin ? last_begin + tail : text_size};
}

}  // namespace quiver
