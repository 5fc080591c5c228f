#ifndef QUIVER_MATCH_LITERAL_TABLES_H_
#define QUIVER_MATCH_LITERAL_TABLES_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/string_map.h"
#include "match/required_literals.h"

namespace quiver {

// The literals and groups of many patterns, equal ones once, as an index of
// literals (literal_index.h) is made of them.
class LiteralTables {
 public:
  using Lists = std::vector<std::vector<uint32_t>>;

  explicit LiteralTables(const std::vector<RequiredLiterals>& patterns);

  // The literals, encoded (literal_automaton.h).
  const std::vector<std::string>& literals() const { return literals_; }
  // The groups of each literal, and of each pattern, those in order.
  const Lists& groups_of_literal() const { return groups_of_literal_; }
  const Lists& groups_of_pattern() const { return groups_of_pattern_; }
  // The patterns whose rarest group it is, of each group that is any's: those
  // come first.
  const Lists& patterns_of_group() const { return patterns_of_group_; }
  size_t groups() const { return usage_.size(); }

 private:
  void Add(const RequiredLiterals& pattern);
  uint32_t GroupId(const LiteralGroup& group);
  uint32_t LiteralId(const std::string& literal);
  void Post(uint32_t pattern);
  void Renumber();
  std::vector<uint32_t> ByCommonestLiteral() const;

  StringMap<uint32_t> literal_ids_;
  std::vector<std::string> literals_;
  std::map<std::vector<uint32_t>, uint32_t> group_ids_;
  Lists groups_of_literal_;
  Lists groups_of_pattern_;
  Lists patterns_of_group_;
  // Of each group, by its first number.
  std::vector<uint32_t> usage_;   // Patterns that require it.
  std::vector<uint32_t> length_;  // Symbols of its shortest literal.
};

}  // namespace quiver

#endif  // QUIVER_MATCH_LITERAL_TABLES_H_
