// What the rules of the shipped assistant take for danger.  The messages stand
// in messages/*.tsv: one a line, then a tab and what it must raise.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "safety/safety_fixture.h"

namespace quiver {
namespace {

TEST_F(SafetyTest, EveryAlarmRaisesItsRule) {
  const std::vector<Row> rows = ReadRows("alarms.tsv");
  ASSERT_GE(rows.size(), 420u);
  size_t raised = 0;
  for (const Row& row : rows) {
    const std::vector<SafetyFinding> findings = FindingsIn(row.message);
    if (Raises(findings, row.expected)) {
      ++raised;
    } else {
      ADD_FAILURE() << row.message << "\n  must raise " << row.expected
                    << " and raised" << Describe(findings);
    }
  }
  std::printf("recall: %zu of %zu alarms\n", raised, rows.size());
}

TEST_F(SafetyTest, NothingHarmlessIsAnEmergency) {
  const std::vector<Row> rows = ReadRows("harmless.tsv");
  ASSERT_GE(rows.size(), 420u);
  size_t false_alarms = 0;
  size_t same_day = 0;
  for (const Row& row : rows) {
    const std::vector<SafetyFinding> findings = FindingsIn(row.message);
    if (Raises(findings, "same_day")) ++same_day;
    if (!IsEmergency(findings)) continue;
    ++false_alarms;
    ADD_FAILURE() << row.message << "\n  is harmless and raised"
                  << Describe(findings);
  }
  std::printf("false alarms: %zu of %zu harmless messages; %zu same day\n",
              false_alarms, rows.size(), same_day);
}

TEST_F(SafetyTest, NamesOnlyRulesThatExist) {
  for (const Row& row : ReadRows("alarms.tsv")) {
    const bool is_level = row.expected == "emergency" ||
                          row.expected == "same_day" ||
                          row.expected == "doctor";
    EXPECT_TRUE(is_level || catalog_->FindSafetyRule(row.expected) != nullptr)
        << row.expected;
  }
}

TEST_F(SafetyTest, EveryUrgentRuleHasAnAlarm) {
  const std::vector<Row> rows = ReadRows("alarms.tsv");
  for (const SafetyRule& rule : catalog_->safety_rules) {
    if (rule.level == SafetyLevel::kDoctor) continue;
    EXPECT_TRUE(
        std::any_of(rows.begin(), rows.end(),
                    [&](const Row& row) { return row.expected == rule.name; }))
        << rule.name << " has no message in alarms.tsv";
  }
}

// Whoever reads only the first sentence must know what to do.
TEST_F(SafetyTest, MessagesSayFirstWhatToDoNow) {
  for (const SafetyRule& rule : catalog_->safety_rules) {
    if (rule.level != SafetyLevel::kEmergency) continue;
    ASSERT_FALSE(rule.message.empty()) << rule.name;
    const std::string& first = rule.message.front().text;
    const std::string sentence = first.substr(0, first.find(". "));
    EXPECT_THAT(sentence, testing::ContainsRegex(
                              "[Cc]all|[Gg]o to|[Tt]ake the|[Tt]alk to"))
        << rule.name;
    EXPECT_THAT(sentence, testing::ContainsRegex("now|today")) << rule.name;
  }
}

// What to do stands in few words, and with a number that works anywhere.
TEST_F(SafetyTest, UrgentMessagesAreShortAndWorkInAnyCountry) {
  for (const SafetyRule& rule : catalog_->safety_rules) {
    if (rule.level == SafetyLevel::kDoctor) continue;
    const std::string& first = rule.message.front().text;
    EXPECT_LE(std::count(first.begin(), first.end(), ' '), 30) << rule.name;
    std::string whole;
    for (const auto& block : rule.message) whole += block.text + "\n";
    EXPECT_THAT(whole, testing::HasSubstr("local emergency number"))
        << rule.name;
    EXPECT_THAT(whole, testing::HasSubstr("(999, 112 or 911)")) << rule.name;
  }
}

TEST_F(SafetyTest, EveryRuleCitesADocument) {
  for (const SafetyRule& rule : catalog_->safety_rules) {
    EXPECT_NE(catalog_->FindDocument(rule.document), nullptr) << rule.name;
  }
}

// A sign must not be lost in capitals, without apostrophes, or in a long text.
TEST_F(SafetyTest, AlarmsSurviveHowPeopleType) {
  for (const Row& row : ReadRows("alarms.tsv")) {
    const std::string& message = row.message;
    std::string shouted;
    std::string bare;
    for (const char c : message) {
      shouted += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
      if (c != '\'') bare += c;
    }
    for (const std::string& variant : {shouted + "!!!", bare, "  " + message}) {
      EXPECT_EQ(Raises(FindingsIn(variant), row.expected),
                Raises(FindingsIn(message), row.expected))
          << variant;
    }
  }
}

}  // namespace
}  // namespace quiver
