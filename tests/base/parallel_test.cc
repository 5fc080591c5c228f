#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace quiver {
namespace {

TEST(ParallelForTest, CallsForEachNumberOnce) {
  for (const size_t count : {0, 1, 7, 1000}) {
    std::vector<std::atomic<int>> calls(count);

    ParallelFor(count, 1, [&](size_t i) { ++calls[i]; });

    for (size_t i = 0; i < count; ++i) EXPECT_EQ(calls[i], 1) << i;
  }
}

TEST(ParallelForTest, DoesLittleWorkOnTheCallersThread) {
  const auto caller = std::this_thread::get_id();
  ParallelFor(10, 100,
              [&](size_t) { EXPECT_EQ(std::this_thread::get_id(), caller); });
}

}  // namespace
}  // namespace quiver
