#include "cli/choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

v1::Reply Offer(bool multiple) {
  v1::Reply reply;
  for (const char* id : {"part.brake", "part.chain", "unsure"}) {
    reply.add_options()->set_option_id(id);
  }
  reply.set_multiple(multiple);
  return reply;
}

TEST(ChosenOptionsTest, TakesTheNumberOfAnOption) {
  EXPECT_THAT(ChosenOptions("2", Offer(false)), ElementsAre("part.chain"));
  EXPECT_THAT(ChosenOptions(" 3 ", Offer(false)), ElementsAre("unsure"));
}

TEST(ChosenOptionsTest, TakesSeveralNumbersWhereSeveralMayFit) {
  EXPECT_THAT(ChosenOptions("1, 2", Offer(true)),
              ElementsAre("part.brake", "part.chain"));
  EXPECT_THAT(ChosenOptions("2 1", Offer(true)),
              ElementsAre("part.chain", "part.brake"));
  EXPECT_THAT(ChosenOptions("1, 2", Offer(false)), IsEmpty());
}

TEST(ChosenOptionsTest, LeavesMessagesAlone) {
  for (const char* text : {"0", "4", "-1", "1 brake", "brake", "1.5", ""}) {
    EXPECT_THAT(ChosenOptions(text, Offer(true)), IsEmpty()) << text;
  }
  EXPECT_THAT(ChosenOptions("1", v1::Reply()), IsEmpty());
}

}  // namespace
}  // namespace quiver
