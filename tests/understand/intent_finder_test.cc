#include "understand/intent_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "understand/small_catalog.h"

namespace quiver {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The intents in `text`, as "name:words".
std::vector<std::string> Find(const std::vector<Intent>& intents,
                              std::string_view text,
                              Sought sought = Sought::kAll) {
  Catalog catalog;
  catalog.intents = intents;
  const auto finder = MakeIntentFinder(catalog).value();
  std::vector<std::string> found;
  for (const IntentHit& hit : finder->Find(text, sought)) {
    found.push_back(hit.intent->name + ":" +
                    std::string(text.substr(hit.span.begin, hit.span.size())));
  }
  return found;
}

TEST(IntentFinderTest, FindsIntentsByTheirPatterns) {
  EXPECT_THAT(Find({Asking("why", {R"(\bwhy\b)"}), Asking("how", {"how"})},
                   "so why is that"),
              ElementsAre("why:why"));
}

TEST(IntentFinderTest, OrdersByPriorityThenLengthThenName) {
  const std::vector<Intent> intents = {
      Asking("late", {"is it"}), Asking("early", {"is it"}),
      Asking("longer", {"is it bad"}), Asking("urgent", {"is"}, 10)};

  EXPECT_THAT(Find(intents, "is it bad"),
              ElementsAre("urgent:is", "longer:is it bad", "early:is it",
                          "late:is it"));
}

TEST(IntentFinderTest, GivesEachIntentOnceByItsBestPattern) {
  EXPECT_THAT(Find({Asking("bad", {"bad", "is it bad", "it"})}, "is it bad"),
              ElementsAre("bad:is it bad"));
}

TEST(IntentFinderTest, TellsWhichPatternFoundIt) {
  Catalog catalog;
  catalog.intents = {Asking("bad", {"good", "bad"})};
  const auto finder = MakeIntentFinder(catalog).value();

  const auto hits = finder->Find("bad", Sought::kAll);

  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].pattern, &catalog.intents[0].patterns[1]);
}

TEST(IntentFinderTest, FindsActsAloneWhereOnlyTheyAreSought) {
  Intent thanks = Asking("thanks", {"thanks"});
  thanks.kind = IntentKind::kSocial;

  EXPECT_THAT(Find({Asking("bad", {"bad"}), thanks}, "thanks, is it bad",
                   Sought::kActs),
              ElementsAre("thanks:thanks"));
}

TEST(IntentFinderTest, FindsNothingWhereNothingMatches) {
  EXPECT_THAT(Find({Asking("bad", {"bad"})}, "good"), IsEmpty());
  EXPECT_THAT(Find({}, "bad"), IsEmpty());
  EXPECT_THAT(Find({Asking("bad", {"bad"})}, ""), IsEmpty());
}

TEST(IntentFinderTest, RefusesPatternsThatDoNotCompile) {
  Catalog catalog;
  catalog.intents = {Asking("bad", {"("})};

  EXPECT_FALSE(MakeIntentFinder(catalog).ok());
}

}  // namespace
}  // namespace quiver
