// How statements are meant: every line of context_cases.txt.

#include "context/context.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/plain_reading.h"

namespace quiver {
namespace {

// A line of context_cases.txt.
struct ContextCase {
  int line = 0;
  std::string message;
  std::vector<Span> mentions;
  std::vector<bool> is_matter;                     // Of each mention.
  std::vector<std::vector<std::string>> meanings;  // Of each mention.
};

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::erase(parts, "");
  return parts;
}

void ReadMarkedMessage(std::string_view marked, ContextCase& result) {
  for (const char c : marked) {
    const auto at = static_cast<uint32_t>(result.message.size());
    if (c == '[') {
      result.mentions.push_back({at, at});
      result.is_matter.push_back(false);
    } else if (c == '*') {
      result.is_matter.back() = true;
    } else if (c == ']') {
      result.mentions.back().end = at;
    } else {
      result.message += c;
    }
  }
}

std::vector<ContextCase> ReadCases() {
  std::ifstream file(QUIVER_SOURCE_DIR "/tests/context/context_cases.txt");
  std::vector<ContextCase> cases;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text.starts_with('#')) continue;
    ContextCase& added = cases.emplace_back();
    added.line = line;
    const size_t bar = text.find(" | ");
    for (const std::string& meaning : Split(text.substr(0, bar), ';')) {
      added.meanings.push_back(Split(meaning, ' '));
    }
    ReadMarkedMessage(text.substr(bar + 3), added);
  }
  return cases;
}

bool Withholds(const std::string& meaning) {
  return meaning == "denied" || meaning == "supposed" || meaning == "asked" ||
         meaning == "history" || meaning == "animal" || meaning == "past";
}

bool Has(const Assertion& assertion, const std::string& meaning) {
  if (meaning == "denied") return assertion.negated;
  if (meaning == "supposed") return assertion.hypothetical;
  if (meaning == "asked") return assertion.asked;
  if (meaning == "history") {
    return assertion.experiencer == Experiencer::kFamilyHistory;
  }
  if (meaning == "past") return assertion.temporality == Temporality::kPast;
  if (meaning == "recent") {
    return assertion.temporality == Temporality::kRecent;
  }
  if (meaning == "taken") return assertion.taken;
  if (meaning == "remedy") return assertion.remedy;
  if (meaning == "tied") return assertion.tied;
  if (meaning == "aside") return !assertion.tied;
  if (meaning == "no_remedy") return !assertion.taken && !assertion.remedy;
  if (meaning == "animal") return assertion.experiencer == Experiencer::kAnimal;
  if (meaning == "other") return assertion.experiencer == Experiencer::kOther;
  return meaning == "holds";
}

class ContextTest : public ::testing::TestWithParam<ContextCase> {};

TEST_P(ContextTest, TellsHowMentionsAreMeant) {
  const ContextCase& test = GetParam();
  const Reading reading = ReadPlain(test.message);
  ASSERT_EQ(reading.text, test.message) << "write cases normalized";
  ASSERT_EQ(test.mentions.size(), test.meanings.size());

  const std::vector<Assertion> assertions =
      DetectContext(reading, test.mentions, test.is_matter);

  ASSERT_EQ(assertions.size(), test.mentions.size());
  for (size_t i = 0; i < assertions.size(); ++i) {
    const std::string_view mention = reading.Text(test.mentions[i]);
    const bool holds = std::none_of(test.meanings[i].begin(),
                                    test.meanings[i].end(), Withholds);
    EXPECT_EQ(assertions[i].Present(), holds)
        << "line " << test.line << ": " << mention;
    for (const std::string& meaning : test.meanings[i]) {
      EXPECT_TRUE(Has(assertions[i], meaning))
          << "line " << test.line << ": " << mention << " is not " << meaning;
    }
  }
}

void PrintTo(const ContextCase& test, std::ostream* out) {
  *out << "line " << test.line << ": " << test.message;
}

INSTANTIATE_TEST_SUITE_P(Cases, ContextTest, ::testing::ValuesIn(ReadCases()));

TEST(ContextOrderTest, AnswersInTheOrderOfTheMentions) {
  const Reading reading = ReadPlain("no pain but weakness");
  const Span pain = {3, 7};
  const Span weakness = {12, 20};

  const auto assertions = DetectContext(reading, {weakness, pain});

  EXPECT_FALSE(assertions[0].negated);
  EXPECT_TRUE(assertions[1].negated);
}

TEST(ContextOwnerTest, TellsWhatIsSaidToBeTheVisitors) {
  struct {
    std::string_view message;
    Span mention;
    bool is_own;
  } const cases[] = {{"my arm is numb", {3, 14}, true},
                     {"i have a rash", {9, 13}, true},
                     {"i wobble", {0, 8}, true},
                     {"i noticed a rash", {12, 16}, false},
                     {"a rash", {2, 6}, false},
                     {"he took my pills", {11, 16}, false},
                     {"my son has a rash", {13, 17}, false},
                     {"my 3 year old", {3, 13}, false},
                     {"my gardener collapsed", {12, 21}, false},
                     {"my pregnant wife", {3, 11}, false}};
  for (const auto& test : cases) {
    const auto assertions =
        DetectContext(ReadPlain(test.message), {test.mention});
    EXPECT_EQ(assertions[0].is_own, test.is_own) << test.message;
  }
}

TEST(ContextOrderTest, KnowsNothingOfMessagesWithoutMentions) {
  EXPECT_TRUE(DetectContext(ReadPlain("no pain"), {}).empty());
  EXPECT_TRUE(DetectContext(ReadPlain(""), {}).empty());
}

}  // namespace
}  // namespace quiver
