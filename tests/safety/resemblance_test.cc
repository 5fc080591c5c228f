// What the shipped assistant learns from the examples of its safety rules.

#include <gtest/gtest.h>

#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "safety/safety_fixture.h"
#include "understand/danger_resemblance.h"

namespace quiver {
namespace {

double Share(size_t part, size_t all) {
  return static_cast<double>(part) / static_cast<double>(all);
}

// Whether the most urgent of `findings` is at `level` or above.
bool Reaches(const std::vector<SafetyFinding>& findings, SafetyLevel level) {
  return !findings.empty() && findings.front().rule->level >= level;
}

class ResemblanceTest : public SafetyTest {
 protected:
  // What the rules and what is learnt find together.
  static std::vector<SafetyFinding> AllFindingsIn(const std::string& message) {
    const Understanding understanding = understander_->Understand(message);
    return resemblance_->Review(
        {understanding.utterance.corrected, understanding.mentions},
        understanding.safety);
  }
};

TEST_F(ResemblanceTest, TheAssistantCatchesItsExamples) {
  size_t all = 0;
  size_t by_rules = 0;
  for (const SafetyRule& rule : catalog_->safety_rules) {
    for (const std::string& example : rule.examples) {
      ++all;
      if (Reaches(FindingsIn(example), rule.level)) ++by_rules;
      const std::vector<SafetyFinding> findings = AllFindingsIn(example);
      EXPECT_TRUE(Reaches(findings, rule.level))
          << example << "\n  must be as urgent as " << rule.name
          << " and raised" << Describe(findings);
    }
  }
  std::printf("examples: %zu, %zu of them caught by the rules alone\n", all,
              by_rules);
  EXPECT_GE(Share(by_rules, all), 0.98);
}

TEST_F(ResemblanceTest, HarmlessExamplesAreNoEmergency) {
  for (const std::string& example : catalog_->harmless_examples) {
    const std::vector<SafetyFinding> findings = AllFindingsIn(example);
    EXPECT_FALSE(IsEmergency(findings)) << example << Describe(findings);
  }
}

// Or the figures below would say nothing.
TEST_F(ResemblanceTest, TheMessagesOfTheTestsAreNoExamples) {
  std::set<std::string> examples(catalog_->harmless_examples.begin(),
                                 catalog_->harmless_examples.end());
  for (const SafetyRule& rule : catalog_->safety_rules) {
    examples.insert(rule.examples.begin(), rule.examples.end());
  }
  for (const char* file : {"alarms.tsv", "harmless.tsv"}) {
    for (const Row& row : ReadRows(file)) {
      EXPECT_FALSE(examples.contains(row.message)) << row.message;
    }
  }
}

TEST_F(ResemblanceTest, CatchesMostAlarmsWithoutAnyRule) {
  const std::vector<Row> rows = ReadRows("alarms.tsv");
  size_t urgent = 0;
  size_t suspected = 0;
  for (const Row& row : rows) {
    const auto found = ResembledBy(row.message);
    if (!found) continue;
    ++(found->rule->suspected ? suspected : urgent);
  }
  std::printf("by resemblance alone: %zu of %zu alarms, %zu more suspected\n",
              urgent, rows.size(), suspected);
  EXPECT_GE(Share(urgent, rows.size()), 0.35);
  EXPECT_GE(Share(urgent + suspected, rows.size()), 0.60);
}

TEST_F(ResemblanceTest, TakesAlmostNothingHarmlessForAnEmergency) {
  const std::vector<Row> rows = ReadRows("harmless.tsv");
  size_t urgent = 0;
  size_t suspected = 0;
  for (const Row& row : rows) {
    const auto found = ResembledBy(row.message);
    if (!found) continue;
    if (found->rule->level == SafetyLevel::kDoctor) {
      ++suspected;
      continue;
    }
    ++urgent;
    std::printf("  false: %s\n", row.message.c_str());
  }
  std::printf("by resemblance alone: %zu of %zu harmless, %zu more suspected\n",
              urgent, rows.size(), suspected);
  EXPECT_LE(Share(urgent, rows.size()), 0.005);
  EXPECT_LE(Share(suspected, rows.size()), 0.05);
}

}  // namespace
}  // namespace quiver
