// What the shipped assistant takes for danger.  The messages stand in
// messages/*.tsv: one a line, then a tab and what it must raise.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "content/content_loader.h"
#include "support/status_matchers.h"
#include "text/dictionary.h"
#include "understand/understander.h"

namespace quiver {
namespace {

struct Row {
  std::string message;
  // The name of a rule, or a level, or "harmless".
  std::string expected;
};

std::vector<Row> ReadRows(const std::string& name) {
  std::ifstream file(std::string(QUIVER_SOURCE_DIR) +
                     "/tests/safety/messages/" + name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

std::string LevelName(SafetyLevel level) {
  switch (level) {
    case SafetyLevel::kDoctor:
      return "doctor";
    case SafetyLevel::kSameDay:
      return "same_day";
    case SafetyLevel::kEmergency:
      return "emergency";
  }
  return "";
}

// The shipped assistant, loaded once.
class SafetyTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto files = ReadContentFiles(QUIVER_SOURCE_DIR, "muscle_twitching");
    ASSERT_THAT(files, IsOk());
    Diagnostics diagnostics;
    catalog_ = LoadCatalog(*files, diagnostics);
    ASSERT_NE(catalog_, nullptr) << diagnostics.FormatAll();
    auto dictionary = ReadDictionary({"/usr/share/dict/american-english",
                                      "/usr/share/dict/british-english"});
    ASSERT_THAT(dictionary, IsOk());
    dictionary_ = *std::move(dictionary);
    auto understander = MakeUnderstander(catalog_, *dictionary_, nullptr);
    ASSERT_THAT(understander, IsOk());
    understander_ = *std::move(understander);
  }

  static void TearDownTestSuite() {
    understander_.reset();
    dictionary_.reset();
    catalog_.reset();
  }

  static std::vector<SafetyFinding> FindingsIn(const std::string& message) {
    return understander_->Understand(message).safety;
  }

  static std::shared_ptr<const Catalog> catalog_;
  static std::unique_ptr<Dictionary> dictionary_;
  static std::unique_ptr<Understander> understander_;
};

std::shared_ptr<const Catalog> SafetyTest::catalog_;
std::unique_ptr<Dictionary> SafetyTest::dictionary_;
std::unique_ptr<Understander> SafetyTest::understander_;

bool Raises(const std::vector<SafetyFinding>& findings,
            const std::string& expected) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const SafetyFinding& finding) {
                       return finding.rule->name == expected ||
                              LevelName(finding.rule->level) == expected;
                     });
}

bool IsEmergency(const std::vector<SafetyFinding>& findings) {
  return Raises(findings, "emergency");
}

// One line for each finding: rule, level and the words that raised it.
std::string Describe(const std::vector<SafetyFinding>& findings) {
  std::string text;
  for (const SafetyFinding& finding : findings) {
    text += "\n    " + finding.rule->name + " (" +
            LevelName(finding.rule->level) + "): " + finding.evidence;
  }
  return text.empty() ? "\n    nothing" : text;
}

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
