#ifndef QUIVER_TESTS_SAFETY_SAFETY_FIXTURE_H_
#define QUIVER_TESTS_SAFETY_SAFETY_FIXTURE_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/content_loader.h"
#include "support/status_matchers.h"
#include "text/dictionary.h"
#include "understand/danger_resemblance.h"
#include "understand/learned_models.h"
#include "understand/understander.h"

namespace quiver {

struct Row {
  std::string message;
  // The name of a rule, or a level, or "harmless".
  std::string expected;
};

inline std::vector<Row> ReadRows(const std::string& name) {
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

inline std::string LevelName(SafetyLevel level) {
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
    understander_ = MakeUnderstander(catalog_, *dictionary_, {}).value();
    resemblance_ = std::make_unique<DangerResemblance>(
        *catalog_, TrainModels(*catalog_).dangers);
  }

  static void TearDownTestSuite() {
    resemblance_.reset();
    understander_.reset();
    dictionary_.reset();
    catalog_.reset();
  }

  static std::vector<SafetyFinding> FindingsIn(const std::string& message) {
    return understander_->Understand(message).safety;
  }

  // What the message resembles, whatever the rules say of it.
  static std::optional<SafetyFinding> ResembledBy(const std::string& message) {
    const Understanding read = understander_->Understand(message);
    const auto found =
        resemblance_->Review({read.utterance.corrected, read.mentions}, {});
    if (found.empty()) return std::nullopt;
    return found.front();
  }

  static inline std::shared_ptr<const Catalog> catalog_;
  static inline std::unique_ptr<Dictionary> dictionary_;
  static inline std::unique_ptr<DangerResemblance> resemblance_;
  static inline std::unique_ptr<Understander> understander_;
};

inline bool Raises(const std::vector<SafetyFinding>& findings,
                   const std::string& expected) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const SafetyFinding& finding) {
                       return finding.rule->name == expected ||
                              LevelName(finding.rule->level) == expected;
                     });
}

inline bool IsEmergency(const std::vector<SafetyFinding>& findings) {
  return Raises(findings, "emergency");
}

// One line for each finding: rule, level and the words that raised it.
inline std::string Describe(const std::vector<SafetyFinding>& findings) {
  std::string text;
  for (const SafetyFinding& finding : findings) {
    text += "\n    " + finding.rule->name + " (" +
            LevelName(finding.rule->level) + "): " + finding.evidence;
  }
  return text.empty() ? "\n    nothing" : text;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_SAFETY_SAFETY_FIXTURE_H_
