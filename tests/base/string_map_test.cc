#include "base/string_map.h"

#include <gtest/gtest.h>

namespace quiver {
namespace {

TEST(StringMapTest, IsLookedUpByAnyKindOfString) {
  StringMap<int> map = {{"calf", 1}};

  EXPECT_EQ(map.find("calf")->second, 1);
  EXPECT_EQ(map.find(std::string_view("calf muscle").substr(0, 4))->second, 1);
  EXPECT_EQ(map.find(std::string("calf"))->second, 1);
  EXPECT_EQ(map.find("cal"), map.end());
}

TEST(StringSetTest, IsLookedUpByAnyKindOfString) {
  const StringSet set = {"calf"};

  EXPECT_TRUE(set.contains(std::string_view("calf")));
  EXPECT_FALSE(set.contains("Calf"));
}

}  // namespace
}  // namespace quiver
