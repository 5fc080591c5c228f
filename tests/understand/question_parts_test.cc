#include "understand/question_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quiver {
namespace {

// A reading of clauses that end at `ends`.
Reading WithClausesTo(const std::vector<uint32_t>& ends) {
  Reading reading;
  reading.text = std::string(ends.back(), 'a');
  uint32_t begin = 0;
  for (const uint32_t end : ends) {
    Clause clause;
    clause.span = {begin, end};
    reading.clauses.push_back(clause);
    begin = end;
  }
  return reading;
}

TEST(StoryOfTest, IsAllOfATextThatPeopleWrite) {
  EXPECT_EQ(StoryOf(WithClausesTo({600, 1500})), (Span{0, 1500}));
}

TEST(StoryOfTest, IsTheBeginningOfAPasteToTheEndOfAClause) {
  EXPECT_EQ(StoryOf(WithClausesTo({600, 1400, 1600, 4000})), (Span{0, 1400}));
}

TEST(StoryOfTest, IsTheFirstClauseHoweverLong) {
  EXPECT_EQ(StoryOf(WithClausesTo({1800, 4000})), (Span{0, 1800}));
}

}  // namespace
}  // namespace quiver
