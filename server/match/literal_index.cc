#include "match/literal_index.h"

#include <algorithm>
#include <span>
#include <utility>

#include "match/literal_tables.h"

namespace quiver {
namespace {

constexpr uint32_t kUnlimited = UINT32_MAX;

// Shared by all lookups of a thread: no lookup runs inside another.
Occurrences& ThreadOccurrences() {
  thread_local Occurrences occurrences;
  return occurrences;
}

}  // namespace

LiteralIndex::LiteralIndex(const std::vector<RequiredLiterals>& patterns)
    : LiteralIndex(LiteralTables(patterns)) {
  for (const RequiredLiterals& pattern : patterns) {
    heads_.push_back(pattern.head.value_or(kUnlimited));
    tails_.push_back(pattern.tail.value_or(kUnlimited));
  }
}

LiteralIndex::LiteralIndex(const LiteralTables& tables)
    : LiteralIndex(tables, EntriesOf(tables)) {}

LiteralIndex::LiteralIndex(const LiteralTables& tables, Entries entries)
    : automaton_(tables.literals(), entries.names),
      literals_(std::move(entries.numbers)),
      groups_of_pattern_(tables.groups_of_pattern()),
      patterns_of_group_(tables.patterns_of_group()),
      groups_(tables.groups()) {
  for (uint32_t i = 0; i < groups_of_pattern_.size(); ++i) {
    if (groups_of_pattern_[i].empty()) always_.push_back(i);
  }
}

LiteralIndex::Entries LiteralIndex::EntriesOf(const LiteralTables& tables) {
  Entries entries;
  for (size_t i = 0; i < tables.literals().size(); ++i) {
    const std::vector<uint32_t>& groups = tables.groups_of_literal()[i];
    std::vector<uint32_t>& numbers = entries.numbers;
    entries.names.push_back(static_cast<uint32_t>(numbers.size()));
    numbers.push_back(LiteralAutomaton::Width(tables.literals()[i]));
    numbers.push_back(static_cast<uint32_t>(groups.size()));
    numbers.insert(numbers.end(), groups.begin(), groups.end());
  }
  return entries;
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
