#include "match/literal_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/literal_automaton.h"
#include "match/required_literals.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::pair<std::string, uint32_t>> Scan(
    const std::vector<std::string>& literals, std::string_view text) {
  std::vector<std::string> encoded;
  std::vector<uint32_t> names;
  for (const std::string& literal : literals) {
    encoded.push_back(LiteralAutomaton::Encode(literal));
    names.push_back(static_cast<uint32_t>(names.size()));
  }
  std::vector<std::pair<std::string, uint32_t>> found;
  LiteralAutomaton(encoded, names).Scan(text, [&](uint32_t name, uint32_t end) {
    found.emplace_back(literals[name], end);
  });
  return found;
}

TEST(LiteralAutomatonTest, FindsOverlappingLiterals) {
  EXPECT_THAT(Scan({"he", "she", "his", "hers"}, "ushers"),
              UnorderedElementsAre(std::pair("she", 4u), std::pair("he", 4u),
                                   std::pair("hers", 6u)));
}

TEST(LiteralAutomatonTest, FindsALiteralInsideTheBeginningOfAnother) {
  EXPECT_THAT(Scan({"abcd", "bc"}, "abcx"), ElementsAre(std::pair("bc", 3u)));
}

TEST(LiteralAutomatonTest, FindsBoundariesAndTheBeginning) {
  const std::vector<std::string> literals = {"\1leg\1", "\2\1leg", "leg\1"};

  EXPECT_THAT(
      Scan(literals, "leg"),
      UnorderedElementsAre(std::pair("\1leg\1", 3u), std::pair("\2\1leg", 3u),
                           std::pair("leg\1", 3u)));
  EXPECT_THAT(Scan(literals, "proleg, legs"),
              ElementsAre(std::pair("leg\1", 6u)));
}

TEST(LiteralAutomatonTest, FindsNothingInAnEmptyTextOrWithoutLiterals) {
  EXPECT_THAT(Scan({"leg"}, ""), IsEmpty());
  EXPECT_THAT(Scan({}, "leg"), IsEmpty());
}

TEST(LiteralAutomatonTest, TakesControlCharactersOfTheTextForThemselves) {
  EXPECT_THAT(Scan({"\1leg\1"}, "a\1leg\1b"),
              ElementsAre(std::pair("\1leg\1", 5u)));
  EXPECT_THAT(Scan({"\2\1leg"}, "a\2\1leg"), IsEmpty());
}

RequiredLiterals Requires(std::vector<std::vector<std::string>> groups) {
  RequiredLiterals required;
  for (std::vector<std::string>& group : groups) {
    required.groups.push_back({std::move(group)});
  }
  return required;
}

std::vector<uint32_t> Candidates(const LiteralIndex& index,
                                 std::string_view text) {
  std::vector<uint32_t> patterns;
  for (const PatternCandidate& candidate : index.Find(text)) {
    patterns.push_back(candidate.pattern);
  }
  return patterns;
}

TEST(LiteralIndexTest, AsksForEveryGroup) {
  const LiteralIndex index({Requires({{"leg", "arm"}, {"pain"}})});

  EXPECT_THAT(Candidates(index, "leg pain"), ElementsAre(0));
  EXPECT_THAT(Candidates(index, "arm pain"), ElementsAre(0));
  EXPECT_THAT(Candidates(index, "leg"), IsEmpty());
  EXPECT_THAT(Candidates(index, "pain"), IsEmpty());
}

TEST(LiteralIndexTest, AsksForTheOrderOfGroups) {
  const LiteralIndex index({Requires({{"leg"}, {"pain"}})});

  EXPECT_THAT(Candidates(index, "pain in my leg"), IsEmpty());
  EXPECT_THAT(Candidates(index, "pain, leg and pain"), ElementsAre(0));
}

TEST(LiteralIndexTest, AsksForGroupsWithoutOverlap) {
  const LiteralIndex index({Requires({{"haha"}, {"haha"}})});

  EXPECT_THAT(Candidates(index, "hahaha"), IsEmpty());
  EXPECT_THAT(Candidates(index, "hahahaha"), ElementsAre(0));
}

TEST(LiteralIndexTest, GivesPatternsThatRequireNothingAlways) {
  const LiteralIndex index({Requires({{"leg"}}), Requires({})});

  EXPECT_THAT(Candidates(index, ""), ElementsAre(1));
  EXPECT_THAT(Candidates(index, "leg"), ElementsAre(0, 1));
}

TEST(LiteralIndexTest, SaysWhereAMatchCanLie) {
  RequiredLiterals required = Requires({{"leg"}, {"pain", "ache"}});
  required.head = 6;
  required.tail = 5;
  const LiteralIndex index({required, Requires({{"leg"}})});

  EXPECT_THAT(
      index.Find("here my leg, a leg has pain and aches a bit"),
      ElementsAre(PatternCandidate{0, {5, 37}}, PatternCandidate{1, {0, 43}}));
  EXPECT_THAT(index.Find("leg ache"), ElementsAre(PatternCandidate{0, {0, 8}},
                                                  PatternCandidate{1, {0, 8}}));
}

TEST(LiteralIndexTest, ForgetsTheTextBefore) {
  const LiteralIndex wide({Requires({{"leg"}}), Requires({{"arm"}})});
  const LiteralIndex narrow({Requires({{"arm"}, {"leg"}})});

  EXPECT_THAT(Candidates(wide, "leg"), ElementsAre(0));
  EXPECT_THAT(Candidates(narrow, "arm"), IsEmpty());
  EXPECT_THAT(Candidates(wide, "arm"), ElementsAre(1));
}

}  // namespace
}  // namespace quiver
