#include "base/entropy.h"

#include <gtest/gtest.h>

#include <set>

namespace quiver {
namespace {

TEST(SystemEntropyTest, GivesAsManyBytesAsAskedFor) {
  SystemEntropy entropy;
  EXPECT_EQ(entropy.Bytes(0).size(), 0u);
  EXPECT_EQ(entropy.Bytes(33).size(), 33u);
}

TEST(SystemEntropyTest, NeverGivesTheSameTwice) {
  SystemEntropy entropy;
  std::set<std::string> given;
  for (int i = 0; i < 1000; ++i) given.insert(entropy.Bytes(16));

  EXPECT_EQ(given.size(), 1000u);
}

}  // namespace
}  // namespace quiver
